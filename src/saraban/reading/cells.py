"""Tables that came out of a PDF or a web page with one cell to a line."""

from __future__ import annotations

import re

from saraban.reading.vocabulary import NUMBER_COLUMNS, UNIT, UNIT_COLUMNS

_AT_LINE = r"(?:^|(?<=\n))[ \t]*"
_NOUN = r"(?:[ \t]*(?:คน|ราย|ท่าน))?"
_HEADING = re.compile(
    rf"{_AT_LINE}(?:ลำดับ(?:ที่)?|ที่)[ \t]*\n[ \t]*{UNIT_COLUMNS}[^\n]{{0,30}}(?P<numbers>(?:\n[ \t]*[^\n\d]{{0,25}}(?:{NUMBER_COLUMNS})[^\n]{{0,25}}){{1,4}})(?=\n)"
)
_PAIR = re.compile(rf"{_AT_LINE}{UNIT}[^\n\d]{{2,100}}\n[ \t]*\d{{1,4}}{_NOUN}[ \t]*(?=\n|$)")
_PAIRS = re.compile(rf"(?:{_PAIR.pattern}\n?){{3,}}")


def rows_in_lines(text: str) -> list[re.Pattern[str]]:
    """Patterns of what is one row though it stands on several lines: headings, rows, totals; [] where no table stands so."""
    heading = _HEADING.search(text)
    if heading is None:
        return [_PAIR] if _PAIRS.search(text) else []
    numbers = heading["numbers"].count("\n")
    counts = rf"(?:\n[ \t]*\d{{1,5}}{_NOUN}[ \t]*){{{numbers}}}(?=\n|$)"
    return [
        _HEADING,
        re.compile(
            rf"{_AT_LINE}\d{{1,3}}[.)]?[ \t]*\n[ \t]*[ก-ฮเ-ไ][^\n\d]{{2,100}}(?:\d{{1,3}}[ \t]*)?{counts}"
        ),
        re.compile(rf"{_AT_LINE}รวม(?:ทั้งสิ้น)?[ \t]*{counts}"),
    ]
