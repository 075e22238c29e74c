"""Workers in processes of their own on a test's database, started in a moment: one process has everything loaded, and forks them."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[1]


class Workers:
    """`start` answers the process id of a new worker, `kill` ends one as a power cut would, `stop` as an operator would."""

    def __init__(self, database: str, *, lease: float = 30, **environment: str) -> None:
        self._forks = subprocess.Popen(
            [sys.executable, __file__, database, str(lease)],
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.alive: list[int] = []

    def start(self) -> int:
        assert self._forks.stdin
        assert self._forks.stdout
        self._forks.stdin.write("\n")
        self._forks.stdin.flush()
        pid = int(self._forks.stdout.readline())
        self.alive.append(pid)
        return pid

    def kill(self, pid: int) -> None:
        self.alive.remove(pid)
        os.kill(pid, signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ask all of them to end, and wait until they have."""
        self._forks.communicate(timeout=30)


def main(database: str, lease: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.db import connection

    from wian.kit.work import Worker

    connection.settings_dict["NAME"] = database
    forks, workers = os.getpid(), []
    for _line in sys.stdin:
        if pid := os.fork():
            workers.append(pid)
            print(pid, flush=True)
            continue
        worker = Worker(lease=timedelta(seconds=float(lease)))
        signal.signal(signal.SIGTERM, worker.stop)
        worker.run(alive=lambda: os.getppid() == forks)
        os._exit(0)
    for pid in workers:
        os.kill(pid, signal.SIGTERM)
    for pid in workers:
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
