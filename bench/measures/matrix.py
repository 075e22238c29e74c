"""The matrix of all units and ten asks: the first page, a filter, the next page."""

from collections.abc import Iterator
from statistics import median
from urllib.parse import quote

from bench import machine
from bench.browser import Browser
from bench.load import pages
from bench.results import Result
from bench.run import Run

ROUNDS, COUNT = 3, 10
LOOKED = {
    "first page": "",
    "filter": "?show=submitted",
    "next page": "?page=2",
    "search": f"?q={quote('ธารา')}",
}


def matrix(run: Run) -> Iterator[Result]:
    made, site = run.country, run.site
    cookies = run.cookies_of(made.owner)
    browser = Browser(site.address).of(cookies)
    path = f"/asks/{made.wide.pk}/matrix/"
    for _ in run.workers:
        for asked in LOOKED.values():
            browser.get(f"{path}{asked}")
    with machine.Peak(run.workers) as peak:
        for name, asked in LOOKED.items():
            floors, times = [], []
            for _ in range(ROUNDS):
                floors.append(run.insert().p50 * 1000)
                took = pages(site.address, f"{path}{asked}", clients=1, count=COUNT, cookies=cookies)
                times.append(took.p50 * 1000)
            most = None if name == "search" else 12
            yield Result(f"matrix: {name}, p50", median(times), "ms", median(floors), at_most=most)
    yield Result("matrix: memory of a worker", peak.most, "MB")
    yield Result("matrix: of it more than before", peak.most - peak.before, "MB")
    counts = []
    with run.server.counting() as log:
        for circular in (made.rush, made.wide):
            log()
            browser.get(f"/asks/{circular.pk}/matrix/")
            counts.append(len(log()))
    browser.close()
    yield Result("matrix: statements", counts[1], "")
    yield Result("matrix: statements more than with few units", max(counts[1] - counts[0], 0), "", at_most=0)
