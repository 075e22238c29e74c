"""The only clock. Views, tasks and the command line read it and pass `at` down."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from wian.kit.models import DemoClock

BANGKOK = ZoneInfo("Asia/Bangkok")


@dataclass(slots=True)
class _Demo:
    """The demo's clock as one request read it; `days` None: this is no demo."""

    is_read: bool = False
    days: int | None = None


_demo: ContextVar[_Demo | None] = ContextVar("the demo's clock in this request", default=None)


def now() -> datetime:
    """This moment in UTC; on a demo site moved forward by the days of its clock."""
    return timezone.now() + timedelta(days=_days() or 0)


def is_demo() -> bool:
    """Is this site a demo?"""
    return _days() is not None


@contextmanager
def read_once() -> Iterator[None]:
    """Within it, the demo's clock is read from the database once, when it is first asked for."""
    token = _demo.set(_Demo())
    try:
        yield
    finally:
        _demo.reset(token)


def learn(days: int | None) -> None:
    """Whoever reads something else at the beginning of a request may read the demo's clock with it."""
    if demo := _demo.get():
        demo.is_read, demo.days = True, days


def _days() -> int | None:
    demo = _demo.get()
    if demo is None:
        return DemoClock.days_ahead()
    if not demo.is_read:
        learn(DemoClock.days_ahead())
    return demo.days


def today() -> date:
    """The date in Bangkok."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The date in Bangkok at `moment`."""
    return moment.astimezone(BANGKOK).date()


def end_of(day: date) -> datetime:
    """A deadline given as a date: its last second in Bangkok."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=BANGKOK)
