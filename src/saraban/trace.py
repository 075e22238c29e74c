"""A text that is repaired while every letter remembers where it came from."""

from __future__ import annotations

import re
from collections.abc import Callable

from saraban.words import REPAIRS, UNSEEN

_BREAK = re.compile(r"[\r\n\v\f]")
_MARKUP = re.compile(r"[<&]")

Replacement = str | Callable[[re.Match[str]], str]


class Traced:
    """A working copy of `original` in which patterns may be replaced without losing the way back.

    `text` is the working copy. `span(start, end)` gives the code point offsets in `original` that
    `text[start:end]` stands for. A replacement of the same length maps letter by letter; one that only
    moves letters, and any other, maps as a whole.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = original
        self._starts = list(range(len(original)))
        self._ends = list(range(1, len(original) + 1))

    def sub(self, pattern: re.Pattern[str], replacement: Replacement) -> None:
        """Replace every match of `pattern` in the working copy."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        last = 0
        for match in pattern.finditer(self.text):
            new = replacement(match) if callable(replacement) else match.expand(replacement)
            if new == match[0]:
                continue
            begin, end = match.span()
            pieces += (self.text[last:begin], new)
            starts += self._starts[last:begin]
            ends += self._ends[last:begin]
            if len(new) == end - begin and sorted(new) != sorted(match[0]):
                starts += self._starts[begin:end]
                ends += self._ends[begin:end]
            elif new:
                starts += [min(self._starts[begin:end])] * len(new)
                ends += [max(self._ends[begin:end])] * len(new)
            last = end
        if not last:
            return
        self.text = "".join([*pieces, self.text[last:]])
        self._starts = starts + self._starts[last:]
        self._ends = ends + self._ends[last:]

    def cut(self, pattern: re.Pattern[str]) -> None:
        """Begin a new line behind every match of `pattern`."""
        for at in reversed([match.end() for match in pattern.finditer(self.text)]):
            self.text = f"{self.text[:at]}\n{self.text[at:]}"
            self._starts.insert(at, self._ends[at - 1])
            self._ends.insert(at, self._ends[at - 1])

    def written(self, start: int, end: int) -> str:
        """The working copy's `start:end` in the letters of `original`: markup that was taken out is left out, a line break is a space."""
        pieces: list[str] = []
        last = self._starts[start] if start < end else 0
        for at in range(start, end):
            begin, stop = self._starts[at], self._ends[at]
            gap = self.original[last:begin]
            if _BREAK.search(gap):
                pieces.append(" ")
            elif gap and not gap.strip(UNSEEN):
                pieces.append(gap)
            one_to_one = stop - begin == 1
            if one_to_one or begin >= last:
                piece = self.original[begin:stop]
                pieces.append(self.text[at] if _MARKUP.search(piece) else piece)
            last = max(last, stop)
        return re.sub(r"\s*[\r\n\v\f]\s*", " ", "".join(pieces))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `original` of the working copy's `start:end`; (n, n) for an empty piece."""
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else len(self.original)
            return at, at
        return self._starts[start], self._ends[end - 1]


def repaired(original: str) -> Traced:
    """The text with the repairs of `words.normalise`, still pointing into the original."""
    traced = Traced(original)
    for pattern, replacement in REPAIRS:
        traced.sub(pattern, replacement)
    return traced
