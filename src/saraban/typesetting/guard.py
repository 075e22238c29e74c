"""Reads the lines of a page that was set, and puts every word that was cut into a box.

Typst splits Thai words with a model of its own, and is wrong in one line of fifteen. Telling it all words (zero-width spaces, boxes) spoils the text or the
spreading of letters; so only the words that were really cut are boxed, and the page is set again: three times for a memo, once where a text was set before.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from itertools import accumulate, pairwise
from threading import Lock

from saraban.paper.model import Paper
from saraban.typesetting.breaks import Place, words_of
from saraban.typesetting.lines import Line, lines_of
from saraban.typesetting.pages import Runs, body_of, boxed, texts_of

MOST_PASSES = 8
_ALONE, _ALIKE = 3, 6  # after so many passes more is boxed than what was cut
#: What was boxed in texts that were set before, the latest last; a letter to many has one body.
_KNOWN: OrderedDict[str, frozenset[Place]] = OrderedDict()
_MOST_KNOWN = 5_000
_LOCK = Lock()
_CONTINUED = 24  # letters of the next page that are announced
log = logging.getLogger("saraban.typesetting")


class Guard:
    """What is boxed in each text of one paper, and what stands at the foot of each page."""

    def __init__(self, paper: Paper) -> None:
        self._texts = [text for text in texts_of(paper) if len(words_of(text)) > 1]
        with _LOCK:
            self._boxed: dict[str, set[Place]] = {text: set(_KNOWN.get(text, ())) for text in self._texts}
        self._body = body_of(paper)
        self.next: dict[str, Runs] = {}
        self.passes = 0

    def runs(self, text: str) -> Runs:
        """`text` as runs, plain and boxed in turn."""
        return boxed(text, sorted(self._boxed.get(text, ())))

    def content_with(self, pdf: bytes) -> bool:
        """Does no line end inside a word, and does every page announce the next? If not, what to change is noted; eight times at most."""
        self.passes += 1
        lines = list(lines_of(pdf))
        cut = self._box(lines)
        announced = _announced(lines, self._body)
        done = not cut and announced == self.next
        if not done and self.passes >= MOST_PASSES:
            log.warning("after %d passes %d lines end inside a word", self.passes, cut)
            done = True
        self.next = announced
        if done:
            self._remember()
        return done

    def _box(self, lines: list[Line]) -> int:
        """Box every word that a line end cuts; how many."""
        letters = "".join(line.letters for line in lines)
        ends = set(_ends(lines))
        found = 0
        for text in self._texts:
            cut = {
                place
                for start in _places(letters, "".join(text.split()))
                for place in _cut(text, ends, start)
            }
            found += len(cut - self._boxed[text])
            self._boxed[text] |= self._more(text, cut)
        return found

    def _more(self, text: str, cut: set[Place]) -> set[Place]:
        """What to box of a text: the words that were cut; of one long enough that others are cut each time, these wherever they stand; in the end all."""
        if not cut or self.passes <= _ALONE:
            return cut
        words = {text[start:end] for start, end in cut}
        return {
            (start, end) for start, end in words_of(text) if self.passes > _ALIKE or text[start:end] in words
        }

    def _remember(self) -> None:
        with _LOCK:
            for text, places in self._boxed.items():
                _KNOWN[text] = frozenset(places)
                _KNOWN.move_to_end(text)
            while len(_KNOWN) > _MOST_KNOWN:
                _KNOWN.popitem(last=False)


def _announced(lines: list[Line], body: list[tuple[str, bool]]) -> dict[str, Runs]:
    """From a page to what stands at its foot, where a text goes on over its end or the next begins after it."""
    bare = ["".join(text.split()) for text, _ in body]
    letters, begins = "".join(bare), [0, *accumulate(map(len, bare))]
    found = {}
    for last, first in pairwise(lines):
        at = letters.find(last.letters + first.letters) if first.page > last.page else -1
        if at >= 0:
            at += len(last.letters)
            which = bisect_right(begins, at) - 1
            text, announced = body[which]
            if announced:
                found[str(last.page)] = [f"/{_beginning(text, at - begins[which])}…"]
    return found


def _beginning(text: str, gone: int) -> str:
    """The first words after so many letters, as many as fit."""
    start = [at for at, letter in enumerate(text) if not letter.isspace()][gone]
    ends = [end for _, end in words_of(text) if end > start]
    return text[start : max([ends[0], *(end for end in ends if end <= start + _CONTINUED)])]


def _places(letters: str, text: str) -> Iterator[int]:
    """Where `text` stands, wherever it does."""
    at = letters.find(text)
    while at >= 0:
        yield at
        at = letters.find(text, at + len(text))


def _ends(lines: list[Line]) -> Iterator[int]:
    """How many letters have gone by at the end of each line."""
    gone = 0
    for line in lines:
        gone += len(line.letters)
        yield gone


def _cut(text: str, ends: set[int], start: int) -> Iterator[Place]:
    """The words of `text`, which stands from letter `start` on, that have a line end inside."""
    gone = start
    for first, last in words_of(text):
        length = len("".join(text[first:last].split()))
        if any(at in ends for at in range(gone + 1, gone + length)):
            yield first, last
        gone += length
