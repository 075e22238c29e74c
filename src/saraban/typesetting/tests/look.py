"""Looking at pages: letters with their places and sizes, read back by PDFium. Lengths in centimetres from the upper left."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2 as pdfium
from pypdfium2 import raw

from saraban.paper import Paper, example
from saraban.typesetting.pdf import pdf_of

CM = 72 / 2.54


@dataclass(frozen=True)
class Letter:
    character: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    bold: bool


@lru_cache(maxsize=32)
def printing(paper: Paper) -> bytes:
    """The PDF of a paper, made once for all tests."""
    return pdf_of(paper)


def example_pdf(kind: str) -> bytes:
    return printing(example(kind))


def words_on(pdf: bytes) -> str:
    """All text without room, page after page."""
    with pdfium.PdfDocument(pdf) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def letters_on(pdf: bytes) -> list[Letter]:
    found = []
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            height, text = page.get_height(), page.get_textpage()
            for at in range(text.count_chars()):
                character = chr(raw.FPDFText_GetUnicode(text, at))
                if character.isspace():
                    continue
                box = raw.FS_RECTF()
                x, y = ctypes.c_double(), ctypes.c_double()
                raw.FPDFText_GetLooseCharBox(text, at, box)
                raw.FPDFText_GetCharOrigin(text, at, x, y)
                found.append(
                    Letter(
                        character,
                        number,
                        x.value / CM,
                        box.right / CM,
                        (height - y.value) / CM,
                        round(raw.FPDFText_GetFontSize(text, at), 1),
                        _is_bold(text, at),
                    )
                )
    return found


def find(letters: list[Letter], words: str) -> list[Letter]:
    """The letters of the first place where `words` stand."""
    bare = "".join(words.split())
    at = "".join(letter.character for letter in letters).find(bare)
    assert at >= 0, f"{words} is not on the pages"
    return letters[at : at + len(bare)]


def _is_bold(text: pdfium.PdfTextPage, at: int) -> bool:
    name = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text, at, name, 200, ctypes.c_int())
    return b"Bold" in name.value
