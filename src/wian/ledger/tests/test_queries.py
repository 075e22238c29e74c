"""What the timelines and the lineage are made of: entries about things, and what led to an entry."""

import pytest
from conftest import TOLD
from django.db import connection

from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.kit.act import act
from wian.kit.actor import COMMAND_LINE
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.ledger.events import Event
from wian.ledger.models import Entry
from wian.ledger.queries import entries_about, lineage_of, rows_of


@pytest.fixture
def things(story):
    return {
        "circulars.recipient": Recipient.objects.filter(circular=story.circular),
        "asks.obligation": Obligation.objects.filter(ask__circular=story.circular),
    }


def test_entries_about_things_of_several_types_are_all_found_and_no_others(things):
    refs = {f"{type_}:{row.pk}" for type_, rows in things.items() for row in rows}
    found = set(entries_about(things))
    assert found == {entry for entry in Entry.objects.all() if entry.about in refs}
    assert {entry.about_ref.type for entry in found} == set(things)


def test_a_number_of_another_type_is_another_thing(story, things):
    one = Recipient.objects.filter(circular=story.circular).order_by("pk")[:1]
    found = entries_about({"circulars.recipient": Recipient.objects.filter(pk__in=one.values("pk"))})
    assert {entry.about for entry in found} <= {f"circulars.recipient:{one[0].pk}"}


def test_about_nothing_there_is_nothing(story):
    assert not entries_about({"circulars.recipient": Recipient.objects.none()}).exists()


def test_they_are_found_by_the_index(things):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # a table this small is read whole, unless that is forbidden
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "ledger_entr_about" in entries_about(things).explain()


def test_however_many_they_take_one_statement(things, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(entries_about(things)) > len(things)


def happened(about: str, *because: str) -> Entry:
    """An entry in the ledger, of no real event."""

    def ref(thing: str) -> Ref:
        return Ref("test.thing", int(thing))

    class Happened(Event):
        says = "it happened"

    @act
    def run() -> None:
        record(Happened(), by=COMMAND_LINE, at=TOLD, about=ref(about), because=[ref(one) for one in because])

    run()
    return Entry.objects.latest("seq")


def test_lineage_goes_back_along_because_to_the_first_entry_about_each_thing(story):
    root = happened("1")
    happened("1", "9")  # later about the same: not what began it
    stem = happened("2", "1")
    other = happened("3", "1")
    leaf = happened("4", "2", "3")
    assert lineage_of(leaf) == [leaf, other, stem, root]


def test_lineage_ends_where_things_led_to_each_other(story):
    first = happened("1", "2")
    second = happened("2", "1")
    assert lineage_of(second) == [second, first]


def test_a_cause_that_nothing_was_recorded_about_is_passed_over(story):
    lone = happened("1", "7")
    assert lineage_of(lone) == [lone]


def test_rows_show_what_an_entry_is_about_and_what_led_to_it(story):
    entry = Entry.objects.filter(event="responses.accepted")[0]
    owed = Obligation.objects.select_related("recipient__unit").get(pk=entry.about_ref.id)
    [row] = rows_of([entry])
    assert str(owed.recipient.unit) in row.face.title
    assert [face.url for face in row.because] == [f"/responses/{owed.recipient_id}/timeline/"]
