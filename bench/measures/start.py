"""From nothing to the first page, the memory of what then idles, the disk it takes."""

import time
from collections.abc import Iterator
from statistics import median

from bench import machine
from bench.browser import Browser
from bench.results import Result
from bench.run import Run
from bench.site import ROOT, wian

ROUNDS = 3


def start(run: Run) -> Iterator[Result]:
    assert run.country
    times, idle, processes = [], [], 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        with wian(run.home, run.database, WEB_CONCURRENCY="1", WIAN_WORKERS="1", PORT="18800") as site:
            Browser(site.address).get("/accounts/login/")
            times.append(time.perf_counter() - began)
            time.sleep(3)
            idle.append(machine.private_memory(site.process.pid))
            processes = len(machine.tree(site.process.pid))
    files = (file.lstat().st_size for file in (ROOT / ".venv").rglob("*") if not file.is_dir())
    yield Result("start: from nothing to the first page", median(times), "s")
    yield Result("start: memory of the idle process tree", median(idle), "MB")
    yield Result("start: processes in it", processes, "")
    yield Result("start: size of the environment", sum(files) / 2**20, "MB")
    yield Result(f"country: {run.size['units']:,} units made", run.building, "s", at_most=120)
