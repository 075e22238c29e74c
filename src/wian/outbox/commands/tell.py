"""An entry of the ledger becomes what people hear: notices on the site, and e-mails."""

from collections.abc import Collection, Iterable
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from wian.directory.models import Holding, Person
from wian.kit import clock, notices
from wian.kit.work import job, put, put_all
from wian.ledger.models import Entry
from wian.outbox.commands.send import send
from wian.outbox.models import Message, Notice, Preference, Told
from wian.outbox.states import MessageState

PORTION = 500  # people told in one transaction: nobody else waits long


def hear(entry: Entry) -> None:
    """The ledger's listener: an entry that somebody has to hear of becomes a job, so that delivery goes on."""
    if entry.event in notices.told_events():
        put(tell_of, entry.seq)


@job(alone=True)
def tell_of(seq: int) -> None:
    """Tell of the entry of that number."""
    tell(Entry.objects.get(pk=seq))


def tell(entry: Entry) -> None:
    """Tell everybody whom the entry concerns, except who did it; whoever was told already is not told again.

    In portions: of each, notices, messages and their jobs are there together or not at all.
    """
    actor = _person_of(entry.actor)
    rows = {
        (one.person, one.wording.code, one.url): one
        for one in notices.notices_of(entry)
        if one.person != actor
    }
    told = set(Notice.objects.filter(entry=entry).values_list("person", "wording", "url"))
    left = [one for key, one in rows.items() if key not in told]
    for start in range(0, len(left), PORTION):
        _tell(entry, left[start : start + PORTION])
    Told.objects.get_or_create(entry=entry)


@transaction.atomic
def _tell(entry: Entry, said: Collection[notices.Notice]) -> None:
    rows = [
        Notice(
            entry=entry,
            person_id=one.person,
            unit_id=one.unit,
            post_id=one.post,
            wording=one.wording.code,
            facts=Notice.kept(one.facts),
            url=one.url,
            at=entry.at,
            mails=one.mails,
        )
        for one in said
    ]
    people = {row.person_id for row in rows}
    wants = dict(Preference.objects.filter(person__in=people).values_list("person", "mail"))
    at_once = [row for row in rows if row.mails and wants.get(row.person_id, "at_once") == "at_once"]
    for row, message in zip(at_once, post(row.person_id for row in at_once), strict=True):
        row.message = message
    Notice.objects.bulk_create(rows)


def post(to: Iterable[int]) -> list[Message]:
    """A message for each of these people (ids), in their order, and a job for each that can be sent."""
    people = list(to)
    addresses = _addresses(set(people))
    languages = dict(Preference.objects.filter(person__in=set(people)).values_list("person", "language"))
    now = clock.now()
    messages = []
    for person in people:
        address = addresses[person]
        why = Message.Why.NONE if settings.MAIL else Message.Why.NO_SERVER
        why = why if address else Message.Why.NO_ADDRESS
        messages.append(
            Message(
                person_id=person,
                address=address,
                language=languages.get(person, "th"),
                message_id=f"<{uuid4()}@{settings.MAIL_DOMAIN}>",
                state=MessageState.HELD if why else MessageState.QUEUED,
                why=why,
                made_at=now,
                moved_at=now,
            )
        )
    Message.objects.bulk_create(messages)
    put_all(send, [(message.pk,) for message in messages if message.state == MessageState.QUEUED])
    return messages


def _addresses(people: Collection[int]) -> dict[int, str]:
    return {person: row.email for person, row in Person.objects.only("email").in_bulk(people).items()}


def _person_of(actor: str) -> int | None:
    """Who did it, of the ledger's "holding:12"; None for the command line."""
    kind, _, holding = actor.partition(":")
    if kind != "holding":
        return None
    return Holding.objects.filter(pk=int(holding)).values_list("person", flat=True).first()
