"""`wian serve` has workers beside it: they come back when they are killed, and end when the server does, however it ends."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing

import psycopg
import pytest

from tests.journeys.site import PATIENCE, WIAN, Site

SOON = 60  # seconds; more than gunicorn gives a process that it had just forked to hear the signal


@pytest.fixture(scope="module")
def an_empty_site() -> Iterator[Site]:
    made = Site()
    try:
        made.start().stop()
        yield made
    finally:
        made.remove()


class Served:
    """A served site, its processes in a group of their own as in a terminal."""

    def __init__(self, site: Site, workers: str) -> None:
        self.site = site
        self.server = subprocess.Popen(
            [WIAN, "serve"],
            env=site.environment | {"WIAN_WORKERS": workers},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        assert self.server.stdout
        self.said = self.server.stdout.readline()
        assert b"http://" in self.said
        os.set_blocking(self.server.stdout.fileno(), False)

    def workers(self) -> set[int]:
        """The process ids of those whose hearts beat."""
        return {int(worker.split(":")[1]) for worker in _hearts(self.site)}

    def all_ended(self) -> bool:
        """All that had the server's terminal have let go of it."""
        while (said := self.server.stdout.read()) is not None:
            if not said:
                return True
            self.said += said
        return False


@pytest.fixture
def serve(an_empty_site: Site) -> Iterator[Callable[..., Served]]:
    site = an_empty_site.copy()
    served: list[Served] = []

    def start(workers: str = "1") -> Served:
        served.append(Served(site, workers))
        return served[-1]

    yield start
    for one in served:
        one.server.kill()
        one.server.wait(PATIENCE)
        _until(one.all_ended)
        one.server.stdout.close()
    site.remove()


def test_a_killed_worker_comes_back(serve):
    served = serve()
    _until(lambda: len(served.workers()) == 1)
    [killed] = served.workers()
    os.kill(killed, signal.SIGKILL)
    _until(lambda: served.workers() - {killed})
    assert served.server.poll() is None


@pytest.mark.parametrize("workers", ["0", "1", "2"])
def test_there_are_as_many_workers_as_wanted_and_they_end_before_the_server(serve, workers):
    served = serve(workers)
    _until(lambda: len(served.workers()) == int(workers))
    served.server.terminate()
    assert served.server.wait(SOON) == 0
    assert served.all_ended()
    assert _hearts(served.site) == []
    assert b"Traceback" not in served.said


def test_ctrl_c_in_a_terminal_ends_all_of_them(serve):
    served = serve()
    _until(served.workers)
    os.killpg(served.server.pid, signal.SIGINT)
    assert served.server.wait(SOON) == 0
    assert served.all_ended()
    assert _hearts(served.site) == []
    assert b"wian/kit/work" not in served.said, "it ends without a traceback"


def test_ctrl_c_before_the_worker_listens_ends_all_of_them(serve):
    served = serve()
    os.killpg(served.server.pid, signal.SIGINT)
    assert served.server.wait(SOON) == 0
    assert served.all_ended()


def test_a_killed_server_leaves_no_worker_behind(serve):
    served = serve()
    _until(served.workers)
    served.server.kill()
    served.server.wait(SOON)
    _until(served.all_ended)
    assert _hearts(served.site) == []


def test_a_terminal_that_closes_takes_no_worker_with_it(serve):
    served = serve()
    _until(served.workers)
    before = served.workers()
    os.killpg(served.server.pid, signal.SIGHUP)
    time.sleep(1)
    assert served.server.poll() is None
    assert served.workers() == before


def test_two_servers_of_one_site_have_a_worker_each(serve):
    one, other = serve(), serve()
    _until(lambda: len(one.workers()) == 2)
    one.server.terminate()
    assert one.server.wait(SOON) == 0
    assert len(other.workers()) == 1


def _hearts(site: Site) -> list[str]:
    statement = "SELECT worker FROM kit_heartbeat"
    if site.engine:
        with psycopg.connect(site.environment["WIAN_DATABASE_URL"]) as database:
            return [worker for (worker,) in database.execute(statement)]
    with closing(sqlite3.connect(site.home / "wian.sqlite3")) as database:
        return [worker for (worker,) in database.execute(statement)]


def _until(true: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
