"""From a picture of a page to its text, by Tesseract where it is installed. Numbers read this way need a person's eye."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from saraban.errors import Unreadable
from saraban.reading import confined
from saraban.reading.trust import is_trusted

SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
MOST_PAGES, PAGE_SECONDS, SECONDS = 10, 20, 60
MEMORY = 1024 * 1024 * 1024
_LANGUAGES = "tha+eng"
_AT_ONCE = 2
_REMEDY = "โปรดใช้แฟ้ม Word หรือ PDF ที่บันทึกจากโปรแกรม หรือวางข้อความของหนังสือ"


def text_of(data: bytes) -> str:
    """The text in a picture (PNG, JPEG, TIFF). Raises Unreadable: scan, illegible, damaged, too-slow."""
    check(1)
    with TemporaryDirectory(prefix="saraban-") as name:
        file = Path(name) / "page"
        file.write_bytes(data)
        return texts_of([file])[0]


def check(pages: int) -> None:
    """Raises Unreadable when so many pages cannot be read off their pictures here: scan, too-long."""
    if not is_installed():
        raise Unreadable("scan", f"เป็นภาพ (สแกนหรือถ่ายไว้) และระบบนี้ไม่มีโปรแกรมอ่านข้อความจากภาพ {_REMEDY}")
    if pages > MOST_PAGES:
        raise Unreadable("too-long", "มีหน้าที่สแกนเกิน ๑๐ หน้า โปรดส่งเฉพาะหน้าของหนังสือ หรือวางข้อความของหนังสือ")


def is_installed() -> bool:
    """Is Tesseract here, and does it know Thai?"""
    if not shutil.which("tesseract"):
        return False
    try:
        with TemporaryDirectory(prefix="saraban-") as folder:
            known = _run(["--list-langs"], Path(folder), PAGE_SECONDS)
    except confined.Failed:
        return False
    return set(_LANGUAGES.split("+")) <= set(known.decode(errors="replace").split())


def texts_of(files: Sequence[Path]) -> list[str]:
    """The text of each picture. Raises Unreadable: illegible, damaged, too-slow."""
    until = time.monotonic() + SECONDS
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda file: _read(file, until), files))


def _read(file: Path, until: float) -> str:
    """One page; Tesseract writes a form feed at its end."""
    seconds = min(PAGE_SECONDS, int(until - time.monotonic()))
    size = ["--dpi", "200"] if file.suffix == ".pgm" else []
    command = [file.name, "stdout", "-l", _LANGUAGES, "--psm", "6", *size]
    try:
        if seconds < 1:
            raise confined.TooSlow("tesseract")
        text = _run(command, file.parent, seconds).decode(errors="replace")
    except confined.TooSlow:
        raise Unreadable("too-slow", f"อ่านข้อความจากภาพไม่เสร็จในเวลาที่กำหนด {_REMEDY}") from None
    except confined.Failed:
        raise Unreadable("damaged", f"เปิดภาพไม่ได้ ภาพอาจเสียหายหรือใหญ่เกินไป {_REMEDY}") from None
    text = text.replace("\f", "\n").strip("\n")
    if not is_trusted(text):
        raise Unreadable("illegible", f"ภาพไม่ชัดพอที่จะอ่านข้อความได้ {_REMEDY}")
    return text


def _run(words: Sequence[str], folder: Path, seconds: int) -> bytes:
    return confined.run(["tesseract", *words], folder=folder, seconds=seconds, memory=MEMORY)
