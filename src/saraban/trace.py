"""A text that is repaired while every letter remembers where it came from."""

from __future__ import annotations

import re
from collections.abc import Callable

from saraban.words import REPAIRS

Replacement = str | Callable[[re.Match[str]], str]


class Traced:
    """A working copy of `original` in which patterns may be replaced without losing the way back.

    `text` is the working copy. `span(start, end)` gives the code point offsets in `original` that
    `text[start:end]` stands for. A replacement of the same length maps letter by letter; any other maps as a whole.
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
            if len(new) == end - begin:
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
