"""From the glyphs of a page to its lines: where a letter stands counts, not when it was drawn.

Programs draw a page in any order, marks after the letters that they belong to, spaces anywhere or not at all. So marks go
to the letter they stand over, letters to the line they stand on, and what is missing between letters is a space; or a tab,
where the lines of a table or a wide gap are.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\uf701-\uf70e\uf710-\uf71a]+")
_TONES = set("\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
_THAI = re.compile("[\u0e01-\u0e5b]")
# Word writes ำ as a mark that has no letter, and า: what comes out is " า", which begins no Thai word.
_LOST_AM = re.compile("(?<=[\u0e01-\u0e2e])([\u0e48-\u0e4b]?) +\u0e32")
# In parts of the size of the letters: another line; a space; a gap as between cells; set in from the margin; a paragraph apart.
_LINE, _SPACE, _CELL, _INDENT = 0.45, 0.13, 2.0, 1.5
_APART = 1.6  # times the usual distance of two lines
_UNSEEN = 0.5  # how wide a letter is that was never seen alone
_PADDING = 0.5  # of a cell
_NEAR = 4  # letters in which an echo may come late
_TOUCH = 2.0  # points: lines of a table that nearly meet do


@dataclass(frozen=True, slots=True)
class Glyph:
    """What was drawn at once, mostly one letter: its place on the line (`x`, `y`), its ink, where the next begins (None: not known)."""

    text: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    end: float | None
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line drawn on the page, along x or y from `start` to `end`, at `at` of the other."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class _Letter:
    glyph: Glyph
    end: float
    marks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """With its marks as they are stored: the vowel before the tone."""
        return self.glyph.text + "".join(sorted(self.marks, key=lambda mark: mark in _TONES))


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line in a cell: its words, how wide the first of them is, and how much room is left behind the last."""

    text: str
    head: float
    room: float


def text_of(glyphs: Sequence[Glyph], upright: Sequence[Rule], level: Sequence[Rule]) -> str:
    """The page as lines of text. `upright` and `level` are what was drawn along y and along x."""
    lines = list(_lines([glyph for glyph in glyphs if glyph.text.strip()]))
    if not lines:
        return ""
    margin = min(line[0].glyph.x for line in lines)
    pitch = statistics.median([_height(a) - _height(b) for a, b in pairwise(lines)] or [0])
    text: list[str] = []
    row: tuple[object, list[list[_Piece]]] | None = None
    last = _height(lines[0])
    for line in lines:
        place, cells = _cells(line, upright, level)
        if row and row[0] != place:
            text += _row(row[1])
            row = None
        if place is None:
            size = line[0].glyph.size
            apart = pitch and last - _height(line) > _APART * max(pitch, size)
            indent = "    " if line[0].glyph.x > margin + _INDENT * size else ""
            text.append("\n" * bool(apart) + indent + _words(line))
        else:
            row = row or (place, [[] for _ in cells])
            for cell, piece in zip(row[1], cells, strict=False):
                cell.extend([piece] if piece.text else [])
        last = _height(line)
    return "\n".join([*text, *(_row(row[1]) if row else ())])


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[_Letter]]:
    """The letters of each line from left to right, the highest line first."""
    widths = _widths(glyphs)
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if line and line[0].y - glyph.y > _LINE * max(line[0].size, glyph.size):
            yield from _letters(line, widths)
            line = []
        line.append(glyph)
    yield from _letters(line, widths)


def _letters(line: Sequence[Glyph], widths: dict[str, float]) -> Iterator[list[_Letter]]:
    """The line, if there is a letter in it, with every mark at its letter."""
    letters: list[_Letter] = []
    marks: list[Glyph] = []
    for glyph in sorted(line, key=lambda glyph: glyph.x):
        if MARK.fullmatch(glyph.text):
            marks.append(glyph)
        elif not _is_echo(glyph, letters):
            letters.append(_Letter(glyph, _end(glyph, widths)))
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        reach = 0.1 * mark.size
        over = [one for one in letters if one.glyph.x - reach <= middle <= one.end + reach]
        thai = [one for one in over if _THAI.search(one.glyph.text)]
        if thai or over:
            min(thai or over, key=lambda one: abs(one.end - mark.right)).marks.append(mark.text)
    if letters:
        yield letters


def _widths(glyphs: Iterable[Glyph]) -> dict[str, float]:
    """How far each letter reaches, in parts of its size, as it does mostly where it is drawn alone."""
    seen: dict[str, list[float]] = {}
    for glyph in glyphs:
        if glyph.end is not None and len(glyph.text) == 1:
            seen.setdefault(glyph.text, []).append((glyph.end - glyph.x) / glyph.size)
    return {letter: statistics.median(ends) for letter, ends in seen.items()}


def _end(glyph: Glyph, widths: dict[str, float]) -> float:
    if glyph.end is not None:
        return glyph.end
    first, *others = list(MARK.sub("", glyph.text).replace("\u0e33", "\u0e32")) or [" "]
    reach = widths.get(first, (glyph.right - glyph.x) / glyph.size)
    reach += sum(widths.get(letter, _UNSEEN) for letter in others)
    return max(glyph.right, glyph.x + reach * glyph.size)


def _is_echo(glyph: Glyph, letters: Sequence[_Letter]) -> bool:
    """Is it the mark of a cluster, drawn by itself, that carries the text of the whole cluster, which stands there already?

    It may be all that is left of a cluster on the page before or after its own.
    """
    if len(glyph.text) == 1:
        return False
    above = glyph.bottom - glyph.y > 0.3 * glyph.size
    middle = (glyph.left + glyph.right) / 2
    return (above and _THAI.match(glyph.text) is not None) or any(
        one.glyph.text == glyph.text and one.glyph.x <= middle <= one.end for one in letters[-_NEAR:]
    )


def _height(line: Sequence[_Letter]) -> float:
    return line[0].glyph.y


def _cells(
    line: Sequence[_Letter], upright: Sequence[Rule], level: Sequence[Rule]
) -> tuple[tuple[float, ...] | None, list[_Piece]]:
    """The row of a table that the line stands in (None: in none), and the line's pieces in each cell of it."""
    middle = line[0].glyph.y + 0.25 * line[0].glyph.size
    borders = _apart(rule.at for rule in upright if rule.start - _TOUCH <= middle <= rule.end + _TOUCH)
    if len(borders) < 3:
        return None, []
    cells: list[list[_Letter]] = [[] for _ in borders[1:]]
    for letter in line:
        before = sum(at <= (letter.glyph.x + letter.end) / 2 for at in borders)
        cells[min(max(before, 1), len(cells)) - 1].append(letter)
    heights = _full(level, borders[0], borders[-1])
    above = min((at for at in heights if at > middle), default=float("inf"))
    below = max((at for at in heights if at <= middle), default=float("-inf"))
    pieces = [_piece(cell, border) for cell, border in zip(cells, borders[1:], strict=True)]
    return (above, below, *borders), pieces


def _piece(letters: Sequence[_Letter], border: float) -> _Piece:
    text = _words(letters).replace("\t", " ")
    if not text:
        return _Piece("", 0, 0)
    first = letters[: len(letters) if " " not in text else _first(letters)]
    return _Piece(
        text, first[-1].end - first[0].glyph.x, border - letters[-1].end - _PADDING * first[0].glyph.size
    )


def _first(letters: Sequence[_Letter]) -> int:
    """How many letters stand before the first space."""
    spaces = (
        at for at, (a, b) in enumerate(pairwise(letters), 1) if b.glyph.x - a.end > _SPACE * a.glyph.size
    )
    return next(spaces, len(letters))


def _apart(places: Iterable[float]) -> list[float]:
    """Each place once, the two sides of a drawn line as one."""
    ordered = sorted(places)
    return [
        at for at, before in zip(ordered, [float("-inf"), *ordered], strict=False) if at - before > _TOUCH
    ]


def _full(level: Sequence[Rule], left: float, right: float) -> list[float]:
    """Heights at which lines cross a table from side to side, in one piece or in several."""
    covered: dict[int, float] = {}
    for rule in level:
        reach = min(rule.end, right) - max(rule.start, left)
        if reach > 0:
            height = next((at for at in covered if abs(at - rule.at) <= _TOUCH), round(rule.at))
            covered[height] = covered.get(height, 0) + reach
    return [at for at, reach in covered.items() if reach >= 0.9 * (right - left)]


def _words(line: Sequence[_Letter]) -> str:
    gaps = [b.glyph.x - a.end for a, b in pairwise(line)]
    usual = (
        max(0.0, sorted(gaps)[len(gaps) // 4]) if gaps else 0.0
    )  # letters that were spread to fill the line
    pieces = [one.text for one in line[:1]]
    for gap, (before, letter) in zip(gaps, pairwise(line), strict=True):
        wide = (gap - usual) / max(before.glyph.size, letter.glyph.size)
        pieces.append("\t" if wide > _CELL else " " if wide > _SPACE else "")
        pieces.append(letter.text)
    return _LOST_AM.sub("\\1\u0e33", "".join(pieces))


def _row(cells: Sequence[Sequence[_Piece]]) -> Iterator[str]:
    """One row as a line. Lists of equal length that stand side by side in its cells are rows."""
    unwrapped = [_unwrapped(cell) for cell in cells]
    heights = {len(cell) for cell in unwrapped if len(cell) > 1}
    if len(heights) == 1 and sum(len(cell) > 1 for cell in unwrapped) > 1:
        for at in range(heights.pop()):
            yield "\t".join("".join(cell[at : at + 1]) for cell in unwrapped)
    elif any(unwrapped):
        yield "\t".join(" ".join(cell) for cell in unwrapped)


def _unwrapped(pieces: Sequence[_Piece]) -> list[str]:
    """The lines of one cell, those together that were cut only because the next word had no room."""
    lines: list[str] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if before and piece.head > before.room:
            space = "" if _THAI.match(before.text[-1]) and _THAI.match(piece.text) else " "
            lines[-1] += space + piece.text
        else:
            lines.append(piece.text)
    return lines
