"""A closed loop of clients in a process of its own: each does its next piece of work when the last is done.

`python -m bench.load` reads one job as JSON and answers what it took. Standard library only.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from threading import Barrier, Thread
from typing import Any

from bench.browser import Browser
from bench.flow import Visit


@dataclass(frozen=True, slots=True)
class Took:
    """How long all of it took, and each piece of it, in seconds."""

    seconds: float
    times: list[float]

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    @property
    def p50(self) -> float:
        return median(self.times)

    @property
    def p95(self) -> float:
        return quantiles(self.times, n=20)[-1]


def pages(
    address: str, path: str, *, clients: int, count: int, cookies: dict[str, str] | None = None
) -> Took:
    """Get one page `count` times."""
    return _load(address, clients, [{"path": path, "cookies": cookies or {}}] * count)


def visits(address: str, work: Sequence[Visit], *, clients: int) -> Took:
    """Run each flow once."""
    return _load(
        address, clients, [{"path": one.path, "cookies": one.cookies, "act": one.act} for one in work]
    )


def _load(address: str, clients: int, work: list[dict[str, Any]]) -> Took:
    done = subprocess.run(
        [sys.executable, "-m", "bench.load"],
        input=json.dumps({"address": address, "clients": clients, "work": work}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return Took(**json.loads(done.stdout))


def _run(job: dict[str, Any]) -> dict[str, Any]:
    clients, work = job["clients"], job["work"]
    start = Barrier(clients + 1)
    times: list[float] = []
    trouble: list[BaseException] = []

    def client(mine: list[dict[str, Any]]) -> None:
        browser = Browser(job["address"])
        start.wait()
        try:
            for one in mine:
                began = time.perf_counter()
                if "act" in one:
                    Visit(**one).run(browser)
                else:
                    browser.of(one["cookies"]).get(one["path"])
                times.append(time.perf_counter() - began)
        except BaseException as error:
            trouble.append(error)

    threads = [Thread(target=client, args=[work[number::clients]]) for number in range(clients)]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    if trouble:
        raise trouble[0]
    return {"seconds": time.perf_counter() - began, "times": times}


if __name__ == "__main__":
    json.dump(_run(json.load(sys.stdin)), sys.stdout)
