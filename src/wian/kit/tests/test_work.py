"""Jobs are done once, whatever happens on the way; what cannot be done now is tried again."""

from datetime import timedelta
from itertools import chain, repeat
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult
from tests.house.jobs import fail, fail_alone, leave, note, noted, reach_out, wait

from wian.kit.act import act
from wian.kit.work import ATTEMPTS, Worker, each_round, put, put_all, run_until_idle, schedule, worker


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch):
    """No work but that of the test."""
    monkeypatch.setattr(worker, "_each_round", [])
    monkeypatch.setattr(schedule, "_daily", [])
    monkeypatch.setattr(worker, "PAUSE", 0)


def row() -> DBTaskResult:
    return DBTaskResult.objects.get()


def come_due() -> None:
    DBTaskResult.objects.update(run_after=timezone.now())


class Trouble:
    """Stands in for a function: raises `error` the first time, then does what the function does."""

    def __init__(self, monkeypatch, name: str, error: type[BaseException]) -> None:
        self.real, self.errors = getattr(worker, name), chain([error], repeat(None))
        monkeypatch.setattr(worker, name, self)

    def __call__(self, *args):
        if error := next(self.errors):
            raise error
        return self.real(*args)


@pytest.mark.django_db
def test_jobs_are_done_in_their_order():
    put_all(leave, [("one",), ("two",)])
    put(reach_out, "three")
    run_until_idle()
    assert noted() == ["one", "two", "three"]
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}


@pytest.mark.django_db
def test_a_job_of_a_refused_act_was_never_put():
    @act
    def change(error: type[Exception] | None) -> None:
        put(leave, "one")
        if error:
            raise error

    with pytest.raises(KeyError):
        change(KeyError)
    assert not DBTaskResult.objects.exists()
    change(None)
    run_until_idle()
    assert noted() == ["one"]


@pytest.mark.django_db
def test_many_jobs_are_put_as_cheaply_as_few(django_assert_num_queries):
    many = 1000 if connection.vendor == "postgresql" else 60  # SQLite takes fewer values in one statement
    for count in (1, many):
        with django_assert_num_queries(1):
            put_all(leave, [(str(n),) for n in range(count)])
    assert DBTaskResult.objects.count() == many + 1


def test_workers_at_the_same_time_do_each_job_once(copied_database):
    names = [str(n) for n in range(20)]
    put_all(leave, [(name,) for name in names])
    assert copied_database.together([run_until_idle] * 3) == [None] * 3
    assert sorted(noted(), key=int) == names


@pytest.mark.django_db
def test_a_job_that_fails_leaves_nothing_but_its_kind_and_its_place():
    put(fail, "typed by somebody")
    run_until_idle()
    assert noted() == []
    failed = row()
    assert (failed.status, failed.exception_class_path) == ("READY", "builtins.ValueError")
    assert "raise ValueError" in failed.traceback
    assert "typed by somebody" not in failed.traceback


@pytest.mark.django_db
@pytest.mark.parametrize("job", [wait, fail, fail_alone])
def test_a_job_is_tried_again_later_and_later_then_no_more(job):
    put(job, "a reason")
    for seconds in (10, 60, 300, 1800):
        before = timezone.now()
        run_until_idle()
        again = row()
        assert again.status == "READY"
        assert before <= again.run_after - timedelta(seconds=seconds) <= timezone.now()
        come_due()
    run_until_idle()
    assert (row().status, len(row().worker_ids)) == ("FAILED", ATTEMPTS)
    come_due()
    run_until_idle()
    assert len(row().worker_ids) == ATTEMPTS


@pytest.mark.django_db
def test_a_job_that_must_wait_says_why():
    put(wait, "no-route")
    run_until_idle()
    assert (row().exception_class_path, row().traceback) == ("no-route", "")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["wian.kit.work.jobs.put", "wian.kit.work.jobs.gone", "wian.gone.job"])
def test_a_job_that_nobody_knows_is_in_nobodys_way(path):
    put_all(leave, [("one",), ("two",)])
    DBTaskResult.objects.filter(args_kwargs__args=["one"]).update(task_path=path)
    run_until_idle()
    assert noted() == ["two"]
    assert DBTaskResult.objects.get(task_path=path).status == "READY"


@pytest.mark.django_db
@pytest.mark.parametrize(("job", "left"), [(leave, []), (reach_out, ["one"])])
def test_what_a_worker_did_that_dies_before_its_job_is_marked_done(job, left, monkeypatch):
    """Effects in the database are gone with it; what reached outside is repeated."""
    Trouble(monkeypatch, "_finish", SystemExit)
    put(job, "one")
    with pytest.raises(SystemExit):
        run_until_idle()
    assert noted() == left
    assert row().status == "RUNNING"
    run_until_idle()
    assert noted() == [*left, "one"]
    assert row().status == "SUCCESSFUL"


@pytest.mark.django_db
@pytest.mark.parametrize("error", [ValueError, OperationalError])
def test_what_is_done_each_round_keeps_no_job_waiting_when_it_fails(error):
    rounds = iter([True, True, False])

    def broken() -> bool:
        raise error

    each_round(broken)
    each_round(lambda: next(rounds))
    put(leave, "one")
    run_until_idle()
    assert noted() == ["one"]
    assert not list(rounds), "a round more while there is more to do"


@pytest.mark.django_db
def test_a_worker_outlives_a_database_that_fails(monkeypatch):
    Trouble(monkeypatch, "_claim", OperationalError)
    put(leave, "one")
    with pytest.raises(OperationalError):
        run_until_idle()
    Trouble(monkeypatch, "_claim", OperationalError)
    Worker().run(alive=lambda: row().status != "SUCCESSFUL")
    assert noted() == ["one"]


def cut() -> bool:
    """Lose the connection, as when the database starts again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    return False


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize(
    ("job", "after", "times", "tries"),
    [
        (leave, "each round", 1, 1),
        (leave, "claiming", 1, 2),
        (leave, "the job", 1, 2),
        (leave, "its end", 1, 2),
        (reach_out, "claiming", 1, 2),
        (reach_out, "the job", 2, 2),
        (reach_out, "its end", 1, 1),
    ],
)
def test_a_worker_outlives_its_connection(copied_database, monkeypatch, job, after, times, tries):
    cuts = chain([cut], repeat(lambda: False))

    def cut_after(place: Any, name: str) -> None:
        real = getattr(place, name)
        monkeypatch.setattr(place, name, lambda *args: (real(*args), next(cuts)())[0])

    if after == "each round":
        each_round(lambda: next(cuts)())
    else:
        cut_after(
            *{"claiming": (worker, "_claim"), "the job": (Task, "call"), "its end": (worker, "_finish")}[
                after
            ]
        )
    put(job, "one")

    def left() -> bool:
        DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
        return row().status != "SUCCESSFUL"

    Worker().run(alive=left)
    assert noted() == ["one"] * times
    assert len(row().worker_ids) == tries
    assert next(cuts) is not cut


@pytest.mark.django_db
def test_a_worker_that_is_told_to_stop_finishes_its_job_and_takes_no_other(monkeypatch):
    mine = Worker()

    def stop_and_note(_, what: str) -> None:
        mine.stop()
        note(what)

    monkeypatch.setattr(Task, "call", stop_and_note)
    put_all(leave, [("one",), ("two",)])
    mine.run()
    assert noted() == ["one"]
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]


@pytest.mark.django_db
def test_a_round_without_work_asks_once_and_writes_nothing(django_assert_num_queries):
    idle = Worker()
    idle._round("me")
    with django_assert_num_queries(1):
        assert not idle._round("me")
