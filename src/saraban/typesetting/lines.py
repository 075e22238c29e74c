"""The lines of a PDF that was set here, as they stand on its pages."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

import pypdfium2 as pdfium
from pypdfium2 import raw

from saraban.paper.model import SECRECY

CM = 72 / 2.54
# Above and below the text stand the page's number, what it announces, and how secret the paper is.
_TOP, _BOTTOM = 2.5 * CM, 27.7 * CM
_FURNITURE = re.compile(r"-[๐-๙]+-|/.+…")
#: PDFium serves one thread at a time; whoever opens a PDF here holds this.
PDFIUM = Lock()
_SAME = 2.0  # points between the baselines of letters of one line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its letters without room."""

    page: int
    letters: str


def lines_of(pdf: bytes) -> list[Line]:
    """The lines of all pages in order, without page numbers and announcements; how secret it is only once.

    Letters are of one line where they stand at one height. PDFium's own lines will not do: on a page of few words it takes letters for lines.
    """
    with PDFIUM:
        return list(_lines(pdf))


def _lines(pdf: bytes) -> Iterator[Line]:
    secret = False
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            for below, letters in _lines_on(page):
                if not _TOP < below < _BOTTOM:
                    if _FURNITURE.fullmatch(letters) or (secret and letters in SECRECY):
                        continue
                    secret = secret or letters in SECRECY
                yield Line(number, letters)


def _lines_on(page: pdfium.PdfPage) -> Iterator[tuple[float, str]]:
    """How far each line stands below the upper edge, and its letters."""
    height, text = page.get_height(), page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    at, gathered = 0.0, ""
    for place in range(text.count_chars()):
        letter = "-" if raw.FPDFText_IsHyphen(text, place) == 1 else chr(raw.FPDFText_GetUnicode(text, place))
        if letter.isspace():
            continue
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        below = height - y.value
        if gathered and abs(below - at) > _SAME:
            yield at, gathered
            gathered = ""
        at, gathered = below, gathered + letter
    if gathered:
        yield at, gathered
