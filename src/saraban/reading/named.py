"""Units that the body of a letter names, where no annex lists them."""

from __future__ import annotations

import re

from saraban.reading.amounts import PER_UNIT_PHRASE, number_in
from saraban.reading.annex import END_COUNT, UNIT_NAME, Row, run_of_counts
from saraban.reading.clauses import LEAD
from saraban.reading.lines import Line, Page
from saraban.reading.points import marker
from saraban.reading.vocabulary import UNIT

_NAMING = re.compile(
    r"(?:หน่วยงาน|ส่วนราชการ|จังหวัด|อำเภอ|หน่วย|กอง|สำนัก)[^\n]{0,60}?(?:ได้แก่|ประกอบด้วย|คือ|ดังนี้)\s*:?\s*"
)
_NAMED = re.compile(
    rf"(?:,\s*|และ\s?)?(?P<name>{UNIT}[ก-์ฯ.]*?(?:(?:(?<=ภาค)|(?<=เขต)|(?<=ที่))\s?\d{{1,2}})?)(?:\s+|,\s*|(?=และ\s?{UNIT})|$)"
)
_GROUP_BEFORE = re.compile(
    rf"(?:ได้แก่|ประกอบด้วย|คือ|\()\s*(?P<names>{UNIT}[^()\n]{{4,300}}?)\s*\)?\s*{PER_UNIT_PHRASE.pattern}"
)
_PARTED = re.compile(rf"{PER_UNIT_PHRASE.pattern}\s*\([^()\n]*\)")  # หน่วยงานละ ๓ คน (กองหลัก ๑ คน กองย่อย ๒ คน)
_GROUP = re.compile(rf"{PER_UNIT_PHRASE.pattern}\s*(?:ได้แก่|ประกอบด้วย|คือ|[:：])\s*")


def units_in_body(page: Page, body: int, closing: int) -> list[Row]:
    """The units that the body names, with their counts if it gives them; [] unless it names two.

    หน่วยงานที่ยังขาดผู้แทน ได้แก่ กองคลัง กองช่าง และกองแผน; ส่งผู้แทน ดังนี้ กองคลัง ๒ คน กองช่าง ๑ คน;
    ตำบลละ ๒ คน ได้แก่ ตำบลเหนือ ตำบลใต้; a list with a count at the end of each line.
    """
    for ways in (_run_of, _groups_of):
        rows = [row for line in page.lines[body:closing] for row in ways(page, line)]
        if len(rows) > 1:
            return rows
    rows = []
    for line in page.lines[body:closing]:
        if row := _counted_line(page, line):
            rows.append(row)
        elif len(rows) > 1:
            return rows
        else:
            rows = []
    named = (
        _chain(page, line.start + lead.end(), line.end, None)
        for line in page.lines[body:closing]
        for lead in _NAMING.finditer(line.text)
    )
    return next((rows for rows in named if len(rows) > 1), [])


def _run_of(page: Page, line: Line) -> list[Row]:
    lead = LEAD.search(line.text)
    rows = run_of_counts(page, line.start + lead.end(), line.end) if lead else []
    parted = [match.span() for match in _PARTED.finditer(page.text, line.start, line.end)]
    return [row for row in rows if not any(start <= row.start < end for start, end in parted)]


def _groups_of(page: Page, line: Line) -> list[Row]:
    rows: list[Row] = []
    for group in _GROUP.finditer(page.text, line.start, line.end):
        rows += _chain(page, group.end(), line.end, number_in(group["low"]))
    for group in _GROUP_BEFORE.finditer(page.text, line.start, line.end):
        rows += _chain(page, *group.span("names"), number_in(group["low"]))
    return rows


def _counted_line(page: Page, line: Line) -> Row | None:
    mark = marker(line.text)
    start = line.start + (mark.length if mark else 0)
    counted = END_COUNT.fullmatch(page.text[start : line.end]) if UNIT_NAME.match(page.text, start) else None
    if counted is None:
        return None
    at = (start, start + len(counted["name"].rstrip(" |_\t")))
    return Row(page.take(*at, 0.7), number_in(counted["count"]), *at)


def _chain(page: Page, start: int, end: int, count: int | None) -> list[Row]:
    """Units that follow one another from `start` on: กองคลัง กองช่าง และกองแผน."""
    rows: list[Row] = []
    for name in _NAMED.finditer(page.text, start, end):
        if name.start() > (rows[-1].end if rows else start) + 1:
            break
        rows.append(Row(page.take(*name.span("name"), 0.7), count, *name.span("name")))
    return rows
