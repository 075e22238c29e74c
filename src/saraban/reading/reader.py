"""`read`: from a text to a `Reading`. Each rule lives in its own file; this one only puts their answers together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from saraban.letter import NOT_A_LETTER, Reading, Span
from saraban.reading import annex as annexes
from saraban.reading import contacts, framework, heading
from saraban.reading.asks import AskFound, asks_of
from saraban.reading.closing import signature
from saraban.reading.conflicts import conflicts_of
from saraban.reading.deadlines import Deadline, deadlines_in
from saraban.reading.form import Form, form_of
from saraban.reading.lines import Found, Page
from saraban.reading.quotas import quotas_of
from saraban.reading.vocabulary import BACKGROUND
from saraban.register import is_circular


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
        annex = annexes.annex_of(page, form.closing)
        quotas = quotas_of(page, annex, asks)
        signatory, position = signature(page, form)
        contact, contact_phone = contacts.coordinator(page, form.first)
        self.note(
            "asks", [one.ask.span for one in asks], [0.8 if one.ask.kind != "other" else 0.6 for one in asks]
        )
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
        """Days of all asks, and those of notes below the body (หมายเหตุ), each once."""
        found: list[Deadline] = [one.deadline for one in asks if one.deadline and one.deadline.day]
        for line in self.page.lines[self.form.closing :]:
            if not line.text.startswith(tuple(BACKGROUND.split("|"))):
                found += deadlines_in(self.page, line.start, line.end, written)
        days: dict[dt.date, Deadline] = {}
        for each in sorted(found, key=lambda deadline: deadline.start):
            if each.day:
                days.setdefault(each.day, each)
        self.note(
            "deadlines", [d.phrase.span for d in days.values()], [d.phrase.confidence for d in days.values()]
        )
        return tuple(sorted(days))
