"""Jobs over django-tasks: how they are declared, put, tried and tried again."""

import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any, overload

from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult, get_date_max

Job = Task[Any, Any]
Row = DBTaskResult[Any, Any]
BATCH = 1000
WAITS = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))
ATTEMPTS = len(WAITS) + 1
# A worker that ended is mostly no fault of its job; one that ends every worker is given up all the same.
DEATHS, ENDED = 20, "ended "
_alone: set[str] = set()


class Retry(Exception):
    """Raised by a job that cannot be done now. `why` is a code that may be kept, never what somebody typed."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@overload
def job(function: Callable[..., None]) -> Job: ...
@overload
def job(*, alone: bool = False, priority: int = 0) -> Callable[[Callable[..., None]], Job]: ...
def job(function: Callable[..., None] | None = None, *, alone: bool = False, priority: int = 0) -> Any:
    """Make a job of a function at module level, whose arguments are ids, codes and ISO dates.

    It runs in one transaction with its own completion; `alone` outside of any: then it must be safe to repeat.
    Of those that wait, the ones of the highest `priority` (-100 to 100) are done first.
    """

    def made(function: Callable[..., None]) -> Job:
        if alone:
            _alone.add(f"{function.__module__}.{function.__qualname__}")
        made: Job = task(priority=priority)(function)
        return made

    return made(function) if function else made


def put(job: Job, *args: object) -> None:
    """Have it done once the transaction that is open has committed: one INSERT."""
    put_all(job, [args])


def put_all(job: Job, each: Iterable[tuple[object, ...]]) -> None:
    """The same for many sets of arguments: one INSERT a thousand (SQLite: sixty)."""
    rows: list[Row] = [
        DBTaskResult(
            task_path=job.module_path,
            args_kwargs={"args": list(args), "kwargs": {}},
            priority=job.priority,
            queue_name=job.queue_name,
            backend_name=job.backend,
            run_after=get_date_max(),
        )
        for args in each
    ]
    DBTaskResult.objects.bulk_create(rows, BATCH)


def runs_alone(row: Row) -> bool:
    return row.task_path in _alone


def tries(workers: Sequence[str]) -> int:
    """How often a job was tried to its end, of the workers that had it: those that ended do not count."""
    return sum(not worker.startswith(ENDED) for worker in workers)


def after_failure(workers: Sequence[str], error: BaseException | None) -> dict[str, Any]:
    """What the row of a job becomes that these workers had; `error` is None when the last of them ended.

    Of an error its kind and its places are kept: its message may hold what somebody typed.
    """
    now = timezone.now()
    facts: dict[str, Any] = {"exception_class_path": _kind(error), "traceback": _places(error)}
    if error:
        over = (tried := tries(workers)) >= ATTEMPTS
        wait = timedelta(0) if over else WAITS[tried - 1]
    else:
        workers = [*workers[:-1], ENDED + workers[-1]]
        over, wait = len(workers) - tries(workers) >= DEATHS, timedelta(0)
    facts["worker_ids"] = list(workers)
    if over:
        return {**facts, "status": "FAILED", "finished_at": now}
    return {**facts, "status": "READY", "run_after": now + wait}


def _kind(error: BaseException | None) -> str:
    if error is None:
        return "worker-ended"
    if isinstance(error, Retry):
        return error.why
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _places(error: BaseException | None) -> str:
    if error is None or isinstance(error, Retry):
        return ""
    return "".join(traceback.format_tb(error.__traceback__))


def retry(which: str) -> int:
    """Put failed jobs in the queue again with all their tries: one by the beginning of its id, or `all`. Answers how many."""
    failed = DBTaskResult.objects.failed()
    if which != "all":
        failed = failed.filter(pk__in=[row.pk for row in failed if which in (short(row), str(row.pk))])
    again = {"status": "READY", "worker_ids": [], "run_after": get_date_max(), "finished_at": None}
    return failed.update(**again)


def short(row: Row) -> str:
    """The beginning of a job's id, as people type it."""
    return str(row.pk)[:8]
