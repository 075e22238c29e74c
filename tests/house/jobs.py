"""Jobs of tests: they leave rows of a table that takes the same row twice."""

import time
from uuid import uuid4

from wian.kit.models import Once
from wian.kit.work import Retry, job

WHO = "a job of a test"


def note(what: str) -> None:
    Once.objects.create(actor=WHO, key=uuid4(), url=what)


def noted() -> list[str]:
    return list(Once.objects.filter(actor=WHO).order_by("pk").values_list("url", flat=True))


@job
def leave(what: str) -> None:
    note(what)


@job
def leave_slowly(what: str, seconds: float) -> None:
    note(what)
    time.sleep(seconds)
    note(f"{what} again")


@job
def fail(what: str) -> None:
    note(what)
    raise ValueError(what)


@job
def wait(why: str) -> None:
    note(why)
    raise Retry(why)


@job(alone=True)
def reach_out(what: str) -> None:
    note(what)


@job(alone=True)
def fail_alone(what: str) -> None:
    note(what)
    raise ValueError(what)
