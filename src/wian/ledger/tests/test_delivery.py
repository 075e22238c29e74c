"""Every listener hears every entry, once and in order, whatever happens on the way."""

from uuid import uuid4

import pytest
from django.core.management import call_command

from wian.kit.models import Once
from wian.kit.work import run_until_idle
from wian.ledger import delivery
from wian.ledger.delivery import BATCH, Hear, deliver_waiting, listen, set_cursors
from wian.ledger.models import Cursor, Entry, Head
from wian.ledger.tests.test_chain import count


@pytest.fixture
def listeners(monkeypatch):
    """Nobody listens but those of the test."""
    found: dict[str, Hear] = {}
    monkeypatch.setattr(delivery, "_listeners", found)
    return found


class Ear:
    """Writes down what it hears, in the database."""

    def __init__(self, name: str, *, deaf_to: int = 0, trouble: type[BaseException] = ValueError) -> None:
        self.name, self.deaf_to, self.trouble = name, deaf_to, trouble
        listen(name, self)
        set_cursors()

    def __call__(self, entry: Entry) -> None:
        Once.objects.create(actor=self.name, key=uuid4(), url=str(entry.seq))
        if entry.seq == self.deaf_to:
            raise self.trouble

    def heard(self) -> list[int]:
        return [int(row.url) for row in Once.objects.filter(actor=self.name).order_by("pk")]


def deliver() -> None:
    while deliver_waiting():
        pass


def counted(many: int) -> list[int]:
    """The numbers of that many new entries."""
    before = Head.objects.get().seq
    for number in range(many):
        count(number)
    return list(range(before + 1, before + many + 1))


@pytest.mark.django_db
def test_every_listener_hears_every_entry_once_in_order(listeners):
    ears = Ear("left"), Ear("right")
    seqs = counted(BATCH + 5)
    deliver()
    deliver()
    assert [ear.heard() for ear in ears] == [seqs, seqs]


@pytest.mark.django_db
def test_a_helping_is_short_so_that_acts_need_not_wait(listeners, monkeypatch):
    monkeypatch.setattr(delivery, "SECONDS", 0)
    ear = Ear("ear")
    seqs = counted(3)
    assert deliver_waiting()
    assert ear.heard() == seqs[:1]
    deliver()
    assert ear.heard() == seqs


@pytest.mark.django_db
def test_a_new_listener_does_not_hear_the_past(listeners):
    ear = Ear("early")
    seqs = counted(2)
    late = Ear("late")
    call_command("migrate", verbosity=0)
    deliver()
    assert (ear.heard(), late.heard()) == (seqs, [])


@pytest.mark.django_db
def test_a_migrate_gives_a_new_listener_its_cursor_and_the_worker_delivers(listeners):
    ear = Ear("ear")
    Cursor.objects.all().delete()
    call_command("migrate", verbosity=0)
    seqs = counted(1)
    run_until_idle()
    assert ear.heard() == seqs


@pytest.mark.django_db
def test_a_listener_without_a_cursor_begins_at_the_next_round(listeners):
    counted(2)
    ear = Ear("late")
    Cursor.objects.filter(listener="late").delete()
    assert not deliver_waiting()
    seqs = counted(1)
    deliver()
    assert ear.heard() == seqs


@pytest.mark.django_db
def test_a_worker_that_dies_between_entries_has_delivered_none_of_them(listeners):
    ear = Ear("ear", trouble=SystemExit)
    seqs = counted(3)
    ear.deaf_to = seqs[1]
    with pytest.raises(SystemExit):
        deliver()
    assert ear.heard() == []
    ear.deaf_to = 0
    deliver()
    assert ear.heard() == seqs


@pytest.mark.django_db
def test_an_entry_that_a_listener_fails_to_hear_is_put_aside_and_tried_again(listeners):
    ear, other = Ear("ear"), Ear("other")
    first, second, third = seqs = counted(3)
    ear.deaf_to = second
    deliver()
    assert (ear.heard(), other.heard()) == ([first, third], seqs)
    ear.deaf_to = 0
    run_until_idle()
    assert ear.heard() == [first, third, second]
    assert other.heard() == seqs


@pytest.mark.django_db
def test_when_nothing_waits_it_costs_one_read(listeners, django_assert_num_queries):
    Ear("ear")
    with django_assert_num_queries(1):
        assert not deliver_waiting()


def test_workers_at_the_same_time_deliver_each_entry_once(listeners, copied_database):
    ears = Ear("left"), Ear("right")
    seqs = counted(BATCH + 20)
    outcomes = copied_database.together([deliver] * 6)
    deliver()
    assert outcomes == [None] * 6
    assert [ear.heard() for ear in ears] == [seqs, seqs]


@pytest.mark.django_db
def test_two_listeners_have_two_names(listeners):
    Ear("ear")
    with pytest.raises(TypeError, match="ear"):
        Ear("ear")
