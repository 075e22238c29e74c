"""What a person types in one field, as the blocks of a paper, and back."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from saraban.paper.model import Block, Table

_DIGIT = "[0-9๐-๙]"
#: The number of a point, with white space or the text itself behind it: ๑. · ๑.๑ · (๑) · ๑) · ข้อ ๑ · a dash.
_NUMBER = re.compile(
    rf"(?P<number>{_DIGIT}{{1,3}}\.(?!{_DIGIT})|{_DIGIT}{{1,3}}(?:\.{_DIGIT}{{1,3}}){{1,4}}\.?(?=\s)"
    rf"|\({_DIGIT}{{1,3}}\)|{_DIGIT}{{1,3}}\)|ข้อ\s{_DIGIT}{{1,3}}(?=\s)|[-–•](?=\s))\s*(?=\S)"
)
#: A line between a table's head and its rows, as Markdown has it: it says that a table is meant, even one without rows.
_RULE = re.compile(r"[\s|:]*-{3,}[\s|:-]*")


def body_of(typed: str) -> tuple[Block, ...]:
    """A line is a paragraph; one that begins with ๑. ๑.๑ (๑) or - a point, with # a heading; consecutive lines with tabs or | a table.

    The first row of a table is its head, and a blank line ends it. For every text, body_of(typed_of(body_of(text))) == body_of(text).

    >>> [(block.kind, block.number, block.text) for block in body_of("ด้วยกองแผนงานจะจัดอบรม\\n๑. เสนอชื่อ\\n# ข้อเสนอ")]
    [('paragraph', '', 'ด้วยกองแผนงานจะจัดอบรม'), ('point', '๑.', 'เสนอชื่อ'), ('heading', '', 'ข้อเสนอ')]
    """
    blocks: list[Block] = []
    for tabled, group in itertools.groupby((line.strip(" ") for line in typed.splitlines()), key=_is_row):
        lines = list(group)
        table = _table(lines) if tabled and len(lines) > 1 else None
        blocks += (
            [Block("table", table=table)]
            if table
            else [_block(line.strip()) for line in lines if line.strip()]
        )
    return tuple(blocks)


def typed_of(blocks: Iterable[Block]) -> str:
    """What somebody would type to get these blocks."""
    lines: list[str] = []
    for block in blocks:
        said = list(_typed(block))
        if lines and said and _is_row(lines[-1]) and _is_row(said[0]):
            lines.append("")
        lines += said
    return "\n".join(lines)


def _is_row(line: str) -> bool:
    return ("\t" in line or "|" in line) and not line.startswith("# ")


def _table(lines: list[str]) -> Table | None:
    rows = [row for row in (_cells(line) for line in lines if not _RULE.fullmatch(line)) if any(row)]
    if not rows:
        return None
    width = max(map(len, rows))
    header, *rest = ((*row, *[""] * (width - len(row))) for row in rows)
    return Table(header, tuple(rest))


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


def _block(line: str) -> Block:
    if line.startswith("# "):
        return Block("heading", line[2:].strip())
    if match := _NUMBER.match(line):
        number = match["number"]
        return Block("point", line[match.end() :], number=number, level=_level(number))
    return Block("paragraph", line)


def _level(number: str) -> int:
    """How deep a point with such a number stands."""
    if number[0] in "-–•":
        return 3
    if number.endswith(")"):
        return 2 if number.startswith("(") else 3
    return 1 + number.strip(".").count(".")


def _typed(block: Block) -> Iterator[str]:
    if block.table is not None:
        yield _row(block.table.header)
        yield from (
            (_row(row) for row in block.table.rows)
            if block.table.rows
            else [_row(["---"] * len(block.table.header))]
        )
    elif words := " ".join(block.text.split("\n")).strip():
        yield f"# {words}" if block.kind == "heading" else f"{block.number} {words}".strip()


def _row(cells: Iterable[str]) -> str:
    """A row between strokes; one that has strokes in it, with tabs."""
    cells = list(cells)
    return "\t".join(cells) if any("|" in cell for cell in cells) else f"| {' | '.join(cells)} |"
