"""What a page did to a text: lines cut at its edge, page numbers and continuation words in mid-text."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable
from unicodedata import combining

from saraban.reading.labels import label_of
from saraban.reading.vocabulary import BACKGROUND, CLOSINGS, PERSON, UNIT

#: Lines that belong to the page, not to the letter: its number, and the first words of the next page at its foot.
FURNITURE = re.compile(
    r"(?:^|(?<=[\n\f]))[ \t]*(?:[-–—]{1,2}[ \t]*\d{1,3}[ \t]*[-–—]{1,2}|หน้า(?:ที่)?[ \t]*\d{1,3}(?:[ \t]*(?:/|จาก|ของ)[ \t]*\d{1,3})?|[Pp]age \d{1,3}(?: of \d{1,3})?"
    r"|[^\n]{0,100}[ \t]หน้า(?:ที่)?[ \t]*\d{1,3}[ \t]*/[ \t]*\d{1,3}"
    r"|/[ \t]?(?:\d{1,2}[.)][ \t]?)?[^\s/\d][^\n/]{0,50}(?:…|\.{2,}))[ \t]*(?=[\n\f\r]|$)"
)
#: The same words where they stand at the end of the last line.
FOOT = re.compile(r"[ \t]/[ \t]?[^\s/\d][^\n/]{0,50}(?:…|\.{2,})[ \t]*(?=\n\s*[-–—]{1,2}[ \t]*\d)")
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*")
_BREAK = re.compile(r"[ \t]*(?:\r\n|[\n\r\f\v\x85\u2028\u2029])[ \t\n\r\f\v]*")
_LIST = re.compile(r"(?:\(?\d{1,3}(?:[.)]|(?:\.\d+)+)\s*\S|[-–•*]\s|ข้อ\s*\d)")
_START = re.compile(
    rf"(?:จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|ประกาศ)มา|อนึ่ง|หมายเหตุ|บัญชี|แบบตอบรับ|ลำดับ|โทร|ผู้ประสานงาน|ที่มา\s*:|ลงชื่อ|[(]\s*{PERSON}|{PERSON}$|{CLOSINGS}|{BACKGROUND})"
)
_RULE = re.compile(r"[\s.…_=*–—-]{3,}$")
_CELLS = re.compile(r"[\t|]|\S {3,}\S")
_ENDS = re.compile(r"(?:คน|ราย|ท่าน|เรื่อง|โครงการ|น\.|นั้น|[ๆฯ.,:;)”\"A-Za-z])$")
_BEGINS = re.compile(
    r"(?:ภายใน|โดย|เพื่อ|ทั้งนี้|และ|พร้อม|ซึ่ง|จึง|ตาม|ณ\s|ในวัน|ยกเว้น|เว้นแต่|จำนวน|ระหว่าง|ตั้งแต่|ไม่เกิน|ก่อน|อย่าง|หน่วยงานละ|จังหวัดละ|กระทรวง|กรม|นาย|นาง|[A-Za-z(“\"])"
)
# Words after which no sentence ends.
_UNFINISHED = re.compile(
    r"(?:ให้|\sณ|ที่|ภายใน|วันที่\s?\d{1,2}|พ\.ศ\.|และ|หรือ|ของ|ไม่เกิน|ก่อน|ตั้งแต่|ระหว่าง|ถึง|จำนวน|หน่วยงานละ|เดือน|เวลา|ไปยัง|ต่อ|แก่|โดย|เพื่อ|กับ|จาก|เป็น)$"
)
# A range of numbers that was cut before its dash, which then begins a line like a bullet: 1 | - 3 คน.
_LOW, _HIGH = re.compile(r"\d\s*$"), re.compile(r"[-–]\s*\d+\s*(?:คน|ราย|ท่าน|เรื่อง|โครงการ)")
_LONG = 60
_ALIKE = 12  # letters by which the full lines of a page differ
_NARROWEST, _WIDEST = 40, 130  # letters of a full line of a page
_FULL = 0.78  # a line shorter than this share of the page's width ended by itself


def unwrapped(text: str) -> Callable[[re.Match[str]], str]:
    """How to replace each line break of `text` where a page cut its lines: by "", by a space, or by itself."""
    width = _width(text)

    def replaced(match: re.Match[str]) -> str:
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        after = _LINE.match(text, match.end())
        following = after[0] if after else ""
        if not _goes_on(before, match[0], following, width):
            return match[0]
        if after and re.match(UNIT, following) and _dated_below(text, after.end()):
            return match[0]
        return _joint(before.rstrip(), following)

    return replaced


def _dated_below(text: str, end: int) -> bool:
    """Is the line below the one that ends here nothing but a date, as under the office that sends a stamped letter?"""
    below = re.compile(r"\r?\n[ \t]*([^\r\n]*)").match(text, end)
    return below is not None and label_of(below[1].strip()) == "dated"


def breaks() -> re.Pattern[str]:
    """The pattern of the line breaks that `unwrapped` decides on."""
    return _BREAK


def _width(text: str) -> int | None:
    """The width of the page in letters, if the text was cut at it: several of the longest lines are alike, and none is far longer."""
    lengths = sorted(
        _seen(line) for line in text.splitlines() if line.strip() and not _CELLS.search(line.strip())
    )
    if len(lengths) < 5:
        return None
    longest = lengths[-max(1, len(lengths) // 40)]
    full = [length for length in lengths if length >= 0.72 * longest]
    alike = sum(length >= longest - _ALIKE for length in lengths)
    if not _NARROWEST <= longest <= _WIDEST or (len(full) < max(3, 0.25 * len(lengths)) and alike < 3):
        return None
    return round(statistics.median(full))


def _seen(line: str) -> int:
    """Letters that take room: marks above and below do not."""
    return sum(
        not (
            combining(letter)
            or letter == "\u0e31"
            or "\u0e34" <= letter <= "\u0e3a"
            or "\u0e47" <= letter <= "\u0e4e"
        )
        for letter in line.strip()
    )


def _goes_on(before: str, gap: str, following: str, width: int | None) -> bool:
    """Is the line break within a sentence? The line ends in the middle of one, or is full and the next begins nothing."""
    if gap.count("\n") > 1 or not following.strip():
        return False
    if _seen(before) >= _LONG and _UNFINISHED.search(before.rstrip()):
        return True
    if width is None or _seen(before) < _FULL * width:
        return False
    if re.search(r"(?:\n|^)(?: {4,}|\t)", gap):  # the next line is set in: a new paragraph
        return False
    if _CELLS.search(before.strip()) or _CELLS.search(following.strip()):
        return False
    if _RULE.match(following):
        return False
    if _LOW.search(before) and _HIGH.match(following):
        return True
    return not (label_of(following) or _LIST.match(following) or _START.match(following))


def _joint(before: str, following: str) -> str:
    """What stood where the line was cut: a space where a clause or a number ends, nothing within words and numbers."""
    alike = before[-1:].isdigit() == following[:1].isdigit()
    return "" if alike and not _ENDS.search(before) and not _BEGINS.match(following) else " "
