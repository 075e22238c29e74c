"""How far a campaign is: the numbers equal a recount by hand, whatever the units have done."""

from datetime import timedelta

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import Progress, matrix, progress_of, progress_of_each
from wian.asks.rules import is_overdue
from wian.asks.states import ObligationState
from wian.circulars.models import Circular, Recipient
from wian.circulars.tests.support import addressed
from wian.kit import clock

S = ObligationState
NOMINATE, PROPOSE = Ask.Kind.NOMINATE, Ask.Kind.PROPOSE


def owed_by(circular: Circular) -> dict[Recipient, list[Obligation]]:
    rows = Obligation.objects.filter(ask__circular=circular).select_related("ask")
    recipients = Recipient.objects.filter(circular=circular)
    return {recipient: [row for row in rows if row.recipient_id == recipient.pk] for recipient in recipients}


def recounted(circular: Circular) -> dict[str, object]:
    """By hand: what was sent counts, whoever is exempt does not."""
    units = owed_by(circular)
    asked = {unit: rows for unit, owed in units.items() if (rows := [row for row in owed if asks_for(row)])}
    rows = [row for owed in asked.values() for row in owed]
    people = [row for row in rows if row.ask.kind == NOMINATE]
    projects = [row for row in rows if row.ask.kind == PROPOSE]
    return {
        "units": len(asked),
        "units_done": sum(not any(map(waits, owed)) for owed in asked.values()),
        "seats": sum(row.max if row.max is not None else row.min for row in people),
        "names": sum(row.sent or 0 for row in people),
        "projects": sum(row.sent or 0 for row in projects) if projects else None,
        "to_accept": sum(row.state == S.SUBMITTED for row in rows),
        "due_at": min(
            (row.due_at for row in rows if row.due_at and waits(row)),
            default=max((row.due_at for row in rows if row.due_at), default=None),
        ),
        "asks": [
            (
                ask.kind,
                sum(row.sent is not None for row in rows if row.ask == ask),
                sum(waits(row) for row in rows if row.ask == ask),
            )
            for ask in Ask.objects.filter(circular=circular)
        ],
    }


def asks_for(row: Obligation) -> bool:
    return row.state != S.EXEMPT


def waits(row: Obligation) -> bool:
    return asks_for(row) and row.sent is None and row.ask.closed_at is None


def told(progress: Progress) -> dict[str, object]:
    numbers = ("units", "units_done", "seats", "names", "projects", "to_accept", "due_at")
    return {
        **{name: getattr(progress, name) for name in numbers},
        "asks": [(row.ask.kind, row.done, row.waiting) for row in progress.asks],
    }


def counted(circular: Circular) -> dict[str, int]:
    """The filters of the matrix, by hand."""
    at, units = clock.now(), owed_by(circular)
    asking = set(
        ExtensionRequest.objects.filter(recipient__circular=circular, granted=None).values_list(
            "recipient", flat=True
        )
    )

    def number(holds) -> int:
        return sum(holds(unit, owed) for unit, owed in units.items())

    def any_(holds) -> int:
        return number(lambda unit, owed: any(map(holds, owed)))

    return {
        "all": len(units),
        "not-received": number(lambda unit, owed: unit.received_at is None),
        "waiting": any_(waits),
        "overdue": any_(lambda row: is_overdue(row, at)),
        "submitted": any_(lambda row: row.state == S.SUBMITTED),
        "returned": any_(lambda row: row.returned_at is not None and row.ask.closed_at is None),
        "to-enter": any_(lambda row: row.awaits_entry),
        "asked-for-time": number(
            lambda unit, owed: (
                unit.pk in asking and any(row.is_open and waits(row) and row.due_at for row in owed)
            )
        ),
        "accepted": number(lambda unit, owed: {row.state for row in owed if asks_for(row)} == {S.ACCEPTED}),
    }


def test_the_story_stands_where_it_was_told(story):
    progress = progress_of(story.circular)
    assert told(progress) == recounted(story.circular)
    assert (progress.units, progress.seats) == (17, 29)
    assert progress.due_at == clock.end_of(clock.today() + timedelta(days=1))
    assert 0 < progress.units_done < progress.units
    assert 0 < progress.names < progress.seats


def test_a_unit_is_done_when_it_has_sent_something_for_every_ask(story):
    before = progress_of(story.circular).units_done
    unit, owed = next(
        (unit, rows)
        for unit, rows in owed_by(story.circular).items()
        if all(map(waits, rows)) and len(rows) > 1
    )
    Obligation.objects.filter(pk=owed[0].pk).update(sent=0)
    assert progress_of(story.circular).units_done == before
    Obligation.objects.filter(recipient=unit).update(sent=0)
    assert progress_of(story.circular).units_done == before + 1


def test_who_is_exempt_from_everything_is_not_counted(story):
    before = progress_of(story.circular)
    unit = next(unit for unit, rows in owed_by(story.circular).items() if all(map(waits, rows)))
    Obligation.objects.filter(recipient=unit).update(state=S.EXEMPT)
    after = progress_of(story.circular)
    assert (after.units, after.units_done) == (before.units - 1, before.units_done)
    assert after.seats < before.seats


def test_a_closed_ask_waits_for_nobody_and_keeps_what_was_sent(story):
    before = progress_of(story.circular).asks[0]
    Ask.objects.filter(pk=before.ask.pk).update(closed_at=clock.now())
    after = progress_of(story.circular).asks[0]
    assert (after.done, after.waiting) == (before.done, 0)
    assert before.waiting > 0


def test_what_waits_is_told_per_ask(story):
    assert [row.ask.kind for row in progress_of(story.circular).waiting] == ["propose", "nominate"]
    Obligation.objects.filter(ask__circular=story.circular, ask__kind=PROPOSE).update(sent=1)
    assert [row.ask.kind for row in progress_of(story.circular).waiting] == ["nominate"]


def test_progress_and_filters_equal_a_recount_whatever_was_done(story):
    """On the letter with asks given as a whole too; facts that no act could bring together are among them."""
    circular = story.earlier
    ids = list(Obligation.objects.filter(ask__circular=circular).values_list("pk", flat=True))
    asks = list(Ask.objects.filter(circular=circular))
    units = list(Recipient.objects.filter(circular=circular).values_list("pk", flat=True))
    days = st.sampled_from([None, -3, 0, 2])
    one = st.fixed_dictionaries(
        {
            "state": st.sampled_from(list(S)),
            "taken": st.integers(0, 3),
            "sent": st.none() | st.integers(0, 3),
            "attached": st.integers(0, 1),
            "nil": st.booleans(),
            "max": st.sampled_from([None, 3, 5]),
            "due_at": days,
            "prepared_at": days,
            "returned_at": days,
        }
    )

    def flags(rows: list) -> st.SearchStrategy:
        return st.lists(st.booleans(), min_size=len(rows), max_size=len(rows))

    @settings(deadline=None, max_examples=25)
    @given(
        st.lists(one, min_size=len(ids), max_size=len(ids)),
        st.lists(
            st.sampled_from([NOMINATE, PROPOSE, "report"]),
            min_size=len(asks),
            max_size=len(asks),
        ),
        flags(asks),
        flags(units),
        flags(units),
    )
    def holds(facts, kinds, closed, received, asking) -> None:
        now = clock.now()
        with transaction.atomic():
            for ask, kind, shut in zip(asks, kinds, closed, strict=True):
                Ask.objects.filter(pk=ask.pk).update(kind=kind, closed_at=now if shut else None)
            for pk, fact in zip(ids, facts, strict=True):
                moments = {
                    name: None if fact[name] is None else now + timedelta(days=fact[name])
                    for name in ("due_at", "prepared_at", "returned_at")
                }
                Obligation.objects.filter(pk=pk).update(**{**fact, **moments})
            ExtensionRequest.objects.filter(recipient__in=units).delete()
            for pk, is_in, asks_for_time in zip(units, received, asking, strict=True):
                Recipient.objects.filter(pk=pk).update(received_at=now if is_in else None)
                if asks_for_time:
                    ExtensionRequest.objects.create(recipient_id=pk, until=now, reason="ก", asked_at=now)
            assert told(progress_of(circular)) == recounted(circular)
            assert matrix(circular, at=now).counts == counted(circular)
            transaction.set_rollback(True)

    holds()


def test_campaigns_do_not_mix(story):
    other = addressed(story)
    ask = Ask.objects.create(circular=other, order=1, kind=NOMINATE, what="คน", start=0, end=1)
    for recipient in other.recipients.all():
        Obligation.objects.create(
            ask=ask, recipient=recipient, min=1, max=4, taken=3, sent=3, state=S.SUBMITTED
        )
    both = progress_of_each([story.circular, other])
    assert {pk: told(progress) for pk, progress in both.items()} == {
        story.circular.pk: recounted(story.circular),
        other.pk: recounted(other),
    }
    assert (both[other.pk].units_done, both[other.pk].seats, both[other.pk].names) == (2, 8, 6)


def test_more_campaigns_ask_no_more(story):
    def questions(circulars: list[Circular]) -> int:
        with CaptureQueriesContext(connection) as asked:
            progress_of_each(circulars)
        return len(asked)

    assert questions([story.circular]) == questions([story.circular, addressed(story)]) > 0
