"""The text of a paper in Word: paragraphs, points, headings, tables, and the annexes behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from saraban.paper import Annex, Block, Table
from saraban.paper.words import point_of
from saraban.typesetting.docx_markup import WIDTH, paragraph, run, table

_LETTER, _PADDING = 0.2, 0.5  # centimetres: a letter of 16 points, and what stands beside the words of a cell
_SHORT = 20  # letters of a cell that is set in the middle
_APART = paragraph("Apart")  # Word makes one table of two that touch
_COUNT = re.compile(r"[\d๐-๙]|^[-–]?$")


def blocks(body: Sequence[Block], *, held: bool = False) -> Iterator[str]:
    """The text. Where it is `held`, its last paragraph stays with what follows: a signature never stands alone."""
    for at, block in enumerate(body):
        together = held and at == len(body) - 1
        if block.table is not None:
            yield ruled(block.table) + _APART
        elif block.kind == "heading":
            yield paragraph("Subheading", run(point_of(block)))
        else:
            level = block.level if block.kind == "point" else 1
            yield paragraph("Body", run(point_of(block)), together=together, level=level)


def ruled(data: Table) -> str:
    """The table; columns of numbers and short counts stand in the middle of their cells."""
    columns = list(zip(*data.rows, strict=True)) or [()] * len(data.header)
    aligns = ["center" if all(_is_count(cell) for cell in column) else "left" for column in columns]
    return table(data.header, data.rows, widths_of(data), aligns)


def widths_of(data: Table) -> list[float]:
    """Centimetres for each column, together as wide as the text.

    Each has what its longest cell needs; what is over goes to the widest. Where that is too much, the widest share what
    the others leave.
    """
    columns = zip(data.header, *data.rows, strict=True)
    needs = [max(map(_room, column)) * _LETTER + _PADDING for column in columns]
    left = WIDTH
    widths = list(needs)
    for done, at in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        last = done == len(needs) - 1
        widths[at] = left if last else min(needs[at], left / (len(needs) - done))
        left -= widths[at]
    return widths


def annexes(papers: Sequence[Annex]) -> Iterator[str]:
    """Each behind the letter, on a page of its own."""
    for annex in papers:
        yield paragraph("Annex", run(annex.title), new_page=True)
        yield from blocks(annex.body)


def _is_count(cell: str) -> bool:
    return len(cell) <= _SHORT and _COUNT.search(cell) is not None


def _room(text: str) -> int:
    """Letters that take room: marks above and below do not."""
    return sum(category(letter) != "Mn" for letter in text)
