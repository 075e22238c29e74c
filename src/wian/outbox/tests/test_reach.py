import pytest

from wian.directory.models import Unit
from wian.directory.story import FULL
from wian.ledger.models import Entry
from wian.outbox.queries import Reach, reach_of, unreached
from wian.outbox.tests.rows import notice
from wian.outbox.tests.support import people


@pytest.fixture
def entry(story) -> int:
    return Entry.objects.latest("seq").pk


def test_people_are_counted_by_how_they_were_reached(entry):
    read, got, waits, stuck, none = people(*(f"p{n}@example.go.th" for n in range(5)))
    notice(read, state="bounced", read_at="2026-11-20T03:00Z")
    notice(got, state="delivered")
    notice(waits, state="sending")
    notice(stuck, state="held")
    notice(none)
    assert reach_of([entry]) == {entry: Reach(people=5, read=1, delivered=1, under_way=1, stuck=2)}


def test_who_was_told_twice_counts_once(entry):
    [person] = people("a@example.go.th")
    notice(person, state="delivered", unit=FULL)
    notice(person, state="delivered", unit="กองอำนวยการ")
    assert reach_of([entry])[entry] == Reach(people=1, delivered=1)


def test_an_entry_that_nobody_was_told_of_has_no_reach(entry):
    assert reach_of([entry, entry - 1]) == {entry: Reach(), entry - 1: Reach()}


def test_entries_are_told_apart_in_one_statement(entry, django_assert_num_queries):
    person, other = people("a@example.go.th", "b@example.go.th")
    notice(person, state="delivered")
    notice(person, state="queued", entry=entry - 1)
    notice(other, entry=entry - 1)
    with django_assert_num_queries(1):
        found = reach_of([entry - 1, entry])
    assert found == {entry - 1: Reach(people=2, under_way=1), entry: Reach(people=1, delivered=1)}


def test_the_wait_is_for_what_is_neither_delivered_nor_stuck():
    reach = Reach(people=9, delivered=3, under_way=2, stuck=1)
    assert (reach.settled, reach.mails) == (4, 6)


def test_whom_to_call_are_those_who_neither_read_it_nor_get_an_e_mail(entry):
    read, got, waits, bounced, none = people(*(f"p{n}@example.go.th" for n in range(5)))
    notice(read, state="held", read_at="2026-11-20T03:00Z")
    notice(got, state="delivered")
    notice(waits, state="queued")
    notice(bounced, state="bounced", unit=FULL)
    notice(none, unit="กองอำนวยการ")
    found = unreached(entry)
    assert {(one.person, one.unit.name) for one in found} == {(bounced, FULL), (none, "กองอำนวยการ")}
    assert [one.unit.path for one in found] == sorted(one.unit.path for one in found)


def test_who_was_reached_in_one_matter_of_the_entry_is_not_called_for_another(entry):
    [person] = people("a@example.go.th")
    notice(person, state="held", unit=FULL)
    notice(person, state="delivered", unit="กองอำนวยการ")
    assert not unreached(entry).exists()


def test_nobody_is_called_twice(entry):
    [person] = people("")
    first = notice(person, unit=FULL)
    notice(person, unit="กองอำนวยการ")
    assert list(unreached(entry)) == [first]


def test_what_was_told_of_another_entry_does_not_count(entry):
    [person] = people("")
    notice(person, state="delivered", entry=entry - 1)
    stuck = notice(person, state="held")
    assert list(unreached(entry)) == [stuck]


def test_whom_to_call_takes_one_statement(entry, django_assert_num_queries):
    Unit.objects.filter(name=FULL).update(phone="02 000 0000")
    for person in people(*[""] * 5):
        notice(person, unit=FULL)
    with django_assert_num_queries(1):
        assert {(one.person.phone, one.unit.phone) for one in unreached(entry)} == {("", "02 000 0000")}
