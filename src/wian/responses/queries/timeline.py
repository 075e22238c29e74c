"""What happened to a letter and to a unit's answer, as people read it. What entries name is looked up for who may see it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from wian.asks.events import Extended
from wian.asks.models import Ask, Obligation
from wian.circulars.models import Circular, Recipient
from wian.kit.actor import Actor
from wian.kit.ref import Face
from wian.kit.templatetags.kit import thai_date
from wian.ledger.models import Entry
from wian.ledger.queries import entries_about
from wian.letters.events import RegisteredIn
from wian.letters.models import Letter
from wian.responses.models import Submission
from wian.responses.queries.lineage import ITEMS, item_of, items_read_by


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: of which unit and which kind of ask, if of one; and what it names, if the reader may see it."""

    entry: Entry
    recipient: Recipient | None
    kind: str
    named: Face | None


def letter_entries(circular: Circular) -> QuerySet[Entry]:
    """Everything about a letter that was sent round, its recipients and what they owe.

    That a unit entered it in its own register is left out: its receiving the letter says so.
    """
    entries = entries_about(
        {
            "letters.letter": Letter.objects.filter(pk=circular.letter_id),
            "circulars.circular": Circular.objects.filter(pk=circular.pk),
            "circulars.recipient": Recipient.objects.filter(circular=circular),
            "asks.obligation": Obligation.objects.filter(ask__circular=circular),
        }
    )
    return entries.exclude(event=RegisteredIn.name)


def unit_entries(recipient: Recipient) -> QuerySet[Entry]:
    """Everything about one recipient and what it owes."""
    return entries_about(_of(recipient))


def answer_entries(recipient: Recipient) -> list[Entry]:
    """The same with what was done for all recipients of the letter, the oldest first."""
    circular = Circular.objects.filter(pk=recipient.circular_id)
    entries = entries_about({"circulars.circular": circular, **_of(recipient)}).order_by("seq")
    entries = entries.exclude(event__startswith="desks.")  # links to the one page are the owner's own
    return [entry for entry in entries if _concerns(entry, recipient)]


def moments_of(entries: Iterable[Entry], actor: Actor) -> list[list[Line]]:
    """Entries in the order given, those of one office at one moment together. Seven statements, however many entries."""
    entries = list(entries)
    owed = Obligation.objects.select_related("ask", "recipient__unit").in_bulk(
        _ids(entries, "asks.obligation")
    )
    units = Recipient.objects.select_related("unit").in_bulk(_ids(entries, "circulars.recipient"))
    asks = Ask.objects.in_bulk({fields["ask"] for entry in entries if "ask" in (fields := entry.fields)})
    named = dict(_named(entries, actor))

    def line(entry: Entry) -> Line:
        thing = entry.about_ref
        row = owed[thing.id] if thing.type == "asks.obligation" else None
        unit = units[thing.id] if thing.type == "circulars.recipient" else None
        ask = row.ask if row else asks.get(entry.fields.get("ask", 0))
        return Line(
            entry,
            row.recipient if row else unit,
            ask.get_kind_display() if ask else "",
            named.get(entry.seq),
        )

    moments = groupby(map(line, entries), key=lambda line: (line.entry.at, line.entry.actor))
    return [list(lines) for _, lines in moments]


def _of(recipient: Recipient) -> dict[str, QuerySet[Any]]:
    return {
        "circulars.recipient": Recipient.objects.filter(pk=recipient.pk),
        "asks.obligation": Obligation.objects.filter(recipient=recipient),
    }


def _concerns(entry: Entry, recipient: Recipient) -> bool:
    """Some units may have been given more time together: that is no business of the others."""
    units = entry.fields["units"] if entry.event == Extended.name else []
    return not units or recipient.pk in units


def _ids(entries: Iterable[Entry], type_: str) -> set[int]:
    return {thing.id for entry in entries if (thing := entry.about_ref).type == type_}


def _named(entries: list[Entry], actor: Actor) -> Iterator[tuple[int, Face]]:
    """What entries name, by their numbers: items that the actor may read, proofs of submission, new dates."""
    items = {entry.seq: item for entry in entries if (item := item_of(entry))}
    for kind, (_model, url) in ITEMS.items():
        rows = items_read_by(kind, actor).in_bulk({pk for word, pk in items.values() if word == kind})
        for seq, (word, pk) in items.items():
            if word == kind and pk in rows:
                yield seq, Face(str(rows[pk]), reverse(url, args=[pk]) if url else "")
    facts = {entry.seq: entry.fields for entry in entries}
    sent = {seq: fields["submission"] for seq, fields in facts.items() if "submission" in fields}
    proofs = Submission.objects.in_bulk(set(sent.values()))
    for seq, submission in sent.items():
        yield seq, Face(_proof(proofs[submission]))
    for seq, fields in facts.items():
        if "until" in fields:
            date = thai_date(datetime.fromisoformat(fields["until"]))
            yield seq, Face(_("until %(date)s") % {"date": date})


def _proof(submission: Submission) -> str:
    """A submission by its code, with the kinds of asks that it answers."""
    asks = json.loads(submission.content)["asks"]
    kinds = dict.fromkeys(str(Ask.Kind(part["kind"]).label) for part in asks)
    return _("proof %(code)s: %(asks)s") % {"code": submission.code, "asks": ", ".join(kinds)}
