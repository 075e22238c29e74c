"""Letters as the programs of an office would hand them over: printed to PDF by Chromium, saved by LibreOffice, scanned."""

from __future__ import annotations

import os
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest

from saraban.reading import scans
from saraban.tests.word import typed

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
needs_chromium = pytest.mark.skipif(
    not CHROMIUM, reason="Chromium is not installed (apt-get install chromium)"
)
needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"),
    reason="LibreOffice is not installed (apt-get install libreoffice-writer-nogui)",
)
needs_tesseract = pytest.mark.skipif(
    not scans.is_installed(),
    reason="Tesseract is not installed (apt-get install tesseract-ocr tesseract-ocr-tha)",
)
_FONTS = Path(__file__).parents[2] / "wian/kit/static/vendor/sarabun"
_PAGE = f"""<meta charset=utf-8><style>
@font-face {{font-family: S; src: url({_FONTS.as_uri()}/sarabun-latin-400-normal.woff2)}}
@font-face {{font-family: S; src: url({_FONTS.as_uri()}/sarabun-thai-400-normal.woff2); unicode-range: U+0E00-0E7F}}
@page {{size: A4; margin: 2cm}} body {{font: 11pt/1.6 S; margin: 0}} p {{margin: 0; text-align: justify}}
table {{border-collapse: collapse}} td {{border: 1px solid; padding: 2px 8px}}</style>"""


@cache
def printed(text: str) -> bytes:
    """The PDF that a browser prints of a letter, rows with tabs as a table."""
    assert CHROMIUM
    with TemporaryDirectory() as folder:
        (page := Path(folder, "letter.html")).write_text(_PAGE + "".join(_blocks(text)), encoding="utf-8")
        command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                   f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={folder}/letter.pdf"]  # fmt: skip
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=60)
        return Path(folder, "letter.pdf").read_bytes()


def _blocks(text: str) -> Iterator[str]:
    rows = ""
    for line in [*text.splitlines(), ""]:
        if "\t" in line:
            rows += "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line.split("\t")) + "</tr>"
            continue
        if rows:
            yield f"<table>{rows}</table>"
        rows = ""
        yield f"<p>{escape(line) or '&nbsp;'}</p>"


@cache
def saved_as(ending: str, text: str) -> bytes:
    """The file with that ending that LibreOffice makes of a letter typed in Word."""
    with TemporaryDirectory() as folder:
        Path(folder, "letter.docx").write_bytes(typed(text))
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            ending,
        ]
        subprocess.run([*command, "letter.docx"], cwd=folder, check=True, capture_output=True, timeout=60)
        return Path(folder, f"letter.{ending}").read_bytes()


@cache
def scanned(text: str) -> tuple[bytes, int, int]:
    """The first page of a letter as a scanner sees it at 200 dots an inch: its grey dots, its width, its height."""
    page = pypdfium2.PdfDocument(printed(text))[0].render(scale=200 / 72, grayscale=True)
    dots = bytes(page.buffer)
    rows = (dots[row * page.stride :][: page.width] for row in range(page.height))
    return b"".join(rows), page.width, page.height


def png(dots: bytes, width: int, height: int) -> bytes:
    """Those dots as a file."""
    rows = b"".join(b"\0" + dots[row * width :][:width] for row in range(height))
    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4) for name, data in chunks
    )
