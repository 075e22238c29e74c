"""What is done every day, by whichever worker comes first."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction

from wian.kit import clock
from wian.kit.models import Slot
from wian.kit.work.jobs import Job, put


@dataclass(frozen=True, slots=True)
class Daily:
    job: Job
    at: time

    def latest(self, now: datetime) -> date:
        """The day of its last slot."""
        local = now.astimezone(clock.BANGKOK)
        return local.date() if local.time() >= self.at else local.date() - timedelta(days=1)


_daily: list[Daily] = []


def every_day(job: Job, *, at: time) -> None:
    """Have `job` done each day at a time of Bangkok; it gets the day (ISO). Of days that nobody worked only the last is made up for."""
    _daily.append(Daily(job, at))


def put_due() -> None:
    """Put the jobs whose slot has come. The slot's row is unique: however many workers look, one of them puts the job."""
    now = clock.now()
    due = {(daily.job.module_path, daily.latest(now)): daily for daily in _daily}
    done = set(Slot.objects.filter(day__in={day for _job, day in due}).values_list("job", "day"))
    for (name, day), daily in due.items():
        if (name, day) not in done:
            with suppress(IntegrityError), transaction.atomic():
                Slot.objects.create(job=name, day=day)
                put(daily.job, day.isoformat())
