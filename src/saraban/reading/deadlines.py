"""Days by which a reader must act; never days of meetings, events or effect."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from saraban.dates import DAY, MONTH, FoundDate, find_dates, gregorian, month_of
from saraban.reading.lines import Found, Page
from saraban.reading.vocabulary import DUE_LEADS, OWN_ACTS, VAGUE_DEADLINES, WINDOW_ACTS

_DUE = [(phrase.value, phrase.regex) for phrase in DUE_LEADS]
_VAGUE = [(phrase.value, phrase.regex) for phrase in VAGUE_DEADLINES]
_OWN_ACT = re.compile(rf"{OWN_ACTS}(?![^\n]*(?:ขอให้|โปรด|ขอความ))[^\n]*$")
MOVED = re.compile(r"ขยาย|เลื่อน")
_NEW_DAY = re.compile(r"(?:เป็น|ออกไป[^\d]{0,30}|ถึง)\s*$")
_EACH_YEAR = re.compile(r"\s*ของ(?:ทุก)?(?:ปี|เดือน)")
_DAY_WORDS = re.compile(rf"(?:{DAY}|(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)\s*ที่\s*|วัน\s*)$")
_CLOCK = r"(?P<hour>[01๐๑]?\d|[2๒][0-4๐-๔])\s*[.:]\s*(?P<minute>[0-5๐-๕]\d)"
_TIME = rf"{_CLOCK}\s*(?:น\.?|นาฬิกา)(?![ก-์])"
_TIME_AFTER = re.compile(
    rf"\s*(?:(?:ศก)?นี้\s*)?[,(–-]?\s*(?:ภายใน|ก่อน|ไม่เกิน|ระหว่าง)?\s*(?:เวลา)?\s*(?:\d{{1,2}}[.:]\d{{2}}\s*(?:น\.)?\s*(?:ถึง|[-–])\s*)?{_TIME}"
)
_TIME_UNNAMED = re.compile(rf"\s*,?\s*(?:ก่อน)?เวลา\s*{_CLOCK}(?![\d.:])")  # without น. only after เวลา
_TIME_BEFORE = re.compile(rf"(?:เวลา)?\s*{_TIME}\s*(?:ของ|ใน)?\s*$")
_WINDOW_ACT = re.compile(WINDOW_ACTS)
_NEVER = re.compile(r"(?:มีผล|บังคับใช้|ดำรงตำแหน่ง|ประชุม|อบรม|สัมมนา|จัดขึ้น|จัดงาน)[^.]{0,40}$")
_MONTH_END = re.compile(
    rf"(?:ภายใน|ก่อน|ไม่เกิน)(?:สิ้น|ปลาย)?เดือน\s*(?P<month>{MONTH})\s*(?:พ\.ศ\.\s*)?(?P<year>\d{{4}}|\d{{2}}(?!\d))?"
)
_FORMER = re.compile(r"เดิม(?:คือ|กำหนด)?\s*$")  # an extension names the old day first
_REACH = 140  # letters before a date that may make it a deadline


@dataclass(frozen=True)
class Deadline:
    """A deadline: its day if it names one, the time of day if it names one, the words.

    `begin` is where the words begin and `start` where the day stands, both in `Page.text`; `kind` is the value of the
    phrase in `vocabulary` that it was known by; "same" points back to a day said before.
    """

    day: dt.date | None
    time: dt.time | None
    phrase: Found
    begin: int
    start: int
    kind: str = "within"


def deadlines_in(page: Page, start: int, end: int, written: dt.date | None) -> list[Deadline]:
    """Deadlines with a day in `page.text[start:end]`, in order.

    `written` is the letter's own date: it gives the year to a day without one, and a day before it has passed.
    """
    text = page.text[start:end]
    found: list[Deadline] = []
    for each in find_dates(text, default_year=written.year if written else None):
        lead = _lead(text, each.start)
        if lead is None or each.date is None:
            continue
        kind, begin = lead
        day = _in_year(each, text, written)
        if kind == "on" and _NEVER.search(text[: each.start]):
            continue
        if kind == "until" and (
            not _WINDOW_ACT.search(text[max(0, begin - 140) : each.start]) or _NEVER.search(text[:begin])
        ):
            continue
        if (written and day < written) or _FORMER.search(text[:begin]) or _EACH_YEAR.match(text, each.end):
            continue
        if _OWN_ACT.search(text[max(0, begin - 120) : begin]):
            continue
        if MOVED.search(text[:begin]) and _NEW_DAY.search(text[:begin]):
            kind = "extend"
        time, stop = _time(text, begin, each)
        found.append(
            Deadline(
                day, time, page.take(start + begin, start + stop), start + begin, start + each.start, kind
            )
        )
    found += _month_ends(page, text, start, written)
    found.sort(key=lambda deadline: deadline.start)
    for at, one in enumerate(found[1:], 1):  # of a day that was moved only the new one stands
        before = page.text[start : one.begin]
        if MOVED.search(before) and _NEW_DAY.search(before):
            return found[at:]
    return found


def vague_deadline(page: Page, start: int, end: int) -> Deadline | None:
    """The first deadline that gives no day: ภายใน ๗ วันทำการ, โดยด่วน, or a day that no calendar has."""
    for each in find_dates(page.text[start:end]):
        if each.date is None and (lead := _lead(page.text[start:end], each.start)):
            phrase = page.take(start + lead[1], start + each.end, 0.3)
            return Deadline(None, None, phrase, start + lead[1], start + each.start)
    matches = [(kind, match) for kind, regex in _VAGUE for match in regex.finditer(page.text, start, end)]
    if not matches:
        return None
    kind, first = min(matches, key=lambda found: found[1].start())
    return Deadline(None, None, page.take(*first.span(), 0.7), first.start(), first.start(), kind)


def _lead(text: str, at: int) -> tuple[str, int] | None:
    """Kind and beginning of the words that make the date at `at` a deadline."""
    low = max(0, at - _REACH)
    before = text[low:at]
    if day_words := _DAY_WORDS.search(before):
        before = before[: day_words.start()]
    if (time := _TIME_BEFORE.search(before)) and time.start() > 0:
        without = before[: time.start()]
        leads = [(kind, match) for kind, regex in _DUE if (match := regex.search(without))]
    else:
        leads = []
    leads = leads or [(kind, match) for kind, regex in _DUE if (match := regex.search(before))]
    if not leads:
        return None
    kind, match = leads[0]
    return kind, low + match.start("from" if "from" in match.groupdict() else 0)


def _in_year(each: FoundDate, text: str, written: dt.date | None) -> dt.date:
    """The day; one written without a year that lies half a year back belongs to the next year."""
    assert each.date is not None
    has_year = re.search(r"\d{2,4}$", text[each.start : each.end])
    if has_year or written is None or (written - each.date).days < 180:
        return each.date
    try:
        return each.date.replace(year=each.date.year + 1)
    except ValueError:
        return each.date


def _time(text: str, begin: int, each: FoundDate) -> tuple[dt.time | None, int]:
    """Time of day beside the date, and where the phrase ends."""
    after = _TIME_AFTER.match(text, each.end) or _TIME_UNNAMED.match(text, each.end)
    match = after or re.search(_TIME, text[begin : each.start])
    if not match:
        return None, each.end
    hour, minute = int(match["hour"]), int(match["minute"])
    stop = after.end() if after else each.end
    return (dt.time(hour, minute), stop) if hour < 24 else (None, stop)  # 24.00 is the end of that day


def _month_ends(page: Page, text: str, start: int, written: dt.date | None) -> list[Deadline]:
    """ภายในเดือนมีนาคม ๒๕๖๑: the month's last day."""
    found: list[Deadline] = []
    for match in _MONTH_END.finditer(text):
        year = gregorian(match["year"]) if match["year"] else written.year if written else None
        if _OWN_ACT.search(text[max(0, match.start() - 120) : match.start()]):
            continue
        if year is None or not 1900 <= year <= 2400:
            continue
        month = month_of(match["month"])
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        day = following - dt.timedelta(days=1)
        if not written or day >= written:
            place = start + match.start()
            found.append(Deadline(day, None, page.take(place, start + match.end(), 0.6), place, place))
    return found
