"""`wian jobs` shows what waits and what failed, and has it tried again; `wian worker --once` does what is due."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.house.jobs import fail, leave, noted

from wian.kit.work import ATTEMPTS, put, put_all, run_until_idle, schedule, worker
from wian.kit.work.jobs import short
from wian.kit.work.leases import LEASE, Heart

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch):
    """No work but that of the test."""
    monkeypatch.setattr(worker, "_each_round", [])
    monkeypatch.setattr(schedule, "_daily", [])


def jobs(*words: str) -> str:
    said = StringIO()
    call_command("jobs", *words, stdout=said, stderr=said)
    return said.getvalue()


def failed(*args: str) -> list[DBTaskResult]:
    """Jobs without tries left."""
    put_all(fail, [(arg,) for arg in args])
    for _ in range(ATTEMPTS):
        DBTaskResult.objects.update(run_after=timezone.now())
        run_until_idle()
    return list(DBTaskResult.objects.failed())


def test_an_idle_site_says_so():
    with Heart(LEASE):
        assert jobs() == "jobs: nothing waits, nothing failed\n"


def test_a_site_without_workers_says_so():
    assert "no worker runs" in jobs()


def test_what_waits_and_what_failed_is_shown_with_its_tries_and_why():
    put(fail, "one")
    assert "ready      tests.house.jobs.fail ['one']  0/5 tries\n" in jobs()
    run_until_idle()
    assert "1/5 tries, next in 10 s  builtins.ValueError\n" in jobs()
    DBTaskResult.objects.all().delete()
    [row] = failed("one")
    assert (
        f"{short(row)}  failed     tests.house.jobs.fail ['one']  5/5 tries  builtins.ValueError\n" in jobs()
    )


def test_what_is_done_is_shown_when_asked_for():
    put(leave, "one")
    run_until_idle()
    assert "leave" not in jobs()
    assert "successful tests.house.jobs.leave ['one']  1/5 tries\n" in jobs("--all")


@pytest.mark.parametrize("by", [short, lambda row: str(row.pk)])
def test_one_failed_job_is_tried_again_with_all_its_tries(by):
    one, other = failed("one", "other")
    assert jobs("--retry", by(one)) == "jobs: 1 will be tried again\n"
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.status, one.worker_ids, other.status) == ("READY", [], "FAILED")
    run_until_idle()
    assert "1/5 tries, next in" in jobs()


def test_all_failed_jobs_are_tried_again_and_no_other():
    failed("one", "other")
    put(leave, "third")
    run_until_idle()
    assert jobs("--retry", "all") == "jobs: 2 will be tried again\n"
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"READY", "SUCCESSFUL"}


@pytest.mark.parametrize("name", ["all", "00000000"])
def test_a_job_that_did_not_fail_cannot_be_tried_again(name, capsys):
    put(leave, "one")
    said = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("jobs", "--retry", name, stderr=said)
    assert ended.value.code == 1
    assert name in said.getvalue()
    run_until_idle()
    assert noted() == ["one"]


def test_a_worker_may_do_what_is_due_and_end(monkeypatch):
    monkeypatch.setattr("signal.signal", lambda *_: None)
    put(leave, "one")
    call_command("worker", "--once")
    assert noted() == ["one"]
