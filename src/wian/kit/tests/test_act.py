"""One transaction: all of it or nothing, and what happened written last."""

from uuid import uuid4

import pytest
from django.db import connection

from wian.kit import act as module
from wian.kit.act import act, add_fact, on_close
from wian.kit.models import Once


@pytest.fixture
def written(monkeypatch):
    """The facts of the acts of this test, instead of the ledger."""
    monkeypatch.setattr(module, "_writers", [])
    kept = []
    on_close(lambda facts: kept.append(list(facts)))
    return kept


@act
def change(name: str) -> Once:
    add_fact(name)
    return Once.objects.create(actor=name, key=uuid4(), url="/")


def changed() -> set[str]:
    return set(Once.objects.values_list("actor", flat=True))


@pytest.mark.django_db
def test_the_facts_of_an_act_are_written_together_once(written):
    @act
    def outer() -> None:
        change("one")
        change("two")
        assert written == []

    outer()
    assert written == [["one", "two"]]
    assert {"one", "two"} <= changed()


@pytest.mark.django_db
def test_an_act_answers_what_its_command_answers(written):
    assert change("one").actor == "one"
    assert change.__name__ == "change"


@pytest.mark.django_db
def test_a_refused_act_leaves_neither_rows_nor_facts(written):
    @act
    def outer() -> None:
        change("one")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        outer()
    assert written == []
    assert "one" not in changed()


@pytest.mark.django_db
def test_a_refused_command_inside_takes_only_its_own_away(written):
    @act
    def refused() -> None:
        change("two")
        raise ValueError("no")

    @act
    def outer() -> None:
        change("one")
        with pytest.raises(ValueError, match="no"):
            refused()
        change("three")

    outer()
    assert written == [["one", "three"]]
    assert {"one", "three"} <= changed()
    assert "two" not in changed()


@pytest.mark.django_db
def test_a_writer_that_fails_undoes_the_act(written):
    def fail(facts) -> None:
        raise OSError("no room")

    on_close(fail)
    with pytest.raises(OSError, match="no room"):
        change("one")
    assert "one" not in changed()


@pytest.mark.django_db
def test_an_act_without_facts_writes_none(written):
    act(lambda: None)()
    assert written == []


def test_a_fact_belongs_to_an_act():
    with pytest.raises(RuntimeError, match="inside an act"):
        add_fact("alone")


def test_nothing_is_seen_before_the_act_ends(written, copied_database):
    """Another connection sees all of an act, or none."""
    seen = []

    @act
    def outer() -> None:
        change("one")
        seen.extend(copied_database.together([changed]))
        assert connection.in_atomic_block

    outer()
    seen.extend(copied_database.together([changed]))
    assert "one" not in seen[0]
    assert "one" in seen[1]


def test_acts_of_two_threads_keep_their_facts_apart(written, copied_database):
    copied_database.together([lambda: change("one"), lambda: change("two")])
    assert sorted(written) == [["one"], ["two"]]
