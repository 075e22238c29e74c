"""A worker: takes what is due, one job at a time, until it is told to stop."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import Error, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wian.kit.work.jobs import Retry, Row, after_failure, runs_alone
from wian.kit.work.leases import LEASE, Heart, reap
from wian.kit.work.schedule import put_due

NEVER = float("-inf")
PAUSE = 1.0  # seconds between looks when nothing is due
BREATH = 0.1  # seconds at most that people on SQLite get between two jobs; whoever waits for its lock asks as often
log = logging.getLogger("wian.work")
_each_round: list[Callable[[], bool]] = []


def each_round(function: Callable[[], bool]) -> None:
    """Have every worker call `function` before it takes jobs; it answers True while there is more to do."""
    _each_round.append(function)


def run_until_idle() -> None:
    """Do everything that is due, in this process, then return."""
    Worker().run(until_idle=True)


class _LeaseLost(Exception):
    pass


class Worker:
    """One worker; as many as wanted may run, each in a process of its own (threads on SQLite gain nothing)."""

    def __init__(self, *, lease: timedelta = LEASE) -> None:
        self.lease = lease
        self.stopping = False
        self._looked = NEVER

    def stop(self, *_: Any) -> None:
        """Finish the job at hand, then end."""
        self.stopping = True

    def run(self, *, until_idle: bool = False, alive: Callable[[], bool] = lambda: True) -> None:
        """Work until `stop`, until nothing is due (`until_idle`), or until whoever started it is gone (`alive`)."""
        with Heart(self.lease) as heart:
            while not self.stopping and alive():
                began = time.monotonic()
                try:
                    more = self._round(heart.worker)
                except Error:
                    if until_idle:
                        raise
                    log.exception("the database failed")
                    _reconnect()
                    self._looked = NEVER  # what this worker was doing is taken up again
                    more = False
                if until_idle and not more:
                    return
                if not more:
                    self._rest(PAUSE)
                elif connection.vendor == "sqlite" and not until_idle:
                    # As long as it worked: without it a click may wait for seconds.
                    self._rest(min(time.monotonic() - began, BREATH))

    def _rest(self, seconds: float) -> None:
        """Wait, in steps so short that a signal ends it."""
        until = time.monotonic() + seconds
        while not self.stopping and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.1))

    def _round(self, worker: str) -> bool:
        """Look after everything once; True when something was done."""
        now = time.monotonic()
        if now - self._looked > self.lease.total_seconds() / 2:
            reap(self.lease, by=worker)
            put_due()
            self._looked = now
        more = False
        for function in _each_round:
            more |= self._call(function)
        row = _claim(worker)
        if row:
            self._do(row)
        return more or row is not None

    def _call(self, function: Callable[[], bool]) -> bool:
        try:
            return function()
        except Exception:
            log.exception("%s failed", function.__qualname__)
            _reconnect()
            return False

    def _do(self, row: Row) -> None:
        mine = DBTaskResult.objects.filter(pk=row.pk, status="RUNNING", worker_ids=row.worker_ids)
        try:
            job, args = row.task, row.args_kwargs["args"]
            if runs_alone(row):
                job.call(*args)
                _finish(mine)
            else:
                with transaction.atomic():
                    job.call(*args)
                    _finish(mine)
        except _LeaseLost:
            log.warning("a job was taken up by another worker", extra={"job": row.task_path})
        except Exception as error:
            _reconnect()
            mine.update(**after_failure(row.worker_ids, error))
            log.warning("a job failed", extra={"job": row.task_path}, exc_info=not isinstance(error, Retry))


def _reconnect() -> None:
    """What failed may have failed for its connection: the next statement gets a new one."""
    if not connection.in_atomic_block:
        connection.close()


def _claim(worker: str) -> Row | None:
    """Take the next job that is due, counting this try. Without one, nothing is locked."""
    if not DBTaskResult.objects.ready().exists():
        return None
    with transaction.atomic():
        row = DBTaskResult.objects.ready().select_for_update(skip_locked=True).first()
        if row:
            row.claim(worker)
    return row


def _finish(mine: Any) -> None:
    """Mark it done, if it is still this worker's."""
    done = {
        "status": "SUCCESSFUL",
        "finished_at": timezone.now(),
        "exception_class_path": "",
        "traceback": "",
    }
    if not mine.update(**done):
        raise _LeaseLost
