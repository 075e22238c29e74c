"""The program that opens a PDF: run by itself and confined, because what reads PDF is written in C++.

    text                    the PDF on standard input, its pages as JSON on standard output
    pictures N N …          these pages as N.pgm into the folder it runs in

JSON is {"trouble": code} or {"pages": [[text, picture], …], "source": text}: `picture` says whether most of the page is one, `source` is the
attachment that a paper of ours carries, else null. What else a PDF can do beside being read (scripts, forms, links) is not part of this.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from saraban.reading.pdf_layout import Glyph, Rule, text_of

MOST_PAGES, MOST_GLYPHS, MOST_DRAWN = 200, 2_000_000, 20_000
SOURCE, MOST_ATTACHED, MOST_SOURCE = "paper.json", 20, 8_000_000
DOTS, MOST_DOTS = 200, 12_000_000  # of a picture: an inch, in all
_PASSWORD = 4  # of FPDF_GetLastError
_PLAIN = {0x02: "-", 0xFFFE: "-", 0: "\ufffd", 0xFFFF: "\ufffd"}
_DEEP = 5


class Trouble(Exception):
    """`args[0]` is the code."""


def opened() -> Any:
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise Trouble("encrypted" if code == _PASSWORD else "damaged") from error
    if len(document) > MOST_PAGES:
        raise Trouble("too-long")
    if not len(document):
        raise Trouble("damaged")
    return document


class _Turned:
    """The page as it is shown: coordinates from its lower left corner, after it was turned."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turns = page.get_rotation() // 90

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[self.turns]

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        (x, y), (z, w) = self.point(left, bottom), self.point(right, top)
        return min(x, z), min(y, w), max(x, z), max(y, w)


def glyphs_of(text: Any, turned: _Turned) -> Iterator[Glyph]:
    """What stands on the page, letters that were drawn as one together."""
    count = text.count_chars()
    x, y = ctypes.c_double(), ctypes.c_double()
    run: list[tuple[str, tuple[float, float, float, float]]] = []
    before: tuple[float, float] | None = None
    size = 0.0
    end: float | None = None

    def one() -> Glyph:
        assert before is not None
        boxes = [box for _, box in run]
        place = turned.point(*before)
        left, bottom, right, top = turned.box(
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )
        words = "".join(letter for letter, _ in run)
        return Glyph(words, *place, left, bottom, right, top, end if len(run) == 1 else None, size)

    for at in range(count):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        box = text.get_charbox(at)
        if run and (before != (x.value, y.value) or not _goes_on(run[-1][1], box)):
            yield one()
            run = []
        before = (x.value, y.value)
        code = raw.FPDFText_GetUnicode(text, at)
        run.append((_PLAIN.get(code) or chr(code), box))
        loose = turned.box(*text.get_charbox(at, loose=True))
        size = raw.FPDFText_GetFontSize(text, at) or 1.0
        end = loose[2]
    if run:
        yield one()


def _goes_on(before: Sequence[float], box: Sequence[float]) -> bool:
    """Letters that one glyph stands for share its box from left to right."""
    return (before[1], before[3]) == (box[1], box[3]) and abs(before[2] - box[0]) < 0.1


def rules_of(page: Any, turned: _Turned) -> tuple[list[Rule], list[Rule]]:
    """Straight lines on the page: upright ones, level ones."""
    upright: list[Rule] = []
    level: list[Rule] = []
    for drawn, _ in zip(
        page.get_objects((raw.FPDF_PAGEOBJ_PATH,), max_depth=_DEEP), range(MOST_DRAWN), strict=False
    ):
        for (x, y), (z, w) in pairwise(_points(drawn, turned)):
            if abs(x - z) < 1 < abs(y - w):
                upright.append(Rule(x, min(y, w), max(y, w)))
            elif abs(y - w) < 1 < abs(x - z):
                level.append(Rule(y, min(x, z), max(x, z)))
    return upright, level


def _points(drawn: Any, turned: _Turned) -> list[tuple[float, float]]:
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for at in range(min(raw.FPDFPath_CountSegments(drawn), 1000)):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(turned.point(*matrix.on_point(x.value, y.value)))
    return points


def is_picture(page: Any, turned: _Turned) -> bool:
    """Does one picture cover most of the page?"""
    area = (turned.right - turned.left) * (turned.top - turned.bottom)
    for image, _ in zip(
        page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEP), range(1000), strict=False
    ):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > area / 2:
            return True
    return False


def pages(document: Any) -> list[tuple[str, bool]]:
    told: list[tuple[str, bool]] = []
    glyphs = 0
    for at in range(len(document)):
        try:
            page = document[at]
            turned = _Turned(page)
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise Trouble("damaged") from error
        glyphs += text.count_chars()
        if glyphs > MOST_GLYPHS:
            raise Trouble("too-large")
        told.append(
            (text_of(list(glyphs_of(text, turned)), *rules_of(page, turned)), is_picture(page, turned))
        )
        text.close()
        page.close()
    return told


def source(document: Any) -> str | None:
    """What is attached under the name that our papers' sources have."""
    for at in range(min(document.count_attachments(), MOST_ATTACHED)):
        with suppress(pypdfium2.PdfiumError):
            attachment = document.get_attachment(at)
            if attachment.get_name() == SOURCE and len(data := attachment.get_data()) <= MOST_SOURCE:
                return bytes(data).decode(errors="replace")
    return None


def draw(document: Any, wanted: Sequence[int]) -> None:
    """Grey pictures of these pages."""
    for at in wanted:
        page = document[at]
        width, height = page.get_size()
        scale = min(DOTS / 72, (MOST_DOTS / max(1.0, width * height)) ** 0.5)
        picture = page.render(scale=scale, grayscale=True)
        lines = bytes(picture.buffer)
        rows = (lines[row * picture.stride :][: picture.width] for row in range(picture.height))
        head = f"P5 {picture.width} {picture.height} 255\n".encode()
        Path(f"{at}.pgm").write_bytes(head + b"".join(rows))
        page.close()


def main(what: str, *wanted: str) -> None:
    try:
        document = opened()
        if what == "text":
            print(json.dumps({"pages": pages(document), "source": source(document)}))
        else:
            draw(document, [int(page) for page in wanted])
    except Trouble as trouble:
        print(json.dumps({"trouble": trouble.args[0]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
