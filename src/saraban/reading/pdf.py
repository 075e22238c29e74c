"""From a PDF to its text: page by page its text layer where that can be trusted, else what can be read off its picture."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from saraban.errors import Unprintable, Unreadable
from saraban.paper import Paper, paper_of, printed
from saraban.paper.seen import is_seen_in
from saraban.reading import confined, scans
from saraban.reading.trust import is_trusted

SIGNATURE = b"%PDF-"
MEMORY, SECONDS = 1024 * 1024 * 1024, 20
#: A page that is mostly one picture has at least this many letters if its text is that of the picture, not a stamp on it.
STAMP = 200
_TROUBLES = {
    "encrypted": "แฟ้มมีรหัสผ่าน โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน",
    "damaged": "แฟ้ม PDF เสียหายหรือไม่ครบถ้วน โปรดบันทึกเป็น PDF ใหม่อีกครั้ง",
    "too-long": "แฟ้มยาวเกิน ๒๐๐ หน้า โปรดส่งเฉพาะหน้าของหนังสือ",
    "too-large": "ข้อความยาวเกินไป โปรดวางเฉพาะข้อความของหนังสือ",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a PDF shows: its text, pages one below the other; whether some of it was read off a picture; the source that is attached."""

    text: str
    scanned: bool
    source: Paper | None

    @property
    def shows_source(self) -> bool:
        """Is there a source, and are its words those on the pages?"""
        return self.source is not None and not self.scanned and _shows(self.text, self.source)


def seen_in(data: bytes) -> Seen:
    """Read a PDF.

    Raises Unreadable: encrypted, damaged, too-long, too-large, too-slow; and scan, illegible for pages that are pictures.
    """
    with TemporaryDirectory(prefix="saraban-") as name:
        folder = Path(name)
        pages, source = _pages(data, folder)
        pictured = [at for at, (text, is_picture) in enumerate(pages) if _is_unread(text, is_picture)]
        texts = [text for text, _ in pages]
        if (paper := _paper(source)) and _shows("\n".join(texts), paper):  # ours: no picture to be read
            return Seen("\n".join(filter(None, texts)), False, paper)
        if pictured:
            scans.check(len(pictured))
            _run(["pictures", *map(str, pictured)], data, folder)
            read = scans.texts_of([folder / f"{at}.pgm" for at in pictured])
            for at, text in zip(pictured, read, strict=True):
                texts[at] = text
    return Seen("\n".join(filter(None, texts)), bool(pictured), _paper(source))


def source_in(data: bytes) -> Paper | None:
    """The paper that is attached to a PDF, whatever its pages say; None where there is none, and where it cannot be opened."""
    with TemporaryDirectory(prefix="saraban-") as name, suppress(Unreadable):
        return _paper(_pages(data, Path(name))[1])
    return None


def _paper(source: str | None) -> Paper | None:
    try:
        return paper_of(json.loads(source)) if source else None
    except (ValueError, RecursionError):
        return None


def _shows(text: str, source: Paper) -> bool:
    try:
        return is_seen_in(printed(source), text)
    except Unprintable:
        return False


def _is_unread(text: str, is_picture: bool) -> bool:
    if not text.strip():
        return is_picture
    return (is_picture and len(text) < STAMP) or not is_trusted(text)


def _pages(data: bytes, folder: Path) -> tuple[list[tuple[str, bool]], str | None]:
    told = json.loads(_run(["text"], data, folder))
    if code := told.get("trouble"):
        raise Unreadable(code, _TROUBLES[code])
    return [(text, is_picture) for text, is_picture in told["pages"]], told["source"]


def _run(words: Sequence[str], data: bytes, folder: Path) -> bytes:
    command = [sys.executable, "-P", "-s", "-m", "saraban.reading.pdf_child", *words]
    try:
        return confined.run(command, folder=folder, seconds=SECONDS, memory=MEMORY, data=data)
    except confined.TooSlow:
        raise Unreadable(
            "too-slow", "แฟ้ม PDF ซับซ้อนเกินไป อ่านไม่เสร็จในเวลาที่กำหนด โปรดวางข้อความของหนังสือ"
        ) from None
    except confined.Failed:
        raise Unreadable("damaged", _TROUBLES["damaged"]) from None
