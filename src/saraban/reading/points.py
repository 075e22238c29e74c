"""Numbered points: found at the start of lines, or glued together inside one line ("1. กองช่าง2. กองแผนงาน")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from saraban.reading.lines import Line, Page
from saraban.reading.vocabulary import BACKGROUND, CLOSINGS

_LETTERS = "กขคงจฉช"
_MARKERS: tuple[tuple[str, str], ...] = (
    ("article", r"ข้อ\s*(?P<n>\d{1,2})(?=\s)"),
    ("bracket", r"\((?P<n>\d{1,2})\)"),
    ("paren", r"(?P<n>\d{1,2})\)"),
    ("decimal", r"(?P<up>\d{1,2}(?:\.\d{1,2})*)\.(?P<n>\d{1,2})\.?(?![\d./,:)]|\s*(?:[-–]\s*\d|น\.|นาฬิกา))"),
    ("dot", r"(?P<n>\d{1,3})\s?[.,](?![\d/.])"),
    ("letter", rf"\(?(?P<n>[{_LETTERS}])[.)](?!\s?[ก-ฮ]\.)"),
    ("dash", r"[-–•●▪*](?![-–*])"),
)
_AT_START = [(style, re.compile(rf"{pattern}\s*(?=\S|$)")) for style, pattern in _MARKERS]
_INSIDE = [
    (style, re.compile(rf"(?<![\d.(/]){pattern}\s*(?=[^\s\d])"))
    for style, pattern in _MARKERS
    if style in {"bracket", "paren", "dot"}
]
# A paragraph that begins so is not the rest of a point.
_NEW_PARAGRAPH = re.compile(
    rf"จึงเรียน|จึงแจ้ง|ทั้งนี้|อนึ่ง|ในการนี้|หมายเหตุ|กระทรวง|กรม|{CLOSINGS}|{BACKGROUND}|\(?{'นาย|นาง'}"
)


class Mark(NamedTuple):
    """How a point is marked: the style, its number within that style (None for a dash), the marker's length."""

    style: str
    number: int | None
    length: int


@dataclass(frozen=True)
class Point:
    """A numbered point: offsets in `Page.text` of the whole point and of its words after the number."""

    number: int
    start: int
    words: int
    end: int
    subpoints: tuple[Point, ...] = ()

    @property
    def head_end(self) -> int:
        """Where its own words end and its first sub-point begins."""
        return self.subpoints[0].start if self.subpoints else self.end


@dataclass(frozen=True)
class Listing:
    """Points 1..n in one style of numbering, and the line that leads to them (None at the top of a text).

    `first` and `last` are the numbers of its lines (`last` exclusive).
    """

    lead: Line | None
    points: tuple[Point, ...]
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.points[0].start

    @property
    def end(self) -> int:
        return self.points[-1].end


def marker(text: str) -> Mark | None:
    """The marker that `text` begins with, if any.

    >>> marker("๒) แจ้งรายชื่อ"), marker("๓.๑ ส่งรายชื่อ"), marker("๐๙.๓๐ น. ลงทะเบียน")
    (Mark(style='paren', number=2, length=3), Mark(style='decimal 3', number=1, length=4), None)
    """
    for style, pattern in _AT_START:
        if match := pattern.match(text):
            groups = match.groupdict()
            number = groups.get("n")
            if style == "letter":
                return Mark(style, _LETTERS.index(match["n"]) + 1, match.end())
            if style == "decimal":
                style += " " + ".".join(str(int(part)) for part in match["up"].split("."))
            return Mark(style, int(number) if number else None, match.end())
    return None


def listings(page: Page, first: int, last: int) -> list[Listing]:
    """All top-level lists among lines `first` to `last` (exclusive), in order."""
    found: list[Listing] = []
    at = first
    while at < last:
        line = page.lines[at]
        head = marker(line.text)
        lead = page.lines[at - 1] if at > first else None
        if head and head.number in {1, None}:
            begun = at
            points, at = _down(page, at, last, head.style)
            found.append(Listing(lead, points, begun, at))
            continue
        at += 1
        for inside in _chains(page.text, line.start, line.end):
            found.append(Listing(line, tuple(inside), at - 1, at))
    return found


def inner_listings(page: Page, listing: Listing) -> list[Listing]:
    """The lists that stand among the lines of `listing`'s points, each with the line that leads to it."""
    found: list[Listing] = []
    heads = {point.start for point in listing.points}
    begun = listing.first
    for at in range(listing.first + 1, listing.last + 1):
        if at == listing.last or page.lines[at].start in heads:
            found += [
                Listing(each.lead or page.lines[begun], each.points, each.first, each.last)
                for each in listings(page, begun + 1, at)
            ]
            begun = at
    return found


def split_inside(text: str, start: int, end: int, *, first: int = 1) -> list[Point]:
    """Points 1, 2, 3… of one style inside `text[start:end]`, glued or not; [] unless there are two at least.

    With `first` they go on from that number, as the second line of a list does.
    """
    return max(_chains(text, start, end, first=first), key=len, default=[])


def _chains(text: str, start: int, end: int, *, first: int = 1) -> list[list[Point]]:
    """The same of every style, in order; a list ends where the next begins."""
    chains: list[list[re.Match[str]]] = []
    for _, pattern in _INSIDE:
        chain: list[re.Match[str]] = []
        for match in pattern.finditer(text, start, end):
            if int(match["n"]) == first + len(chain):
                chain.append(match)
        if len(chain) > 1:
            chains.append(chain)
    chains.sort(key=lambda chain: chain[0].start())
    begins = [chain[0].start() for chain in chains]
    found: list[list[Point]] = []
    for chain in chains:
        limit = min((begin for begin in begins if begin > chain[-1].start()), default=end)
        ends = [match.start() for match in chain[1:]] + [limit]
        found.append(
            [
                Point(i, m.start(), m.end(), stop)
                for i, (m, stop) in enumerate(zip(chain, ends, strict=True), first)
            ]
        )
    return found


def _down(page: Page, first: int, last: int, style: str) -> tuple[tuple[Point, ...], int]:
    """Points that follow one another at the start of lines from line `first`; also the line after them."""
    heads = [first]
    at = first + 1
    while at < last:
        mark = marker(page.lines[at].text)
        if mark and mark.style == style:
            if mark.number in {len(heads) + 1, None}:
                heads.append(at)
            elif mark.number == 1:  # the next list begins
                break
        elif (not mark and _ends_list(page, at, last, style, len(heads) + 1)) or (
            mark and not _deeper(mark.style, style) and _ends_list(page, at, last, style, len(heads) + 1)
        ):
            break
        at += 1
    stops = [*heads[1:], at]
    return tuple(
        _point(page, i, head, stop) for i, (head, stop) in enumerate(zip(heads, stops, strict=True), 1)
    ), at


_DEPTH = ["article", "dot", "decimal", "bracket", "paren", "letter", "dash"]


def _deeper(style: str, than: str) -> bool:
    """May a point of this style stand under one of the other? ๑. holds ๑.๑, (๑) and dashes, a dash holds nothing."""
    if style.startswith("decimal") and not than.startswith(("decimal", "dash", "letter")):
        return True
    return _DEPTH.index(style.split()[0]) > _DEPTH.index(than.split()[0]) or style.startswith(f"{than}.")


def _ends_list(page: Page, at: int, last: int, style: str, wanted: int) -> bool:
    """True unless the plain line `at` is the rest of a point: point `wanted` must still come, or a sub-point."""
    if _NEW_PARAGRAPH.match(page.lines[at].text):
        return True
    for line in page.lines[at:last]:
        mark = marker(line.text)
        if mark and mark.style == style:
            return mark.number not in {wanted, None}
        if _NEW_PARAGRAPH.match(line.text):
            return True
    return True


def _point(page: Page, number: int, head: int, stop: int) -> Point:
    line = page.lines[head]
    mark = marker(line.text)
    words = line.start + (mark.length if mark else 0)
    inner = [point for each in listings(page, head + 1, stop) for point in each.points]
    subpoints = tuple(inner) or tuple(split_inside(page.text, words, line.end))
    return Point(number, line.start, words, page.lines[stop - 1].end, subpoints)
