"""Phrases of number: หน่วยงานละ ๒ คน, อย่างน้อยจังหวัดละ ๓ - ๔ เรื่อง, ไม่เกิน ๓ คน."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saraban.reading.vocabulary import PEOPLE, PER_UNIT, WORKS, one_of

AT_LEAST = r"(?:อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า)"
AT_MOST = r"(?:ไม่เกิน(?:กว่า)?|อย่างมาก|สูงสุด)"
_BOUND = rf"(?:{AT_LEAST}|{AT_MOST}|จำนวน)"
#: Numbers in words, as far as letters count people so.
NUMBER_WORDS = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")
NUMBER = rf"\d{{1,3}}|{'|'.join(NUMBER_WORDS)}"
_COUNT = rf"(?P<low>{NUMBER})(?:\s*\([ก-์]+\))?(?:\s*(?:[-–]|ถึง)\s*(?P<high>\d{{1,3}}))?"
COUNTED_NOUN = rf"(?:{one_of(PEOPLE + WORKS)}|ดน|คบ)"  # ดน and คบ are คน as scans have it
_NOUN = rf"(?P<noun>{COUNTED_NOUN})(?![ก-ฮะ-ๅ])"
PER_UNIT_PHRASE = re.compile(
    rf"(?:{_BOUND}\s*)?(?P<unit>{one_of(PER_UNIT)})(?:(?!{one_of(PER_UNIT)}|เสนอ|ส่ง|คัดเลือก|แจ้ง|ด้าน|รุ่น|ทีม|วัน)[ก-์]){{0,30}}?ละ\s*(?:{_BOUND}\s*)*{_COUNT}\s*{_NOUN}"
)
#: The same the other way round: ๒ คนต่อหน่วยงาน, 2 คน/แห่ง.
PER_UNIT_BEHIND = re.compile(
    rf"(?:{_BOUND}\s*)*{_COUNT}\s*(?P<noun>{COUNTED_NOUN})\s*(?:ต่อ|/)\s*(?:1\s|หนึ่ง)?\s*(?P<unit>{one_of(PER_UNIT)})"
)
PLAIN_PHRASE = re.compile(rf"{_BOUND}\s*(?:{_BOUND}\s*)*{_COUNT}\s*{_NOUN}")
#: A bare number after the people it counts: ผู้แทน ๒ คน.
NEAR_PHRASE = re.compile(
    rf"(?:ผู้แทน|บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน|ตัวแทน|ผู้ประสานงาน|ผู้[ก-์]{{2,25}})\s*(?P<near>{_COUNT}\s*{_NOUN})"
)
TOTAL_PHRASE = re.compile(
    r"(?:รวม\s*\d{1,4}\s*(?:หน่วยงาน|ตำบล|จังหวัด|อำเภอ|แห่ง|โรงเรียน)\s*(?:จำนวน|รวม|เป็นเงิน)?|รวม(?:ทั้งสิ้น|ทั้งหมด|จำนวน|เป็น)?|ทั้งสิ้น|รวมจำนวนทั้งสิ้น)[\s.…]*(?:จำนวน\s*)?(?P<count>\d{1,5})\s*(?P<noun>คน|ราย|ท่าน|หน่วยงาน|แห่ง)"
)


@dataclass(frozen=True)
class Amount:
    """How many of what; `minimum` or `maximum` None where that side is open.

    `unit` is the noun before ละ, or None for a number that is not per unit; offsets index `Page.text`.
    `open_range` says that "at least" stands before a range, which contradicts its upper end.
    """

    minimum: int | None
    maximum: int | None
    unit: str | None
    noun: str
    start: int
    end: int
    open_range: bool

    @property
    def of_people(self) -> bool:
        return self.noun not in WORKS

    @property
    def count(self) -> int:
        """The one number that stands for the amount: the minimum of a range, else the maximum."""
        return self.minimum if self.minimum is not None else self.maximum or 0


def amounts(text: str, start: int, end: int) -> list[Amount]:
    """Every amount in `text[start:end]`: those per unit first, each group in order."""
    ways = (PER_UNIT_PHRASE, PER_UNIT_BEHIND)
    per_unit = [_amount(match, match["unit"]) for way in ways for match in way.finditer(text, start, end)]
    per_unit.sort(key=lambda amount: amount.start)
    plain = [_amount(match, None) for match in PLAIN_PHRASE.finditer(text, start, end)]
    free = [a for a in plain if not any(a.start < b.end and b.start < a.end for b in per_unit)]
    return per_unit + free


def amount_for(kind: str, text: str, start: int, end: int) -> Amount | None:
    """The amount that belongs to an ask of that kind: of people for names, of works for proposals, per unit first."""
    found = amounts(text, start, end)
    if kind == "nominate":
        near = NEAR_PHRASE.search(text, start, end)
        people = [amount for amount in found if amount.of_people]
        return next(iter(people), None) or (_near(near) if near else None)
    if kind == "propose":
        works = [amount for amount in found if not amount.of_people]
        return next(iter(works or found), None)
    return next((amount for amount in found if amount.unit or amount.of_people), None)


def number_in(written: str) -> int:
    """A number in digits or in words.

    >>> number_in("๑๒"), number_in("สอง")
    (12, 2)
    """
    return NUMBER_WORDS.index(written) + 1 if written in NUMBER_WORDS else int(written)


def _near(match: re.Match[str]) -> Amount:
    one = _amount(match, None)
    return Amount(one.minimum, one.maximum, None, one.noun, *match.span("near"), False)


def _amount(match: re.Match[str], unit: str | None) -> Amount:
    low, high = number_in(match["low"]), number_in(match["high"]) if match["high"] else None
    words = match[0]
    if re.search(AT_LEAST, words):
        bounds: tuple[int | None, int | None] = (low, None)
    elif re.search(AT_MOST, words):
        bounds = (None, low) if high is None else (low, high)
    else:
        bounds = (low, low if high is None else high)
    open_range = high is not None and bounds == (low, None)
    return Amount(*bounds, unit, match["noun"], *match.span(), open_range)
