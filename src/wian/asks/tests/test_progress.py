"""How far a campaign is: the numbers equal a recount by hand, whatever the units have done."""

from datetime import timedelta

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from wian.asks.models import Ask, Obligation
from wian.asks.queries import Progress, matrix, progress_of, progress_of_each
from wian.asks.states import DONE, ObligationState
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
    """By hand: a unit counts when every ask that can be answered is submitted; names count when submitted."""
    units = owed_by(circular)
    rows = [row for owed in units.values() for row in owed]
    people = [row for row in rows if row.ask.kind == NOMINATE]
    return {
        "units": len(units),
        "units_done": sum(
            all(row.state in DONE for row in owed if row.ask.kind == NOMINATE) for owed in units.values()
        ),
        "seats": sum(row.max if row.max is not None else row.min for row in people),
        "names": sum(row.taken for row in people if row.state in DONE),
        "due_at": min((row.due_at for row in rows if row.due_at), default=None),
        "asks": [
            (
                ask.kind,
                sum(row.state in DONE for row in rows if row.ask == ask),
                sum(row.state not in DONE for row in rows if row.ask == ask),
            )
            for ask in Ask.objects.filter(circular=circular)
        ],
    }


def told(progress: Progress) -> dict[str, object]:
    return {
        **{name: getattr(progress, name) for name in ("units", "units_done", "seats", "names", "due_at")},
        "asks": [(row.ask.kind, row.done, row.waiting) for row in progress.asks],
    }


def counted(circular: Circular) -> dict[str, int]:
    """The filters of the matrix, by hand."""
    at, units = clock.now(), owed_by(circular)

    def number(holds) -> int:
        return sum(
            holds(unit, [row for row in owed if row.ask.kind == NOMINATE]) for unit, owed in units.items()
        )

    return {
        "all": len(units),
        "not-received": number(lambda unit, people: unit.received_at is None),
        "waiting": number(lambda unit, people: any(row.state not in DONE for row in people)),
        "overdue": number(
            lambda unit, people: any(
                row.state not in DONE and row.due_at is not None and row.due_at < at for row in people
            )
        ),
        "submitted": number(lambda unit, people: any(row.state == S.SUBMITTED for row in people)),
        "accepted": number(
            lambda unit, people: bool(people) and all(row.state == S.ACCEPTED for row in people)
        ),
    }


def test_the_story_stands_where_it_was_told(story):
    assert told(progress_of(story.circular)) == {
        "units": 17,
        "units_done": 7,
        "seats": 29,
        "names": 11,
        "due_at": clock.end_of(clock.today() + timedelta(days=1)),
        "asks": [("propose", 0, 17), ("nominate", 7, 10)],
    }


def test_what_waits_is_told_per_ask(story):
    progress = progress_of(story.circular)
    assert [(row.ask.kind, row.waiting) for row in progress.waiting] == [("propose", 17), ("nominate", 10)]
    Obligation.objects.filter(ask__circular=story.circular, ask__kind=PROPOSE).update(state=S.SUBMITTED)
    assert [row.ask.kind for row in progress_of(story.circular).waiting] == ["nominate"]


def test_names_and_filters_equal_a_recount_whatever_was_done(story):
    ids = list(Obligation.objects.filter(ask__circular=story.circular).values_list("pk", flat=True))
    units = list(Recipient.objects.filter(circular=story.circular).values_list("pk", flat=True))
    one = st.tuples(
        st.sampled_from(list(S)),
        st.integers(0, 3),
        st.sampled_from([None, 3, 5]),
        st.sampled_from([None, -3, 0, 2]),
    )

    @settings(deadline=None, max_examples=25)
    @given(
        st.lists(one, min_size=len(ids), max_size=len(ids)),
        st.lists(st.booleans(), min_size=len(units), max_size=len(units)),
    )
    def holds(facts, received) -> None:
        now = clock.now()
        with transaction.atomic():
            rows = Obligation.objects.in_bulk(ids)
            for pk, (state, taken, most, days) in zip(ids, facts, strict=True):
                row = rows[pk]
                row.state, row.taken, row.max = state, taken, most
                row.due_at = None if days is None else now + timedelta(days=days)
            Obligation.objects.bulk_update(rows.values(), ["state", "taken", "max", "due_at"])
            for pk, is_in in zip(units, received, strict=True):
                Recipient.objects.filter(pk=pk).update(received_at=now if is_in else None)
            assert told(progress_of(story.circular)) == recounted(story.circular)
            assert matrix(story.circular, at=now).counts == counted(story.circular)
            transaction.set_rollback(True)

    holds()


def test_campaigns_do_not_mix(story):
    other = addressed(story)
    ask = Ask.objects.create(circular=other, order=1, kind=NOMINATE, what="คน", start=0, end=1)
    for recipient in other.recipients.all():
        Obligation.objects.create(ask=ask, recipient=recipient, min=1, max=4, taken=3, state=S.SUBMITTED)
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
