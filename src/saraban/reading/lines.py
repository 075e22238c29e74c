"""A text cut into lines, with tags of a web page taken out and every letter still pointing into the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from saraban.letter import Span
from saraban.reading import labels, wraps
from saraban.reading.cells import rows_in_lines
from saraban.trace import repaired
from saraban.words import LAO_LOOK_ALIKES

# Leftovers of web pages. A cell's end is a tab and a row's end a line; a paragraph inside a cell is neither.
_TAGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"</?[pP]>(?=\s*</?t[dh])|(?<=\t)<[pP][^<>]{0,200}>"), " "),
    (re.compile(r"</t[dh]>", re.I), "\t"),
    (re.compile(r"<(?:br\s*/?|/p|/li|/tr|/h\d|/div)>", re.I), "\n"),
    (re.compile(r"<(style|script|title)\b[^<>]{0,200}>[^<]{0,20000}</\1>", re.I), " "),
    (re.compile(r"<li(?:\s[^<>]{0,200})?>", re.I), "\n• "),
    (re.compile(r"</?(?:[a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?/?>"), " "),
)
LOOK_ALIKES = re.compile(f"[{''.join(LAO_LOOK_ALIKES)}]")
MARKDOWN = re.compile(r"\*\*|(?<!_)__(?!_)|(?:^|(?<=\n))[ \t]*#{1,6}[ \t]+")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]")
# What scanning does: a space before a mark that stands over a letter, the Latin o for a nought and l for a one, specks.
_UPRIGHT = re.compile(r"(?<=[๐-๙])[lI](?![A-Za-z])|(?<![A-Za-z])[lI](?=[๐-๙])")
_SPECK = re.compile(r"(?<=[ \t])[_~](?=[ \t])|(?<=[ \t])[._~]+(?=[ \t]*(?:\n|$))")
_APART = re.compile("(?<=[ก-ฮ]) +(?=[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])")
_ROUND = re.compile(
    r"(?<![A-Za-z])[oO](?=[oO]?[๐-๙.]|[ ][๐-๙])|(?<=[๐-๙.])[oO](?![A-Za-z.])|(?<=[๐-๙.][oO])[oO]"
)
_ENDLESS = re.compile(r"[^\n]{4000}(?=[^\n])")  # a line without end is none; rules look at one line at a time
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
        self._traced.cut(_ENDLESS)
        for pattern, replacement in _TAGS:
            self._traced.sub(pattern, replacement)
        self._traced.sub(_ENTITY, lambda match: html.unescape(match[0]).replace("\xa0", " "))
        self._traced.sub(LOOK_ALIKES, lambda match: LAO_LOOK_ALIKES[match[0]])
        self._traced.sub(MARKDOWN, "")
        self._traced.sub(_APART, "")
        self._traced.sub(_ROUND, "๐")
        self._traced.sub(_UPRIGHT, "๑")
        self._traced.sub(_SPECK, " ")
        for row in rows_in_lines(self._traced.text):
            self._traced.sub(row, lambda cells: cells[0].replace("\n", "\t"))
        self._traced.sub(wraps.FOOT, "")
        self._traced.sub(wraps.FURNITURE, "")
        self._traced.sub(_FOOTNOTE, "")
        self._traced.sub(labels.STAMP, "")
        if not labels.is_blank_form(self._traced.text):
            self._traced.sub(
                labels.FILLED, lambda line: labels.DOTS.sub(lambda dots: " " * len(dots[0]), line[0])
            )
        self._traced.sub(labels.SEVERAL, labels.apart)
        for _ in range(2):  # a line that was cut may be glued again
            self._traced.cut(labels.GLUED)
        for part in labels.RUN_ON_LETTER:
            self._traced.cut(part)
        self._traced.cut(labels.RESPECT)
        self._traced.cut(labels.SIGNED)
        for part in labels.RUN_ON:
            self._traced.cut(part)
        self._traced.sub(labels.ALONE, lambda match: f"{match['label']} ")
        self._traced.sub(labels.DATE_CUT, lambda match: f"{match[0].strip()} ")
        self._traced.sub(wraps.breaks(), wraps.unwrapped(self._traced.text))
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
        return self._traced.span(*self._trimmed(start, end))

    def _trimmed(self, start: int, end: int) -> Span:
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        return start, max(start, end - len(piece) + len(piece.rstrip()))

    def take(self, start: int, end: int, confidence: float = 0.9) -> Found:
        """The piece `text[start:end]` as written in the source; line breaks inside it become single spaces."""
        start, end = self._trimmed(start, end)
        return Found(self._traced.written(start, end), self._traced.span(start, end), confidence)

    def take_match(
        self, line: Line, match: re.Match[str], group: str | int = 0, confidence: float = 0.9
    ) -> Found:
        """A group of a match made in `line.text`."""
        return self.take(line.start + match.start(group), line.start + match.end(group), confidence)
