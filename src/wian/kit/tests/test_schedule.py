"""What is done every day is done once, by whichever worker comes first."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.house.jobs import fail, leave, noted

from wian.kit.models import DemoClock, Once, Slot
from wian.kit.tasks import forget
from wian.kit.work import every_day, put, run_until_idle, schedule, worker
from wian.kit.work.schedule import put_due

EIGHT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)  # in the morning, in Bangkok


@pytest.fixture(autouse=True)
def one_job_at_eight(monkeypatch):
    """The only work is the test's, every day at eight."""
    monkeypatch.setattr(worker, "_each_round", [])
    monkeypatch.setattr(schedule, "_daily", [])
    every_day(leave, at=time(8))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (EIGHT - timedelta(seconds=1), "2026-11-19"),
        (EIGHT, "2026-11-20"),
        (datetime(2026, 11, 20, 16, 59, tzinfo=UTC), "2026-11-20"),
        (datetime(2026, 11, 20, 17, 1, tzinfo=UTC), "2026-11-20"),  # after midnight in Bangkok
    ],
)
def test_a_job_is_told_the_day_of_its_last_slot(clock, moment, day):
    DemoClock.objects.all().delete()
    clock(moment)
    run_until_idle()
    run_until_idle()
    assert noted() == [day]


@pytest.mark.django_db
def test_of_a_week_without_workers_the_last_day_is_made_up_for(clock):
    DemoClock.objects.all().delete()
    for days in (0, 7):
        clock(EIGHT + timedelta(days=days))
        run_until_idle()
    assert noted() == ["2026-11-20", "2026-11-27"]


@pytest.mark.django_db
def test_a_demo_that_is_moved_on_a_day_has_its_next_slot(clock):
    clock(EIGHT)
    DemoClock.objects.update(days=0)
    run_until_idle()
    DemoClock.objects.update(days=1)
    run_until_idle()
    assert noted() == ["2026-11-20", "2026-11-21"]


def test_many_workers_that_see_a_slot_at_once_put_one_job(copied_database, clock):
    clock(EIGHT)
    assert copied_database.together([put_due] * 4) == [None] * 4
    assert Slot.objects.count() == DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_a_slot_without_its_job_is_no_slot(clock, monkeypatch):
    def no_room(*_) -> None:
        raise OSError

    monkeypatch.setattr(schedule, "put", no_room)
    with pytest.raises(OSError):  # noqa: PT011
        put_due()
    assert not Slot.objects.exists()


@pytest.mark.django_db
def test_what_nobody_asks_for_any_more_is_forgotten(monkeypatch):
    monkeypatch.setattr(schedule, "_daily", [])
    now = timezone.now()
    long_ago = now - timedelta(days=40)
    for job in (leave, leave, fail):
        put(job, "one")
    run_until_idle()
    DBTaskResult.objects.filter(status="READY").update(status="FAILED")
    DBTaskResult.objects.update(finished_at=long_ago)
    kept = DBTaskResult.objects.successful().first().pk
    DBTaskResult.objects.filter(pk=kept).update(finished_at=now - timedelta(days=6))
    Once.objects.all().delete()
    old, new = (Once.objects.create(actor="somebody", key=uuid4(), url="/") for _ in range(2))
    Once.objects.filter(pk=old.pk).update(at=long_ago)
    for day in (long_ago.date(), date(2999, 1, 1)):
        Slot.objects.create(job="a job", day=day)
    forget.call("2026-11-20")
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL", "FAILED"}
    assert DBTaskResult.objects.filter(pk=kept).exists()
    assert DBTaskResult.objects.count() == 2
    assert list(Once.objects.all()) == [new]
    assert Slot.objects.get().day == date(2999, 1, 1)
