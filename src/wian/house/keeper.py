"""The workers beside the server: one small process keeps them alive, and ends when the server does, however it ends."""

import logging
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from wian.kit.work import Worker

GRACE = 20  # seconds that a job may take to end
log = logging.getLogger("wian.work")


class Keeper:
    """Forked before the server runs, so that it shares its memory. `stop` waits until the workers have ended."""

    def __init__(self, workers: int) -> None:
        server = os.getpid()
        self.pid = _fork(lambda: _keep(workers, server)) if workers else 0

    def stop(self) -> None:
        with suppress(ProcessLookupError, ChildProcessError):
            if self.pid:
                os.kill(self.pid, signal.SIGTERM)
                os.waitpid(self.pid, 0)


def _fork(run: Callable[[], None]) -> int:
    """A child that does `run` and never comes back, whatever happens in it. Answers its process id."""
    if pid := os.fork():
        return pid
    code = 1
    try:
        run()
        code = 0
    except Exception:
        log.exception("a worker ended")
        time.sleep(1)  # what fails at once must not be forked again at once
    finally:
        os._exit(code)


def _on_stop(stop: Callable[..., None]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def _keep(count: int, server: int) -> None:
    stopping = False

    def stop(*_: Any) -> None:
        nonlocal stopping
        stopping = True

    _on_stop(stop)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # a terminal that closes does not end the server either
    keeper = os.getpid()
    workers: set[int] = set()
    while not stopping and os.getppid() == server:
        workers -= _ended(workers)
        while len(workers) < count:
            workers.add(_fork(lambda: _work(keeper)))
        time.sleep(0.2)
    deadline = time.monotonic() + GRACE
    while workers and time.monotonic() < deadline:
        for pid in workers:
            os.kill(pid, signal.SIGTERM)  # again and again: one that was just forked may not have listened
        time.sleep(0.05)
        workers -= _ended(workers)
    for pid in workers:
        os.kill(pid, signal.SIGKILL)


def _ended(workers: set[int]) -> set[int]:
    return {pid for pid in workers if os.waitpid(pid, os.WNOHANG)[0]}


def _work(keeper: int) -> None:
    worker = Worker()
    _on_stop(worker.stop)
    worker.run(alive=lambda: os.getppid() == keeper)
