"""One ask out of a piece of text: its words, kind, number and day; and a place cut where another thing is asked."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saraban.letter import Ask
from saraban.reading.amounts import Amount, amount_for
from saraban.reading.clauses import LEAD, SHORTEST, begin_of, clause_end, verb_in
from saraban.reading.deadlines import Deadline, deadlines_in, vague_deadline
from saraban.reading.lines import Page
from saraban.reading.vocabulary import ACTS

_EDGES = re.compile(
    r"(?:\s*(?:มา|ได้)?(?<!พื้น)(?<!สถาน)(?<!หน้า)(?<!เต็ม)ที่|\s*ด้วย|\s*ภายใน|\s*ตามจำนวน|\s*จำนวน|[\s:,;]+)$"
)
_ALSO = re.compile(rf"(?:พร้อมทั้ง|พร้อมนี้|พร้อมกับ|พร้อม|ตลอดจน|รวมทั้ง|และ|แล้ว)(?:ขอ)?(?:ให้|โปรด)?(?={ACTS})")


_TOGETHER = 110  # letters from the beginning of an ask to the verb that says its kind


@dataclass(frozen=True)
class AskFound:
    """An ask with the amount and deadline it was made of; offsets index `Page.text`."""

    ask: Ask
    amount: Amount | None
    deadline: Deadline | None
    start: int
    end: int


def segments(page: Page, start: int, words: int, end: int, written: dt.date | None) -> Iterator[AskFound]:
    """The asks of a place, cut where another thing is asked or another day begins."""
    cuts = [words, *_cuts(page, words, end, written), end]
    last: AskFound | None = None
    for begin, stop in itertools.pairwise(cuts):
        one = ask_in(page, start, begin, stop, written)
        one = replace(one, ask=replace(one.ask, span=page.span(start, end)), end=end)
        if (
            last
            and last.ask.kind == one.ask.kind
            and last.ask.what == one.ask.what
            and not (last.deadline and one.deadline)
        ):
            last = _together(last, one)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _together(one: AskFound, again: AskFound) -> AskFound:
    """The same thing asked twice in a place, once with its day and once with its number."""
    dated = one if one.deadline else again
    counted = one if one.amount else again
    ask = replace(
        dated.ask, quota=counted.ask.quota, minimum=counted.ask.minimum, maximum=counted.ask.maximum
    )
    return replace(dated, ask=ask, amount=counted.amount)


def ask_in(page: Page, start: int, words: int, end: int, written: dt.date | None) -> AskFound:
    """One ask out of `text[words:end]`; the paragraph or point as a whole begins at `start`."""
    verb = verb_in(page.text, words, end)
    kind = verb[0] if verb else "other"
    at = begin_of(page.text, words, end, verb)
    days = deadlines_in(page, words, end, written)
    deadline = days[0] if days else vague_deadline(page, words, end)
    amount = amount_for(kind, page.text, words, end)
    # A number or a day that follows the verb ends the words of what is asked.
    stops = [amount.start if amount else end, deadline.begin if deadline else end, end]
    stop = min((stop for stop in stops if stop > at), default=end)
    last = clause_end(page.text, at, stop)
    if verb and last <= verb[1] < at + _TOGETHER:  # ตรวจสอบอาคาร และรายงานผล: the verb is in the next clause
        last = clause_end(
            page.text, verb[1], max(verb[1], min((stop for stop in stops if stop > verb[1]), default=end))
        )
    what = page.take(at, last)
    ask = Ask(
        what=_EDGES.sub("", what.value),
        kind=kind,
        deadline=deadline.day if deadline else None,
        deadline_time=deadline.time if deadline else None,
        deadline_phrase=deadline.phrase.value if deadline else None,
        quota=page.take(amount.start, amount.end).value if amount else None,
        minimum=amount.minimum if amount else None,
        maximum=amount.maximum if amount else None,
        span=page.span(start, end),
        confidence=min(0.6 if kind == "other" else 0.9, deadline.phrase.confidence if deadline else 1.0),
    )
    return AskFound(ask, amount, deadline, start, end)


def with_deadline(one: AskFound, deadline: Deadline) -> AskFound:
    """The ask under a deadline that stands outside it, unless it has a day of its own."""
    if one.ask.deadline is not None or deadline.day is None:
        return one
    ask = replace(
        one.ask, deadline=deadline.day, deadline_time=deadline.time, deadline_phrase=deadline.phrase.value
    )
    return replace(one, ask=ask, deadline=deadline)


def _cuts(page: Page, words: int, end: int, written: dt.date | None) -> Iterator[int]:
    """Where another thing is asked: a second lead, a verb of another kind, or one with a day of its own."""
    leads = {lead.start() for lead in LEAD.finditer(page.text, words + 20, end)}
    also = {match.start(): match.end() for match in _ALSO.finditer(page.text, words + SHORTEST, end)}
    places = sorted(leads | also.keys())
    last = words
    for place, following in itertools.pairwise([*places, end]):
        if place < last + SHORTEST:
            continue
        begin = also.get(place, place)
        following = max(following, min(begin + SHORTEST, end))
        kind, _ = verb_in(page.text, begin, following) or ("other", begin)
        if kind == "acknowledge":
            continue
        before = verb_in(page.text, last, place)
        dated = _dated(page, last, place, written)
        apart = dated and _dated(page, begin, end, written)
        kinds = {before[0] if before else "other", kind}
        comes = len(kinds) == 2 and "attend" in kinds and "other" not in kinds
        leads_on = place in leads and place not in also and not page.text.endswith("โดย", last, place)
        if apart or comes or leads_on:
            yield begin
            last = begin


def _dated(page: Page, start: int, end: int, written: dt.date | None) -> bool:
    return bool(deadlines_in(page, start, end, written)) or vague_deadline(page, start, end) is not None
