"""A text cut into lines, with tags of a web page taken out and every letter still pointing into the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from saraban.letter import Span
from saraban.trace import repaired

# Leftovers of web pages. A cell's end is a tab and a row's end a line; a paragraph inside a cell is neither.
_TAGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"</?[pP]>(?=\s*</?t[dh])|(?<=\t)<[pP][^<>]{0,200}>"), " "),
    (re.compile(r"</t[dh]>", re.I), "\t"),
    (re.compile(r"<(?:br\s*/?|/p|/li|/tr|/h\d|/div)>", re.I), "\n"),
    (re.compile(r"<li(?:\s[^<>]{0,200})?>", re.I), "\n"),
    (re.compile(r"</?(?:[a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?/?>"), " "),
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True)
class Found:
    """A piece of the source: its words as written, where they stand, how sure the reader is (0..1)."""

    value: str
    span: Span
    confidence: float = 0.9


@dataclass(frozen=True)
class Line:
    """A line without its outer white space; offsets index `Page.text`, `index` its place among the lines."""

    index: int
    start: int
    end: int
    text: str


class Page:
    """The working copy of a source text that all rules of the reader look at.

    `text` is repaired (one sara am, plain spaces, no tags); `lines` are its lines that are not blank.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._traced = repaired(source)
        for pattern, replacement in _TAGS:
            self._traced.sub(pattern, replacement)
        self._traced.sub(_ENTITY, lambda match: html.unescape(match[0]).replace("\xa0", " "))
        self.text = self._traced.text
        self.lines = tuple(self._cut())

    def _cut(self) -> Iterator[Line]:
        index = 0
        for match in _LINE.finditer(self.text):
            text = match[0].strip()
            if text:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield Line(index, start, start + len(text), text)
                index += 1

    def span(self, start: int, end: int) -> Span:
        """Offsets in the source of `text[start:end]`, without white space at either end."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        return self._traced.span(start, max(start, end))

    def take(self, start: int, end: int, confidence: float = 0.9) -> Found:
        """The piece `text[start:end]` as written in the source; line breaks inside it become single spaces."""
        span = self.span(start, end)
        value = re.sub(r"\s*[\r\n]\s*", " ", self.source[slice(*span)])
        return Found(value, span, confidence)

    def take_match(
        self, line: Line, match: re.Match[str], group: str | int = 0, confidence: float = 0.9
    ) -> Found:
        """A group of a match made in `line.text`."""
        return self.take(line.start + match.start(group), line.start + match.end(group), confidence)
