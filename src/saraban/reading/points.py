"""Numbered points: found at the start of lines, or glued together inside one line ("1. กองช่าง2. กองแผนงาน")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saraban.reading.lines import Line, Page
from saraban.reading.vocabulary import BACKGROUND, CLOSINGS

_MARKERS: tuple[tuple[str, str], ...] = (
    ("article", r"ข้อ\s*(?P<n>\d{1,2})(?=\s)"),
    ("bracket", r"\((?P<n>\d{1,2})\)"),
    ("paren", r"(?P<n>\d{1,2})\)"),
    ("dot", r"(?P<n>\d{1,3})\.(?![\d/])"),
)
_AT_START = [(style, re.compile(rf"{pattern}\s*(?=\S|$)")) for style, pattern in _MARKERS]
_INSIDE = [(style, re.compile(rf"(?<![\d.(/]){pattern}\s*(?=[^\s\d])")) for style, pattern in _MARKERS[1:]]
# A paragraph that begins so is not the rest of a point.
_NEW_PARAGRAPH = re.compile(
    rf"จึงเรียน|จึงแจ้ง|ทั้งนี้|อนึ่ง|ในการนี้|หมายเหตุ|กระทรวง|กรม|{CLOSINGS}|{BACKGROUND}|\(?{'นาย|นาง'}"
)


@dataclass(frozen=True)
class Point:
    """A numbered point: offsets in `Page.text` of the whole point and of its words after the number."""

    number: int
    start: int
    words: int
    end: int
    subpoints: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Listing:
    """Points 1..n in one style of numbering, and the line that leads to them (None at the top of a text)."""

    lead: Line | None
    points: tuple[Point, ...]

    @property
    def start(self) -> int:
        return self.points[0].start

    @property
    def end(self) -> int:
        return self.points[-1].end


def marker(text: str) -> tuple[str, int, int] | None:
    """Style, number and length of the marker that `text` begins with, if any."""
    for style, pattern in _AT_START:
        if match := pattern.match(text):
            return style, int(match["n"]), match.end()
    return None


def listings(page: Page, first: int, last: int) -> list[Listing]:
    """All top-level numbered lists among lines `first` to `last` (exclusive), in order."""
    found: list[Listing] = []
    at = first
    while at < last:
        line = page.lines[at]
        head = marker(line.text)
        lead = page.lines[at - 1] if at > first else None
        if head and head[1] == 1:
            points, at = _down(page, at, last, head[0])
            found.append(Listing(lead, points))
            continue
        inside = split_inside(page.text, line.start, line.end)
        if len(inside) > 1:
            found.append(Listing(line, tuple(inside)))
        at += 1
    return found


def split_inside(text: str, start: int, end: int) -> list[Point]:
    """Points 1, 2, 3… of one style inside `text[start:end]`, glued or not; [] unless it counts from 1 to 2 at least."""
    best: list[re.Match[str]] = []
    for _, pattern in _INSIDE:
        chain: list[re.Match[str]] = []
        for match in pattern.finditer(text, start, end):
            if int(match["n"]) == len(chain) + 1:
                chain.append(match)
        if len(chain) > max(1, len(best)):
            best = chain
    if not best:
        return []
    ends = [match.start() for match in best[1:]] + [end]
    return [Point(i, m.start(), m.end(), stop) for i, (m, stop) in enumerate(zip(best, ends, strict=True), 1)]


def _down(page: Page, first: int, last: int, style: str) -> tuple[tuple[Point, ...], int]:
    """Points that follow one another at the start of lines from line `first`; also the line after them."""
    heads = [first]
    at = first + 1
    while at < last:
        mark = marker(page.lines[at].text)
        if mark and mark[0] == style:
            if mark[1] == len(heads) + 1:
                heads.append(at)
            elif mark[1] == 1:  # the next list begins
                break
        elif not mark and _ends_list(page, at, last, style, len(heads) + 1):
            break
        at += 1
    stops = [*heads[1:], at]
    return tuple(
        _point(page, i, head, stop) for i, (head, stop) in enumerate(zip(heads, stops, strict=True), 1)
    ), at


def _ends_list(page: Page, at: int, last: int, style: str, wanted: int) -> bool:
    """True unless the plain line `at` is the rest of a point: point `wanted` must still come, or a sub-point."""
    if _NEW_PARAGRAPH.match(page.lines[at].text):
        return True
    for line in page.lines[at:last]:
        mark = marker(line.text)
        if mark and mark[0] == style:
            return mark[1] != wanted
        if _NEW_PARAGRAPH.match(line.text):
            return True
    return not re.match(r"[-–•]|\d+\.\d", page.lines[at].text)


def _point(page: Page, number: int, head: int, stop: int) -> Point:
    line = page.lines[head]
    mark = marker(line.text)
    words = line.start + (mark[2] if mark else 0)
    subpoints = tuple(_subpoints(page, head + 1, stop))
    if not subpoints:
        subpoints = tuple(split_inside(page.text, words, line.end))
    return Point(number, line.start, words, page.lines[stop - 1].end, subpoints)


def _subpoints(page: Page, first: int, stop: int) -> list[Point]:
    found: list[Point] = []
    for line in page.lines[first:stop]:
        if match := re.match(r"(?:\d+(?:\.\d+)+\.?|\(\d+\)|\d+\)|[-–•])\s*", line.text):
            found.append(Point(len(found) + 1, line.start, line.start + match.end(), line.end))
    return found
