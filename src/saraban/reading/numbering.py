"""The numbers that Word puts before paragraphs by itself, written out as they are seen: ๑. ๑.๒ (ก) •"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from saraban.numerals import to_thai
from saraban.reading.package import child, children, is_on, local, value

LEVELS = 9
BULLET = "•"
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_COUNT = 1000  # beyond it letters and Roman numbers would be strings without end


@dataclass(frozen=True)
class _Level:
    """One level of a list: where it starts, how it counts, and its words ("%1.%2")."""

    start: int = 1
    format: str = "decimal"
    words: str = ""
    legal: bool = False
    style: str = ""


@dataclass(frozen=True)
class _List:
    """A list (w:num): `counts` names the counters it shares with others, `restarts` the levels it begins anew."""

    counts: str
    levels: Mapping[int, _Level]
    restarts: frozenset[int]


class Numbering:
    """Counts the paragraphs of one document, which are to come in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists = _lists(numbering)
        self._styles = {value(style, "styleId"): style for style in children(styles)}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, paragraph: Element) -> str:
        """The paragraph's number as it is seen; "" when it has none."""
        number, level = self._place(paragraph)
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counters = self._counters.setdefault(found.counts, [None] * LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for restarted in found.restarts:
                counters[restarted] = None
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = found.levels.get(upper, _Level()).start
        counters[level] = found.levels[level].start if (last := counters[level]) is None else last + 1
        counters[level + 1 :] = [None] * (LEVELS - level - 1)
        return _words(found, level, counters)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """List and level of a paragraph: its own, else those of its style or of the styles that this is based on."""
        own = child(paragraph, "pPr", "numPr")
        number, level = value(child(own, "numId")), value(child(own, "ilvl"))
        style = value(child(paragraph, "pPr", "pStyle"))
        for _ in range(20):
            if number or style not in self._styles:
                break
            of_style = child(self._styles[style], "pPr", "numPr")
            number, level = value(child(of_style, "numId")), level or value(child(of_style, "ilvl"))
            if number and not level and number in self._lists:
                linked = (at for at, one in self._lists[number].levels.items() if one.style == style)
                level = str(next(linked, 0))
            style = value(child(self._styles[style], "basedOn"))
        return number, _number(level, 0)


def _lists(numbering: Element | None) -> dict[str, _List]:
    parts = list(children(numbering))
    plans = {value(one, "abstractNumId"): _levels(one) for one in parts if local(one) == "abstractNum"}
    lists: dict[str, _List] = {}
    for one in parts:
        if local(one) != "num":
            continue
        plan = value(child(one, "abstractNumId"))
        levels, restarts = dict(plans.get(plan, {})), set()
        for override in one:
            at = _number(value(override, "ilvl"), LEVELS)
            if local(override) != "lvlOverride" or at >= LEVELS:
                continue
            levels |= _levels(override)
            if start := value(child(override, "startOverride")):
                levels[at] = replace(levels.get(at, _Level()), start=_number(start, 1))
                restarts.add(at)
        lists[value(one, "numId")] = _List(plan, levels, frozenset(restarts))
    return lists


def _levels(plan: Element) -> dict[int, _Level]:
    return {
        at: _Level(
            start=_number(value(child(one, "start")), 0),
            format=value(child(one, "numFmt")) or "decimal",
            words=value(child(one, "lvlText")),
            legal=is_on(child(one, "isLgl")),
            style=value(child(one, "pStyle")),
        )
        for one in plan
        if local(one) == "lvl" and (at := _number(value(one, "ilvl"), LEVELS)) < LEVELS
    }


def _words(found: _List, level: int, counters: list[int | None]) -> str:
    own = found.levels[level]
    if own.format == "bullet":
        seen = own.words.strip()
        return seen if seen and not re.search(r"[\ue000-\uf8ff]|^[^\W\d_]$", seen) else BULLET

    def counted(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = found.levels.get(at, _Level()).format
        return _written(counters[at] or 0, "decimal" if own.legal else form)

    return re.sub(r"%([1-9])", counted, own.words).strip()


def _written(count: int, form: str) -> str:
    """One counter in its format; formats that Thai offices do not use are written as plain digits."""
    if form == "none":
        return ""
    if form in {"thaiNumbers", "thaiCounting"}:
        return to_thai(count)
    if form == "decimalZero":
        return f"{count:02}"
    if 0 < count < _LONGEST_COUNT:
        if form == "thaiLetters":
            return _letters(count, _THAI_LETTERS)
        if form.endswith("Letter"):
            return _cased(_letters(count, _LETTERS), form)
        if form.endswith("Roman"):
            return _cased(_roman(count), form)
    return str(count)


def _letters(count: int, letters: str) -> str:
    """ก … ฮ, กก, ขข …"""
    times, at = divmod(count - 1, len(letters))
    return letters[at] * (times + 1)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        text += sign * times
    return text


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _number(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else default
