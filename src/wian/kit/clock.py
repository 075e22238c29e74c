"""The only clock. Views, tasks and the command line read it and pass `at` down."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from wian.kit.models import DemoClock

_read: ContextVar[int | None] = ContextVar("days ahead, once read", default=None)
BANGKOK = ZoneInfo("Asia/Bangkok")


def now() -> datetime:
    """This moment in UTC; on a demo site moved forward by the days of its clock."""
    ahead = _read.get()
    return timezone.now() + timedelta(days=DemoClock.days_ahead() if ahead is None else ahead)


@contextmanager
def read_once() -> Iterator[None]:
    """Within it, the demo's offset is read from the database once."""
    token = _read.set(DemoClock.days_ahead())
    try:
        yield
    finally:
        _read.reset(token)


def today() -> date:
    """The date in Bangkok."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The date in Bangkok at `moment`."""
    return moment.astimezone(BANGKOK).date()


def end_of(day: date) -> datetime:
    """A deadline given as a date: its last second in Bangkok."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=BANGKOK)
