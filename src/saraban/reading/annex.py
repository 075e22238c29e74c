"""The annex: a table or list that gives units their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from saraban.letter import Span
from saraban.reading.amounts import COUNTED_NOUN, NUMBER, PER_UNIT_PHRASE, number_in
from saraban.reading.columns import TOTAL, Columns, cells_of, columns_of, count_in, rows_in
from saraban.reading.lines import Found, Line, Page
from saraban.reading.points import marker, split_inside
from saraban.reading.vocabulary import ANNEX_HEADS, PER_UNIT, PERSON, POST, UNIT, one_of

_HEADS = [head.regex for head in ANNEX_HEADS]
UNIT_NAME = re.compile(rf"(?!{PERSON}){UNIT}")
_ORDER = re.compile(r"\(?\d{1,4}[.)]?$")
_MARK = re.compile(r"(?:\(?\d{1,5}[.)]\s*|[-–•*]\s*|\d{1,5}\s+(?=[ก-ฮเ-ไ]))")
_HOW_MANY = rf"(?P<count>{NUMBER})\s*(?:\([ก-์]+\)\s*)?{COUNTED_NOUN}"
END_COUNT = re.compile(
    rf"(?P<name>\S.*?)\s*(?:[:：(]\s*|จำนวน\s*|(?<=\s){one_of(PER_UNIT)}ละ\s*)*(?<![\d/]){_HOW_MANY}\s*\)?\.?$"
)
_END_NUMBER = re.compile(r"(?P<name>\S.*?)(?:\s*[:：]\s*|\s*[\t|]\s*|\s{2,}|(?P<near>\s))(?P<count>\d{1,4})$")
# A number that words follow: นครปฐม ๖ รุ่นที่ ๑.
_REMARKED = re.compile(r"(?P<name>\S.*?)(?<!เขต)(?<!ที่)(?<!ภาค)(?P<near>\s)(?P<count>\d{1,4})\s+[^\d\s].*")
_RUN = re.compile(
    rf"(?:^|(?<=[\s,;]))(?:และ\s?|\(?\d{{1,2}}[.)]\s*)?(?P<name>{UNIT}[^\d\n,;]{{0,80}}?)\s*(?:[:：(]\s*|จำนวน\s*)*{_HOW_MANY}\)?(?=[\s,;.]|และ|$)"
)
_RULE = re.compile(r"[\s|:+=_–-]+$")
_AND_TOTAL = re.compile(r"\s+(?:ยอด)?รวม(?:ทั้ง|เป็น|จำนวน|\s|\d)")
_STOP = re.compile(r"หมายเหตุ|ผู้ประสานงาน|ที่มา\s*:|สำเนา|แบบตอบรับ|ลงชื่อ")
_NO_ROW = re.compile(r"โทร(?:\.|ศัพท์|สาร|\s)|www\.|@|https?:|[Ff]ax")
_BARE = re.compile(
    rf"(?!{PERSON}|{POST}|สิ่งที่|บัญชี|กลุ่มที่)[ก-ฮเ-ไ][ก-์. ]{{2,40}}"
)  # under a count that was said for all
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Row:
    """One unit of the annex; `count` None where only its name is listed. Offsets index `Page.text`."""

    unit: Found
    count: int | None
    start: int
    end: int


@dataclass
class Annex:
    """All rows, in order, the heading lines that stood over them, the totals said under them.

    `in_body` says that the body itself names the units.
    """

    rows: list[Row] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)
    totals: list[tuple[int, Found]] = field(default_factory=list)
    in_body: bool = False

    @property
    def counted(self) -> list[Row]:
        return [row for row in self.rows if row.count is not None]


def annex_of(page: Page, body: int, closing: int) -> Annex:
    """Read the units that are listed in tables from line `body` on, and in lists from line `closing` on.

    A count may stand in the unit's own row, once after a group of units (a cell that spans them), or once before it.
    """
    annex = Annex()
    pending: list[tuple[Found, Span]] = []  # units that still wait for their count
    announced: int | None = None  # a count that was said for the units below it
    columns: Columns | None = None
    for line in page.lines[body:]:
        below = line.index >= closing
        if heading := columns_of(line.text):
            if not annex.headings:  # what looked like units above the heading was its title
                pending, annex.rows = [], []
            columns = heading
            annex.headings.append(line)
            continue
        if below and any(head.match(line.text) for head in _HEADS):
            annex.headings.append(line)
            announced = None
            continue
        if _RULE.match(line.text) or (columns is None and not below) or _NO_ROW.search(line.text):
            continue
        if _STOP.match(line.text) or TOTAL.match(_first_word(line.text)):
            if columns and columns.counted and (said := _said(page, line, columns)):
                annex.totals.append(said)
            columns = announced = None
            continue
        if columns and _ends_table(line):
            columns = None
            continue
        shared = _shared_count(line)
        place = _names_part(line, shared)
        found = list(_names(page, *place, columns, headed=bool(annex.headings)))
        if not found and announced is not None and shared is None and _BARE.fullmatch(line.text):
            found = [(page.take(line.start, line.end, 0.7), (line.start, line.end), None)]
        for name, span, count in found:
            if count is not None or announced is not None:
                annex.rows.append(Row(name, announced if count is None else count, *span))
            else:
                pending.append((name, span))
        if shared is not None:
            low = number_in(shared["low"])
            if pending:
                annex.rows += [Row(name, low, *span) for name, span in pending]
                pending = []
            elif not found:  # the line holds nothing but the phrase: it announces the units below
                announced = low
    annex.rows += [Row(name, None, *span) for name, span in pending]
    annex.rows.sort(key=lambda row: row.start)
    return annex


def _said(page: Page, line: Line, columns: Columns) -> tuple[int, Found] | None:
    """The total that the last row of a table gives for the column that counts."""
    cells = [count_in(cell) for cell in cells_of(line.text.replace("*", " "))]
    numbers = [number for number in cells if number is not None]
    if len(numbers) == columns.numbers:
        return numbers[columns.wanted], page.take(line.start, line.end)
    return (numbers[0], page.take(line.start, line.end)) if len(numbers) == 1 else None


def _first_word(text: str) -> str:
    return re.sub(r"^[\s|*_\d.]+", "", text)


def _ends_table(line: Line) -> bool:
    """A sentence ends a table."""
    return len(cells_of(line.text)) == 1 and (
        len(line.text) > _LONGEST_NAME
        or bool(re.match(r"จึง|ทั้งนี้|อนึ่ง|โดย|\(|ขอแสดง|โปรด|โทร|ในการนี้", line.text))
    )


def _shared_count(line: Line) -> re.Match[str] | None:
    """The phrase หน่วยงานละ ๒ คน in the line, if the line is no running text."""
    match = PER_UNIT_PHRASE.search(line.text)
    return match if match and match.end() > len(line.text) - 40 else None


def _names_part(line: Line, shared: re.Match[str] | None) -> Span:
    """Offsets of the part of the line that may hold names of units."""
    if shared is None:
        return line.start, line.end
    before = line.text[: shared.start()].rstrip(" \t|:ๆ(")
    if not re.search(rf"(?:^|[\s.)\d]){UNIT}|^\d+\.", before) or re.match(
        r"(?:กลุ่ม(?:ที่)?\s*\d|หน่วยงานที่|ให้|.{0,40}จำนวน)", before
    ):
        return line.start, line.start
    return line.start, line.start + len(before)


def _names(
    page: Page, start: int, end: int, columns: Columns | None, *, headed: bool
) -> Iterator[tuple[Found, Span, int | None]]:
    """Units named in `text[start:end]` with their own counts: several glued ones, or one row."""
    if start >= end:
        return
    if run := run_of_counts(page, start, end):
        yield from ((row.unit, (row.start, row.end), row.count) for row in run)
        return
    first = marker(page.text[start:end]) if headed else None
    points = split_inside(page.text, start, end, first=(first and first.number) or 1)
    named = [point for point in points[:2] if UNIT_NAME.match(page.text, point.words)]
    if len(points) > 1 and (headed or len(named) == 2):
        for point in points:
            yield from _one(page, point.words, point.end, columns, trusted=True)
        return
    rows = rows_in(page.text, start, end, columns) if columns else []
    if columns and any(len(cells) > 1 for cells in rows):
        for cells in rows:
            yield from _row(page, cells, columns)
        return
    mark = _MARK.match(page.text, start, end)
    for name, span, count in _one(
        page, mark.end() if mark else start, end, columns, trusted=bool(mark) and headed
    ):
        # Without a heading a bare line is no row: it may be the office at the foot of the letter.
        if mark or count is not None or columns:
            yield name, span, count


def _row(page: Page, cells: list[Span], columns: Columns) -> Iterator[tuple[Found, Span, int | None]]:
    """A row of a table with a heading."""
    if _ORDER.match(page.text[slice(*cells[0])].strip()):
        cells = cells[1:]
    words = [cell for cell in cells if count_in(page.text[slice(*cell)]) is None]
    words = [cell for cell in words if re.search("[ก-ฮ]", page.text[slice(*cell)])]
    if not words:
        return
    first = next((cell for cell in words if UNIT_NAME.match(_unmarked(page, cell))), words[0])
    start, end = first
    mark = _MARK.match(page.text, start, end)
    start = mark.end() if mark else start
    counts = [count_in(page.text[slice(*cell)]) for cell in cells if cell > first]
    aligned = counts[columns.at] if len(counts) == columns.cells else None
    numbers = [count for count in counts if count is not None]
    if not columns.counted or not numbers:
        count = None
    elif aligned is not None:
        count = aligned
    elif len(numbers) == columns.numbers:
        count = numbers[columns.wanted]
    else:
        count = numbers[0]
    own = not numbers and END_COUNT.fullmatch(page.text[start:end].strip())
    if own and columns.counted:
        yield from _one(page, start, end, columns, trusted=True)
    elif name := _name(page, start, end, trusted=count is not None):
        yield *name, count


def _one(
    page: Page, start: int, end: int, columns: Columns | None, *, trusted: bool
) -> Iterator[tuple[Found, Span, int | None]]:
    """One unit with the count at its end, if it has one."""
    text = re.sub(r"\.{3,}|…+", lambda dots: " " * len(dots[0]), page.text[start:end])
    text = _AND_TOTAL.split(text)[0].rstrip()
    matched = _REMARKED.fullmatch(text) if columns and columns.remarked else None
    matched = matched or END_COUNT.fullmatch(text)
    if (
        not matched
        and (bare := _END_NUMBER.fullmatch(text))
        and (not bare["near"] or (columns and columns.loose))
    ):
        matched = bare
    count = number_in(matched["count"]) if matched else None
    stop = start + (matched.end("name") if matched else len(text))
    if name := _name(page, start, stop, trusted=trusted or (columns is not None and count is not None)):
        yield *name, count


def run_of_counts(page: Page, start: int, end: int) -> list[Row]:
    """Several units with their counts in one line: กองคลัง ๒ คน กองช่าง ๑ คน และสำนักปลัด ๓ คน."""
    rows: list[Row] = []
    for match in _RUN.finditer(page.text, start, end):
        if rows and match.start() > rows[-1].end + 30:
            rows = rows if len(rows) > 1 else []
        at = match.span("name")
        rows.append(Row(page.take(*at, 0.8), number_in(match["count"]), *at))
    return rows if len(rows) > 1 else []


def _name(page: Page, start: int, end: int, *, trusted: bool) -> tuple[Found, Span] | None:
    """The piece as a unit's name: it begins with a word for a unit, or what stands around it makes it one."""
    name = re.sub(r"\.{2,}$", "", page.text[start:end].strip(" \t|:-–*,")).strip()
    named = UNIT_NAME.match(name) or (trusted and re.match(rf"(?!{PERSON}|{POST})[^\W\d_]", name))
    if not named or len(name) > _LONGEST_NAME or re.search(r"(?:จำนวน|ละ)\s*\d|ดังนี้|\sได้แก่|\.{3,}", name):
        return None
    at = start + page.text[start:end].find(name)
    return page.take(at, at + len(name), 0.9), (at, at + len(name))


def _unmarked(page: Page, cell: Span) -> str:
    text = page.text[slice(*cell)].strip()
    return text[mark.end() :] if (mark := _MARK.match(text)) else text
