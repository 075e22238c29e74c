"""How many each unit is asked for: the annex first, else the general phrase and its named exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saraban.letter import Quota
from saraban.reading.amounts import PER_UNIT_PHRASE, Amount
from saraban.reading.annex import Annex
from saraban.reading.asks import AskFound
from saraban.reading.lines import Page
from saraban.reading.vocabulary import UNIT

_EXCEPTION = re.compile(
    rf"(?:ยกเว้น|เว้นแต่|สำหรับ|ส่วน|และ|,)?\s*(?P<name>{UNIT}[ก-์]{{0,60}})\s*(?:จำนวน|ละ)?\s*(?P<count>\d{{1,3}})\s*(?P<noun>คน|ราย|ท่าน|เรื่อง|โครงการ|ทีม)"
)


@dataclass(frozen=True)
class QuotaFound:
    """A quota and how sure the reader is of it (0..1)."""

    quota: Quota
    confidence: float


def quotas_of(page: Page, annex: Annex, asks: list[AskFound]) -> list[QuotaFound]:
    """One per unit that the annex counts; without an annex, the noun of the general phrase and its exceptions."""
    if annex.counted:
        return [
            QuotaFound(Quota(row.unit.value, row.count or 0, row.unit.span), 0.9) for row in annex.counted
        ]
    general = [one for one in asks if one.amount and one.amount.unit]
    people = [one for one in general if one.amount and one.amount.of_people]
    for one in (people or general)[:1]:
        if one.amount:
            return [_general(page, one.amount), *_exceptions(page, one.amount, one.end)]
    return []


def _general(page: Page, amount: Amount) -> QuotaFound:
    words = PER_UNIT_PHRASE.search(page.text, amount.start, amount.end)
    start, end = words.span("unit") if words else (amount.start, amount.end)
    noun = page.take(start, end)
    return QuotaFound(Quota(noun.value, amount.count, noun.span), 0.7)


def _exceptions(page: Page, amount: Amount, end: int) -> list[QuotaFound]:
    """Units named with a number of their own after the general phrase, in the same paragraph and the same noun."""
    found: list[QuotaFound] = []
    for match in _EXCEPTION.finditer(page.text, amount.end, end):
        if match["noun"] == amount.noun and not match["name"].endswith("ละ"):
            name = page.take(*match.span("name"))
            found.append(QuotaFound(Quota(name.value, int(match["count"]), name.span), 0.6))
    return found
