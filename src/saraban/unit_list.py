"""A list of units as people type or paste it, one a line, each with its number if it has one."""

from __future__ import annotations

import re

from saraban.numerals import to_ascii, to_thai
from saraban.reading.amounts import NUMBER_WORDS
from saraban.reading.vocabulary import PEOPLE, WORKS, one_of
from saraban.words import fold, normalise

Row = tuple[str, int | None]
"""A unit with its number; None where the list gives none."""

LONGEST_NAME = 300
_MARK = re.compile(r"(?:\(?\d{1,4}[.)]|\d{1,4}\t|[-–•*])\s*(?=\D)")
_COUNTED = re.compile(
    rf"(?P<name>.*?\S)[\s,;|:：]+(?:จำนวน\s*)?(?P<count>\d{{1,4}})\s*{one_of(PEOPLE + WORKS)}?"
)
_TOTAL = re.compile(r"(?:ยอด)?รวม(?:\s|ทั้ง|จำนวน|\d|$)")
# A range, or a number in words: which number is meant is for the owner to say.
_UNSAID = re.compile(
    rf"\d\s*(?:[-–]|ถึง)\s*\d{{1,4}}\s*{one_of(PEOPLE + WORKS)}?$|(?:{'|'.join(NUMBER_WORDS)})\s*{one_of(PEOPLE)}$"
)
_COUNT_INSIDE = re.compile(rf"\d\s*{one_of(PEOPLE)}(?![ก-์])")


def units_in(text: str) -> tuple[list[Row], list[str]]:
    """The units listed in `text`, and the lines that are not clear.

    A number may follow after a space, a comma, a colon, จำนวน or a tab; a comma ends a name that ends in a digit. A line of the
    total is left out; a range, or a number in words, is not clear.

    >>> units_in("1. กองคลัง\\t๒ คน\\nกองช่าง 1\\nศูนย์ เขต ๔,\\n๒ คน")
    ([('กองคลัง', 2), ('กองช่าง', 1), ('ศูนย์ เขต ๔', None)], ['๒ คน'])
    >>> units_in("กองคลัง จำนวน ๒ คน\\nกองช่าง : ๑ คน\\nกองแผน ๒ - ๓ คน\\nกองกลาง สามคน\\nรวม ๖ คน")
    ([('กองคลัง', 2), ('กองช่าง', 1)], ['กองแผน ๒ - ๓ คน', 'กองกลาง สามคน'])
    """
    rows: list[Row] = []
    unclear: list[str] = []
    for line in filter(None, (normalise(line).strip() for line in text.splitlines())):
        if _TOTAL.match(line):
            continue
        words = line[mark.end() :] if (mark := _MARK.match(line)) else line
        counted = _COUNTED.fullmatch(to_ascii(words)) if len(words) < 2 * LONGEST_NAME else None
        name = (words[: counted.end("name")] if counted else words).strip(" \t,;|:：–-")
        if _UNSAID.search(words) or not fold(name) or len(name) > LONGEST_NAME or _COUNT_INSIDE.search(name):
            unclear.append(line)
        else:
            rows.append((name, int(counted["count"]) if counted else None))
    return rows, unclear


def line_of(row: Row) -> str:
    """The line that `units_in` reads as `row`.

    >>> line_of(("กองคลัง", 2)), line_of(("ศูนย์ เขต ๔", None))
    ('กองคลัง\\t๒ คน', 'ศูนย์ เขต ๔,')
    """
    name, count = row
    if count is not None:
        return f"{name}\t{to_thai(count)} คน"
    return f"{name}," if name[-1].isdigit() else name
