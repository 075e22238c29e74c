"""Thai dates: read in every form that letters use, written in the form that the rules ask for.

Inside the program a date is Gregorian; a Thai reader sees the Buddhist year, 543 more. A year of two digits is a
Buddhist year 25xx; a year of four digits from 2400 on is Buddhist, below it Gregorian, unless an era is written.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date

from saraban.errors import ImpossibleDate, NotADate
from saraban.numerals import to_thai
from saraban.trace import repaired

BUDDHIST_OFFSET = 543
FIRST_BUDDHIST_YEAR = 2400

#: (full, abbreviated), January first.
MONTHS: tuple[tuple[str, str], ...] = (
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
)
#: Months as they are often misspelt or cut short: how they stand in letters -> January is 1.
MISSPELT: dict[str, int] = {
    "มกรา": 1, "มกราคา": 1, "กุมภา": 2, "กุมภาพันธุ์": 2, "กุมภาพัน": 2, "กุมภาพันธ": 2, "มีนา": 3, "เมษา": 4, "เมษยน": 4, "พฤษภา": 5,
    "พฤกษภาคม": 5, "พฤศภาคม": 5, "มิถุนา": 6, "กรกฏาคม": 7, "กรกฎา": 7, "กรกฏา": 7, "กรกฎาค": 7, "สิงหา": 8, "กันยา": 9, "กันยายม": 9,
    "ตุลา": 10, "พฤศจิกา": 11, "พฤษจิกายน": 11, "พฤจิกายน": 11, "พฤศิจกายน": 11, "ธันวา": 12, "ธันวาค": 12,
}  # fmt: skip
#: Monday first, as in `date.weekday()`.
WEEKDAYS: tuple[str, ...] = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def _abbreviation(short: str) -> str:
    """ม.ค. as people type it: dots may be missing, spaces may slip in."""
    first, second = short.rstrip(".").split(".")
    return rf"{first}\s?\.?\s?{second}(?:\s?\.|(?![ก-์]))"


_MONTH_OF = {full: i for i, (full, _) in enumerate(MONTHS, 1)}
_MONTH_OF |= {short.replace(".", ""): i for i, (_, short) in enumerate(MONTHS, 1)}
_MONTH_OF |= MISSPELT
_FULL = [*(full for full, _ in MONTHS), *(rf"{wrong}(?![ก-์])" for wrong in MISSPELT)]
#: A pattern for the name of a month, full, abbreviated or misspelt.
MONTH = "|".join([*_FULL, *(_abbreviation(short) for _, short in MONTHS)])
_ERA = r"(?P<era>พ\s?\.\s?ศ\s?\.?|พศ\.?|พุทธศักราช|B\.?E\.?|ค\s?\.\s?ศ\s?\.?|คศ\.?|คริสต์ศักราช|A\.?D\.?|ปี(?:\s?พ\.ศ\.)?)?"
# A following ".30" or ":30" is a time of day, not the end of a two-digit year.
_YEAR = r"(?P<year>[2๒]\s?[5๕]\s?\d\s?\d|\d{4}|\d{2})(?!\d|[.:]\d)"
#: วันพุธที่, with the marks that scans lose.
DAY = r"(?:ณ\s*)?วัน(?:จันทร?์?|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร?์?|เสาร?์?|อาทิตย?์?)?\s*ที่?\s*"
_PREFIX = rf"(?:{DAY})?"
_WORDS = rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:เดือน\s*|-)?(?P<month>{MONTH})"
_WITH_YEAR = re.compile(rf"{_WORDS}\s*[,-]?\s*{_ERA}\s*{_YEAR}")
_MAYBE_YEAR = re.compile(rf"{_WORDS}(?:\s*[,-]?\s*{_ERA}\s*{_YEAR})?")
_STROKES = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<s>[/-])(?P<month>\d{1,2})(?P=s)(?P<year>\d{4}|\d{2})(?![\d/-])"
)
_DOTS = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![.\d])")
_ISO = re.compile(r"(?<![\d/.-])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d/-])")
_LEAD = re.compile(_PREFIX)
# A month that a scan or a hurry garbled, between a day and a year of the Buddhist era.
_UNCLEAR = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s+(?P<month>[ก-์]{5,11})\s+(?:พ\.ศ\.\s*)?(?P<year>[2๒][5๕]\d\d)(?!\d)"
)
_FULL_NAMES = [full for full, _ in MONTHS]
_ALIKE = 0.8


@dataclass(frozen=True)
class FoundDate:
    """A date met in a text. `date` is None where the calendar has no such day; offsets index that text."""

    start: int
    end: int
    date: date | None


def parse_date(text: str) -> date:
    """Read one date that stands alone, with or without วันที่ and the weekday before it.

    Raises `ImpossibleDate` for a day that no calendar has, `NotADate` for anything else that is not a date.

    >>> parse_date("๙ พ.ย. ๖๕")
    datetime.date(2022, 11, 9)
    >>> parse_date("วันพุธที่ 9 พฤศจิกายน พ.ศ. 2565") == parse_date("9/11/65") == parse_date("2022-11-09")
    True
    """
    working = repaired(text).text.strip()
    body = working[lead.end() :] if (lead := _LEAD.match(working)) else working
    for pattern in (_WITH_YEAR, _STROKES, _DOTS, _ISO):
        if match := pattern.fullmatch(body):
            if found := _date(match, None):
                return found
            raise ImpossibleDate(f"ไม่มีวันที่นี้ในปฏิทิน: {text.strip()}")
    raise NotADate(f"ไม่ใช่วันที่: {text.strip()[:60]}")


def find_dates(text: str, *, default_year: int | None = None) -> list[FoundDate]:
    """Find every date in `text`, in order. Offsets index `text` itself and leave out วันที่ and the weekday.

    `default_year` (Gregorian) also admits a day and month without a year and reads them in that year.
    """
    traced = repaired(text)
    patterns = (_WITH_YEAR if default_year is None else _MAYBE_YEAR, _STROKES, _DOTS, _ISO)
    found: list[FoundDate] = []
    for pattern in patterns:
        for match in pattern.finditer(traced.text):
            start, end = traced.span(*match.span())
            if not any(start < other.end and other.start < end for other in found):
                found.append(FoundDate(start, end, _date(match, default_year)))
    for match in _UNCLEAR.finditer(traced.text):
        start, end = traced.span(*match.span())
        near = difflib.get_close_matches(match["month"], _FULL_NAMES, 1, _ALIKE)
        if near and not any(start < other.end and other.start < end for other in found):
            found.append(
                FoundDate(start, end, _on(int(match["day"]), month_of(near[0]), gregorian(match["year"])))
            )
    return sorted(found, key=lambda each: each.start)


def thai_date(day: date, *, short: bool = False, weekday: bool = False, thai_digits: bool = True) -> str:
    """Write a date as letters do, without the word วันที่ unless the weekday is asked for.

    >>> thai_date(date(2022, 11, 3)), thai_date(date(2022, 11, 3), short=True)
    ('๓ พฤศจิกายน ๒๕๖๕', '๓ พ.ย. ๒๕๖๕')
    >>> thai_date(date(2022, 11, 9), weekday=True, thai_digits=False)
    'วันพุธที่ 9 พฤศจิกายน 2565'
    """
    month = MONTHS[day.month - 1][1 if short else 0]
    text = f"{day.day} {month} {day.year + BUDDHIST_OFFSET}"
    if weekday:
        text = f"วัน{WEEKDAYS[day.weekday()]}ที่ {text}"
    return to_thai(text) if thai_digits else text


def _date(match: re.Match[str], default_year: int | None) -> date | None:
    """The matched day, or None where it cannot exist."""
    parts = match.groupdict()
    written = parts["year"]
    year = gregorian(written, parts.get("era") or "") if written else default_year
    month = parts["month"]
    number = int(month) if month.isdecimal() else month_of(month)
    return _on(int(parts["day"]), number, year or 0)


def _on(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(name: str) -> int:
    """The number of a month, January 1, from its name as `MONTH` finds it."""
    return _MONTH_OF[re.sub(r"[.\s]", "", name)]


def gregorian(written: str, era: str = "") -> int:
    """Year of the common era for a year as written beside its era, if any."""
    written = re.sub(r"\s", "", written)
    year = int(written)
    if era.startswith(("ค", "A")):
        return year
    if len(written) == 2:
        year += 2500
    if era.startswith(("พ", "B")) or year >= FIRST_BUDDHIST_YEAR:
        return year - BUDDHIST_OFFSET
    return year
