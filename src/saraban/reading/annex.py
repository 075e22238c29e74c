"""The annex: a table or list that gives units their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from saraban.reading.amounts import PER_UNIT_PHRASE
from saraban.reading.lines import Found, Line, Page
from saraban.reading.points import split_inside
from saraban.reading.vocabulary import ANNEX_HEADS, PERSON, UNIT

_HEADS = [head.regex for head in ANNEX_HEADS]
_UNIT = re.compile(rf"(?!{PERSON}){UNIT}")
_MARK = re.compile(r"(?:\(?\d{1,5}[.)]\s*|[-–•*]\s*|\d{1,5}\s+(?=[ก-ฮเ-ไ]))")
_COUNT = re.compile(
    r"\s*(?:จำนวน\s*)?(?P<count>\d{1,4})\s*(?P<noun>คน|ราย|ท่าน|รายชื่อ|เรื่อง|โครงการ|ทีม|แห่ง)?\s*$"
)
_SEPARATE_COUNT = re.compile(
    r"(?:[\t|]|\s{2,}|\sจำนวน\s?|\s(?=\d{1,4}\s*(?:คน|ราย|ท่าน|เรื่อง|โครงการ|ทีม)\s*$))"
)
_STOP = re.compile(r"หมายเหตุ|ผู้ประสานงาน|ที่มา\s*:|สำเนา|รวม")
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Row:
    """One unit of the annex; `count` None where only its name is listed. Offsets index `Page.text`."""

    unit: Found
    count: int | None
    start: int
    end: int
    line: str


@dataclass
class Annex:
    """All rows, in order, and the heading lines that stood over them."""

    rows: list[Row] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)

    @property
    def counted(self) -> list[Row]:
        return [row for row in self.rows if row.count is not None]


def annex_of(page: Page, first: int) -> Annex:
    """Read the units listed from line `first` on.

    A count may stand in the unit's own row, once after a group of units (a cell that spans them), or once before it.
    """
    annex = Annex()
    pending: list[tuple[Found, int, int, str]] = []  # units that still wait for their count
    current: int | None = None  # a count that was announced for the units below it
    for line in page.lines[first:]:
        if any(head.match(line.text) for head in _HEADS):
            if not annex.headings:  # what looked like units above the heading was its title
                pending, annex.rows = [], []
            annex.headings.append(line)
            continue
        if _STOP.match(line.text):
            break
        shared = _shared_count(line)
        place, words = _names_part(page, line, shared)
        for name, count, start, end in _names(page, place, words, bool(annex.headings)):
            if count is not None or current is not None:
                annex.rows.append(Row(name, current if count is None else count, start, end, line.text))
            else:
                pending.append((name, start, end, line.text))
        if shared is not None:
            count = int(shared["low"])
            if pending:
                annex.rows += [Row(name, count, start, end, text) for name, start, end, text in pending]
                pending = []
            elif place >= words:  # the line holds nothing but the phrase: it announces the units below
                current = count
    annex.rows += [Row(name, None, start, end, text) for name, start, end, text in pending]
    annex.rows.sort(key=lambda row: row.start)
    return annex


def _shared_count(line: Line) -> re.Match[str] | None:
    """The phrase หน่วยงานละ ๒ คน in the line, if the line is no running text."""
    match = PER_UNIT_PHRASE.search(line.text)
    return match if match and match.end() > len(line.text) - 40 else None


def _names_part(page: Page, line: Line, shared: re.Match[str] | None) -> tuple[int, int]:
    """Offsets of the part of the line that may hold names of units."""
    if shared is None:
        return line.start, line.end
    before = line.text[: shared.start()].rstrip(" \t|:ๆ")
    if not re.search(rf"(?:^|[\s.)\d]){UNIT}", before) or re.match(r"(?:กลุ่ม(?:ที่)?\s*\d|หน่วยงานที่|ให้)", before):
        return line.start, line.start
    return line.start, line.start + len(before)


def _names(page: Page, start: int, end: int, headed: bool) -> list[tuple[Found, int | None, int, int]]:
    """Units named in `text[start:end]` with their own counts: several glued ones, or one row."""
    if start >= end:
        return []
    points = split_inside(page.text, start, end)
    if len(points) > 1 and all(_UNIT.match(page.text, point.words) for point in points[:2]):
        pieces = [(point.words, point.end) for point in points]
        listed = True
    else:
        mark = _MARK.match(page.text, start, end)
        pieces = [(mark.end() if mark else start, end)]
        listed = bool(mark)
    names = [name for words, stop in pieces if (name := _name(page, words, stop, headed))]
    # Without a heading a bare line is no row: it may be the office at the foot of the letter.
    return [name for name in names if headed or listed or name[1] is not None]


def _name(page: Page, start: int, end: int, headed: bool) -> tuple[Found, int | None, int, int] | None:
    """One unit with its count, if the piece is one: it begins with a word for a unit, or stands in a headed table."""
    text = page.text[start:end]
    count: int | None = None
    for cut in _SEPARATE_COUNT.finditer(text):
        if number := _COUNT.match(text, cut.end()):
            count, text = int(number["count"]), text[: cut.start()]
            break
    name = text.strip(" \t|:-–")
    named = _UNIT.match(name) or (headed and count is not None and re.match(r"[^\W\d_]", name))
    if not named or len(name) > _LONGEST_NAME or re.search(r"(?:จำนวน|ละ)\s*\d|ดังนี้|\sได้แก่", name):
        return None
    at = start + text.find(name)
    return page.take(at, at + len(name), 0.9), count, at, at + len(name)
