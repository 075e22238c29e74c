"""Ten thousand names as a spreadsheet and for other programs."""

import time
from collections.abc import Iterator
from statistics import median

from bench import machine
from bench.browser import Browser
from bench.results import Result
from bench.run import Run

ROUNDS = 3


def exports(run: Run) -> Iterator[Result]:
    made = run.country
    browser = Browser(run.site.address).of(run.cookies_of(made.owner))
    for type_ in ("xlsx", "csv"):
        path = f"/responses/{made.wide.pk}/names.{type_}"
        for _ in run.workers:
            browser.fetch(f"/responses/{made.fresh.pk}/names.{type_}")
        times, floors = [], []
        with machine.Peak(run.workers) as peak:
            for _ in range(ROUNDS):
                floors.append(run.insert().p50 * 1000)
                began = time.perf_counter()
                browser.fetch(path)
                times.append((time.perf_counter() - began) * 1000)
        yield Result(f"{type_}: 10,000 names", median(times), "ms", median(floors), at_most=780)
        yield Result(f"{type_}: size", browser.bytes / 1024, "kB")
        yield Result(f"{type_}: memory of a worker", peak.most, "MB")
        yield Result(f"{type_}: of it more than before", peak.most - peak.before, "MB")
        with run.server.counting() as log:
            browser.fetch(path)
            yield Result(f"{type_}: statements", len(log()), "")
    browser.close()
