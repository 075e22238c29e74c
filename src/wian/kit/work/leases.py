"""Who is alive. The lease belongs to the worker: its heart beats in one row, and what it was doing is taken up by
another when the heart has stopped. Leases run on the database's clock: those of demos and of other machines may differ."""

import logging
import os
import secrets
import socket
from contextlib import suppress
from datetime import timedelta
from threading import Event, Thread
from types import TracebackType
from typing import Self

from django.db import Error, connection
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from wian.kit.models import Heartbeat
from wian.kit.work.jobs import after_failure

LEASE = timedelta(seconds=30)
log = logging.getLogger("wian.work")


class Heart:
    """While open, a thread with a connection of its own says every quarter of the lease that this worker lives."""

    def __init__(self, lease: timedelta) -> None:
        self.worker = f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"
        self.lease = lease
        self._stop = Event()
        self._thread = Thread(target=self._beat, name="heart", daemon=True)

    def __enter__(self) -> Self:
        Heartbeat.objects.create(worker=self.worker, at=Now())
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()
        with suppress(Error):  # the others find out
            Heartbeat.objects.filter(worker=self.worker).delete()

    def _beat(self) -> None:
        while not self._stop.wait(self.lease.total_seconds() / 4):
            try:
                if not Heartbeat.objects.filter(worker=self.worker).update(at=Now()):
                    Heartbeat.objects.create(worker=self.worker, at=Now())  # it was thought dead
            except Exception:  # whatever happens, it beats on
                log.warning("a heartbeat was missed")
                connection.close()
        connection.close()


def alive(lease: timedelta = LEASE) -> set[str]:
    """The workers whose heart beats."""
    return set(Heartbeat.objects.filter(at__gte=Now() - lease).values_list("worker", flat=True))


def reap(lease: timedelta, *, by: str) -> None:
    """Give back what dead workers were doing, and what `by` itself dropped: it is between two jobs. Writes nothing when nobody has died."""
    running = list(DBTaskResult.objects.running())  # first: whoever takes a job from now on lives
    living = alive(lease) - {by}
    for row in running:
        if row.worker_ids[-1] in living:
            continue
        # Only as it was seen: its worker may have finished it meanwhile.
        seen = DBTaskResult.objects.filter(pk=row.pk, status="RUNNING", worker_ids=row.worker_ids)
        if seen.update(**after_failure(row.worker_ids, None)):
            log.warning("a job is taken from a worker that ended", extra={"job": row.task_path})
    dead = Heartbeat.objects.filter(at__lt=Now() - lease)
    if dead.exists():
        dead.delete()
