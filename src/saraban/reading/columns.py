"""The columns of a table of units: what its heading says, and the cells of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from saraban.letter import Span
from saraban.reading.amounts import COUNTED_NOUN, number_in
from saraban.reading.vocabulary import MONEY, NUMBER_COLUMNS, PEOPLE, PER_UNIT, UNIT_COLUMNS, one_of

_UNIT_COLUMN = re.compile(UNIT_COLUMNS)
_NUMBER_COLUMN = re.compile(NUMBER_COLUMNS)
_MONEY = re.compile(MONEY)
_PEOPLE_COLUMN = re.compile(rf"{one_of(PEOPLE)}|ผู้(?!จัด)|เจ้าหน้าที่|บุคลากร")
_LOOSE_HEAD = re.compile(rf"(?:(?:ลำดับ(?:ที่)?|ที่) )?{UNIT_COLUMNS}\S{{0,30}} (?:จำนวน|รวม)[^\d\n]{{0,40}}")
_LOOSE_CELL = re.compile(rf" (?={NUMBER_COLUMNS})")
_LOOSE_HEADS = re.compile(
    rf"(?:(?:ลำดับ(?:ที่)?|ที่) )?(?P<unit>{UNIT_COLUMNS}\S{{0,30}})(?P<counts>(?: (?:{NUMBER_COLUMNS})(?:(?<=ที่) ?\d)?[^\d\s]{{0,30}}(?: \([^\d\s]{{1,10}}\))?){{2,6}})"
)
_LOOSE_UNIT = re.compile(rf"(?:^|\s){UNIT_COLUMNS}\S* จำนวน")
# Rows with single spaces between their cells: units side by side (๑ กระบี่ ๒ ๕ ตรัง ๓), several numbers (๑ กระบี่ ๒ - ๒).
_BESIDE = re.compile(r"(?:\d{1,4}[.)]?\s+)?(?P<name>[^\d\s][^\d\n]{1,80}?)\s+(?P<count>\d{1,4})(?=\s|$)")
_LOOSE_ROW = re.compile(
    r"(?:\d{1,4}[.)]?\s)?(?P<name>[^\d\s]\S*(?:\s[^\d\s]\S*)*?)(?P<counts>(?:\s(?:\d{1,4}|-)){2,6})"
)
_GIVEN_COLUMN = re.compile(r"จัดสรร|โควต|ตัวจริง|ที่นั่ง|คัดเลือก|ผู้แทน|เสนอชื่อ|ผู้เข้า|ให้ส่ง|ที่ส่ง|ต้องส่ง")
_HAVING = re.compile(
    r"ทั้งหมด$|ทั้งหมด\s*\(|อัตรากำลัง|มีอยู่|ปัจจุบัน|เดิม"
)  # what units have, not what they are asked for
_GAP = re.compile(r"(?:[\t|]|\s{2,}|\s*(?:\.{3,}|…+)\s*)+")
_WORD = re.compile(r"\S+")
_FULL = re.compile(r"[\w–-]")
_COUNT = re.compile(
    rf"(?:จำนวน\s*|{one_of(PER_UNIT)}ละ\s*)?(\d{{1,4}})\s*(?:\([ก-์]+\)\s*)?\(?{COUNTED_NOUN}?\)?"
)
_NONE = re.compile(r"[-–—]$")
TOTAL = re.compile(r"(?:ยอด)?รวม")


@dataclass(frozen=True)
class Columns:
    """What a table's heading says: which of its number columns counts, from the left; how many there are.

    Rows with as many cells behind the unit as the heading has (`cells`) are read at cell `at`.
    `counted` is False where they hold money only, `loose` True where single spaces part the columns, `remarked` where words may
    follow the number. `width` is the number of cells of one unit where several stand side by side in a row, else 0.
    """

    wanted: int
    numbers: int
    counted: bool
    loose: bool = False
    cells: int = 0
    at: int = 0
    remarked: bool = False
    width: int = 0


def columns_of(text: str) -> Columns | None:
    """The columns of a table of units, if the line is its heading."""
    if _LOOSE_HEAD.fullmatch(text):
        beside = len(_LOOSE_UNIT.findall(text)) > 1
        return Columns(0, 1, True, loose=True, remarked="หมายเหตุ" in text, width=2 if beside else 0)
    if parted := _LOOSE_HEADS.fullmatch(text):
        one = columns_of(f"{parted['unit']}\t" + "\t".join(_LOOSE_CELL.split(parted["counts"])[1:]))
        return replace(one, loose=True) if one else None
    cells = [cell.strip("*_ ") for cell in cells_of(text)]
    width = _width(cells)
    if width and (one := columns_of("\t".join(cells[:width]))):
        return replace(one, width=width)
    if cells and re.match(r"(?:ลำดับ(?:ที่)?|ที่|ลำดับ\s*ที่|No\.?)$", cells[0]):
        cells = cells[1:]
    if any(count_in(cell) is not None for cell in cells):
        return None
    if len(cells) < 2 or not any(_UNIT_COLUMN.match(cell) for cell in cells) or len(text) > 200:
        return None
    after = cells[next(at for at, cell in enumerate(cells) if _UNIT_COLUMN.match(cell)) + 1 :]
    numbers = [cell for cell in after if _NUMBER_COLUMN.search(cell) and not cell[0].isdigit()]
    counted = [cell for cell in numbers if not _MONEY.search(cell)]
    if not counted:
        return Columns(0, len(numbers), False) if numbers else None
    ways = (_GIVEN_COLUMN.search, TOTAL.match, _PEOPLE_COLUMN.search, str.strip)
    asked = [cell for cell in counted if not _HAVING.search(cell)] or counted
    best = next(cell for way in ways for cell in asked if way(cell))
    return Columns(numbers.index(best), len(numbers), True, cells=len(after), at=after.index(best))


def _width(cells: list[str]) -> int:
    """How many cells of a heading it takes until it begins anew: ลำดับ จังหวัด จำนวน ลำดับ จังหวัด จำนวน; 0 where it does not."""
    widths = range(2, len(cells) // 2 + 1)
    return next((width for width in widths if cells == cells[:width] * (len(cells) // width)), 0)


def cell_spans(text: str, start: int, end: int) -> list[Span]:
    """Where the cells of `text[start:end]` stand: parted by tabs, bars, wide gaps or rows of dots; empty ones are left out."""
    cuts = [start, *(at for gap in _GAP.finditer(text, start, end) for at in gap.span()), end]
    return [cell for cell in zip(cuts[::2], cuts[1::2], strict=True) if _FULL.search(text, *cell)]


def rows_in(text: str, start: int, end: int, columns: Columns) -> list[list[Span]]:
    """The cells of `text[start:end]` under that heading, for each unit that stands there."""
    if columns.loose and columns.width:
        return [[unit.span("name"), unit.span("count")] for unit in _BESIDE.finditer(text, start, end)]
    if columns.loose and columns.numbers > 1 and (row := _LOOSE_ROW.fullmatch(text, start, end)):
        counts = _WORD.finditer(text, *row.span("counts"))
        return [[row.span("name"), *(count.span() for count in counts)]]
    cells = cell_spans(text, start, end)
    width = columns.width or len(cells) or 1
    return [cells[at : at + width] for at in range(0, len(cells), width)]


def cells_of(text: str) -> list[str]:
    """The words of each cell."""
    return [text[slice(*cell)].strip() for cell in cell_spans(text, 0, len(text))]


def count_in(cell: str) -> int | None:
    """The number that a cell holds, alone or with its noun; a dash is none at all."""
    cell = cell.strip(" *")
    if _NONE.match(cell):
        return 0
    match = _COUNT.fullmatch(cell)
    return number_in(match[1]) if match else None
