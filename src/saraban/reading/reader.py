"""`read`: from a text to a `Reading`. Each rule lives in its own file; this one only puts their answers together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from saraban.letter import NOT_A_LETTER, Reading, Span
from saraban.reading import annex as annexes
from saraban.reading import contacts, framework, heading
from saraban.reading.asks import asks_of, below_the_body
from saraban.reading.clauses import background_end
from saraban.reading.closing import signature
from saraban.reading.conflicts import conflicts_of
from saraban.reading.deadlines import Deadline, deadlines_in
from saraban.reading.form import Form, form_of
from saraban.reading.lines import Found, Page
from saraban.reading.named import units_in_body
from saraban.reading.quotas import quotas_of
from saraban.reading.segments import AskFound
from saraban.reading.vocabulary import CALLS
from saraban.register import is_circular

_CALL = re.compile(CALLS)


def read(text: str) -> Reading:
    """Read an official letter.

    Never raises on any text: what is no official paper gives a `Reading` of kind not-a-letter with nothing in it.
    All spans are code point offsets into `text` itself, which is never changed.
    """
    page = Page(text)
    form = form_of(page)
    if form.kind == NOT_A_LETTER:
        return Reading(text, confidence={"kind": form.confidence})
    return _Notes(page, form).reading()


class _Notes:
    """Collects what is found, with confidence and spans under each key."""

    def __init__(self, page: Page, form: Form) -> None:
        self.page, self.form = page, form
        self.confidence: dict[str, float] = {"kind": form.confidence}
        self.spans: dict[str, tuple[Span, ...]] = {}

    def one(self, key: str, found: Found | None) -> str | None:
        return next(iter(self.many(key, [found] if found else [])), None)

    def many(self, key: str, found: Iterable[Found]) -> tuple[str, ...]:
        kept = [each for each in found if each.value]
        self.note(key, [each.span for each in kept], [each.confidence for each in kept])
        return tuple(each.value for each in kept)

    def note(self, key: str, spans: Iterable[Span], confidences: Iterable[float]) -> None:
        """Keep the places of `key` and the doubt of its weakest part."""
        if places := tuple(spans):
            self.spans[key] = places
            self.confidence[key] = round(min(confidences), 2)

    def reading(self) -> Reading:
        page, form = self.page, self.form
        dated = heading.letter_date(page, form)
        written = dated[1].date if dated else None
        if dated and written:
            self.one("date", dated[0])
        number = self.one("number", heading.number(page, form))
        asks = asks_of(page, form, written)
        plan = framework.framework_of(page, form)
        asks = [one for one in asks if one.start != plan.start]
        annex = annexes.annex_of(page, form.body, form.closing)
        if not annex.rows and (named := units_in_body(page, form.body, form.closing)):
            annex = annexes.Annex(named, annex.headings, in_body=True)
        quotas = quotas_of(page, form, annex, asks)
        signatory, position = signature(page, form)
        contact, contact_phone = contacts.coordinator(page, form.first)
        contact_phone = contact_phone or contacts.of_the_owner(page, form.closing)
        self.note("asks", [one.ask.span for one in asks], [one.ask.confidence for one in asks])
        self.note("quotas", [q.quota.span for q in quotas], [q.confidence for q in quotas])
        self.note("framework", plan.spans, [0.8])
        return Reading(
            text=page.source,
            kind=form.kind,
            agency=self.one("agency", heading.agency(page, form)),
            phone=self.many("phone", contacts.phones(page)),
            contact=self.one("contact", contact),
            contact_phone=self.one("contact_phone", contact_phone),
            links=self.many("links", contacts.links(page)),
            number=number,
            circular=number is not None and is_circular(number),
            date=written,
            subject=self.one("subject", heading.subject(page, form)),
            addressee=self.one("addressee", heading.addressee(page, form)),
            references=self.many("references", heading.listed(page, form, "references")),
            enclosures=self.many("enclosures", heading.listed(page, form, "enclosures")),
            urgency=self.one("urgency", heading.urgency(page, form)),
            secrecy=self.one("secrecy", heading.secrecy(page, form)),
            asks=tuple(one.ask for one in asks),
            deadlines=self._deadlines(asks, written),
            quotas=tuple(q.quota for q in quotas),
            recipients=self.many("recipients", [row.unit for row in annex.rows]),
            framework=plan.pillars,
            signatory=self.one("signatory", signatory),
            position=self.one("position", position),
            conflicts=conflicts_of(page, annex, asks, plan),
            confidence=self.confidence,
            spans=self.spans,
        )

    def _deadlines(self, asks: list[AskFound], written: dt.date | None) -> tuple[dt.date, ...]:
        """Days of all asks, those that the body says otherwise, and those of notes and slips below it, each once."""
        found: list[Deadline] = [one.deadline for one in asks if one.deadline and one.deadline.day]
        body = self.page.lines[self.form.body : self.form.closing] if self.form.kind != "report" else ()
        for line in body:
            start = background_end(self.page.text, line.start, line.end)
            called = _CALL.search(self.page.text, start, line.end)
            said = deadlines_in(self.page, start, line.end, written)
            found += [each for each in said if called or each.kind in {"extend", "closes", "on"}]
        found += below_the_body(self.page, self.form, written)
        days: dict[dt.date, Deadline] = {}
        for each in sorted(found, key=lambda deadline: deadline.start):
            if each.day:
                days.setdefault(each.day, each)
        phrases = [deadline.phrase for deadline in days.values()]
        self.note("deadlines", [phrase.span for phrase in phrases], [phrase.confidence for phrase in phrases])
        return tuple(sorted(days))
