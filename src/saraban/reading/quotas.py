"""How many each unit is asked for: the annex first, else the general phrase and its named exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saraban.letter import Quota
from saraban.reading.amounts import (
    COUNTED_NOUN,
    NUMBER,
    PER_UNIT_BEHIND,
    PER_UNIT_PHRASE,
    Amount,
    amounts,
    number_in,
)
from saraban.reading.annex import Annex
from saraban.reading.clauses import background_end
from saraban.reading.form import Form
from saraban.reading.lines import Page
from saraban.reading.segments import AskFound
from saraban.reading.vocabulary import UNIT, WORKS

_EXCEPTION = re.compile(
    rf"(?:ยกเว้น|\(|เว้นแต่|สำหรับ|ส่วน(?={UNIT})|และ|,|\s)\s*(?P<names>(?!ส่วน{UNIT}){UNIT}[^\d\n(]{{0,120}}?)(?:\s*\([^)\n]{{0,80}}\))?"
    rf"\s*(?:ขอ)?(?:ให้)?\s*(?:จัด)?(?:ส่ง|เสนอ|คัดเลือก)?(?:ได้)?\s*(?:จำนวน|ละ)?\s*(?P<count>{NUMBER})\s*(?P<noun>{COUNTED_NOUN})"
)
_MORE = re.compile(r"\s+(?:ซึ่ง|ขอ|ให้|โดย|เนื่อง|ที่)")
_EACH = re.compile(rf"\s*,\s*(?:และ)?|\s*และ\s*(?={UNIT})|\s+(?={UNIT})")


@dataclass(frozen=True)
class QuotaFound:
    """A quota and how sure the reader is of it (0..1)."""

    quota: Quota
    confidence: float


def quotas_of(page: Page, form: Form, annex: Annex, asks: list[AskFound]) -> list[QuotaFound]:
    """One per unit that the annex counts, or that it names where a general phrase counts for all; else that phrase's noun and its exceptions.

    Where no ask says how many, the body may: an announcement that takes จังหวัดละ ๕ คน.
    """
    if annex.counted:
        return [
            QuotaFound(Quota(row.unit.value, row.count or 0, row.unit.span), 0.9) for row in annex.counted
        ]
    general = [one for one in asks if one.amount and one.amount.unit]
    people = [one for one in general if one.amount and one.amount.of_people]
    for one in (people or general)[:1]:
        if one.amount and annex.rows:
            return [
                QuotaFound(Quota(row.unit.value, one.amount.count, row.unit.span), 0.7) for row in annex.rows
            ]
        if one.amount:
            return [_general(page, one.amount), *_exceptions(page, one.amount, one.end)]
    for line in page.lines[form.body : form.closing] if not annex.rows else ():
        start = background_end(page.text, line.start, line.end)
        for amount in amounts(page.text, start, line.end):
            if amount.unit and amount.of_people:
                return [_general(page, amount), *_exceptions(page, amount, line.end)]
    return []


def _general(page: Page, amount: Amount) -> QuotaFound:
    places = (page.text, amount.start, amount.end)
    words = PER_UNIT_PHRASE.search(*places) or PER_UNIT_BEHIND.search(*places)
    start, end = words.span("unit") if words else (amount.start, amount.end)
    noun = page.take(start, end)
    return QuotaFound(Quota(noun.value, amount.count, noun.span), 0.7)


def _exceptions(page: Page, amount: Amount, end: int) -> list[QuotaFound]:
    """Units named with a number of their own after the general phrase, in the same paragraph and counting the same.

    Numbers that add up to that of the phrase only part it: จังหวัดละ ๕ คน (เทศบาล ๒ คน องค์การบริหารส่วนตำบล ๓ คน).
    """
    found: list[QuotaFound] = []
    for match in _EXCEPTION.finditer(page.text, amount.end, end):
        if (match["noun"] not in WORKS) != amount.of_people or match["names"].endswith("ละ"):
            continue
        at = match.start("names")
        for name in _EACH.split(_MORE.split(match["names"])[0]):
            at = page.text.index(name, at)
            unit = page.take(at, at + len(name))
            found.append(QuotaFound(Quota(unit.value, number_in(match["count"]), unit.span), 0.6))
    parts = len(found) > 1 and sum(one.quota.count for one in found) == amount.count
    return [] if parts else found
