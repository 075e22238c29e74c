"""Whoever lives keeps its work; what the dead were doing is taken up by others, and given up when it ends each of them."""

from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult
from tests.house.jobs import fail_alone, leave, noted, reach_out

from wian.kit.models import Heartbeat
from wian.kit.work import ATTEMPTS, put, run_until_idle, schedule, worker
from wian.kit.work.jobs import DEATHS, ENDED, after_failure, tries
from wian.kit.work.leases import LEASE, Heart, reap


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch):
    """No work but that of the test."""
    monkeypatch.setattr(worker, "_each_round", [])
    monkeypatch.setattr(schedule, "_daily", [])


def row() -> DBTaskResult:
    return DBTaskResult.objects.get()


def running(*workers: str) -> None:
    """Somebody else does the one job."""
    DBTaskResult.objects.update(status="RUNNING", worker_ids=workers)


@pytest.mark.django_db
@pytest.mark.parametrize(("job", "left"), [(leave, []), (reach_out, ["one"]), (fail_alone, ["one"])])
def test_a_job_that_was_taken_up_by_another_worker_is_left_to_it(job, left, monkeypatch):
    real = worker._claim

    def claim(me):
        if found := real(me):
            running(me, "another")
            Heartbeat.objects.create(worker="another", at=Now())
        return found

    monkeypatch.setattr(worker, "_claim", claim)
    put(job, "one")
    run_until_idle()
    assert noted() == left
    assert (row().status, row().worker_ids[1:]) == ("RUNNING", ["another"])


@pytest.mark.django_db
def test_what_a_living_worker_does_is_its_own():
    put(leave, "one")
    running("alive")
    with Heart(LEASE) as heart:
        running(heart.worker)
        reap(LEASE, by="me")
        assert row().status == "RUNNING"
    reap(LEASE, by="me")
    assert row().status == "READY"


@pytest.mark.django_db
def test_a_worker_whose_heart_stopped_loses_its_job_and_its_row():
    put(leave, "one")
    running("dead")
    Heartbeat.objects.create(worker="dead", at=Now() - LEASE - timedelta(seconds=1))
    run_until_idle()
    assert noted() == ["one"]
    assert not Heartbeat.objects.exists()


def test_a_heart_beats_on_when_others_thought_it_dead(copied_database):
    with Heart(timedelta(seconds=0.4)) as heart:
        Heartbeat.objects.all().delete()
        heart._stop.wait(0.3)
        assert Heartbeat.objects.filter(worker=heart.worker).exists()
    assert not Heartbeat.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("died", [1, ATTEMPTS, DEATHS - 1, DEATHS])
def test_a_job_that_ends_its_worker_each_time_is_given_up(died):
    put(leave, "one")
    running(*[f"{ENDED}dead"] * (died - 1), "dead")
    reap(LEASE, by="me")
    assert row().exception_class_path == "worker-ended"
    assert row().status == ("FAILED" if died == DEATHS else "READY")


@pytest.mark.django_db
def test_a_worker_that_ended_is_no_try():
    put(leave, "one")
    running(*[f"{ENDED}dead"] * ATTEMPTS, "me")
    facts = after_failure(row().worker_ids, ValueError())
    assert (facts["status"], tries(facts["worker_ids"])) == ("READY", 1)


@pytest.mark.django_db
def test_looking_for_the_dead_writes_nothing_when_nobody_died(django_assert_num_queries):
    with Heart(LEASE), django_assert_num_queries(3) as asked:
        reap(LEASE, by="me")
    assert {query["sql"].split()[0] for query in asked.captured_queries} == {"SELECT"}
