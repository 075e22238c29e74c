"""Sixteen people at once on the three places of one unit, unit after unit."""

import time
from collections.abc import Iterator
from threading import Barrier, Thread

from bench.browser import Browser
from bench.flow import Visit
from bench.results import Result
from bench.run import Run

PATIENCE = 60


def storm(run: Run) -> Iterator[Result]:
    from wian.asks.models import Obligation
    from wian.responses.models import Nomination

    made, site = run.country, run.site
    crowds = [
        [
            Visit(run.cookies_of(account), f"/responses/{row.pk}/", "nominate")
            for account in made.crowds[row.unit_id]
        ]
        for row in made.rush.recipients.all()
    ]
    seconds, acted = 0.0, 0
    for crowd in crowds:
        took, named = _rush(site.address, crowd)
        seconds, acted = seconds + took, acted + named
    tried = sum(map(len, crowds))
    places, wrong = 0, 0
    for row in Obligation.objects.filter(ask__circular=made.rush):
        named = Nomination.objects.filter(response=row.pk, withdrawn_at=None).count()
        places += row.max or 0
        wrong += named != row.max or row.taken != row.max
    yield Result(f"storm: {len(crowds)} units of 3 places, 16 people at once: posts", tried / seconds, "/s")
    yield Result("storm: units with a place too many or too few", wrong, "", at_most=0)
    yield Result("storm: people told that they are in, beside the places", abs(acted - places), "", at_most=0)


def _rush(address: str, crowd: list[Visit]) -> tuple[float, int]:
    """All open the page, then all press the button together: how long until all are answered, and how many are in."""
    start, named = Barrier(len(crowd) + 1), []

    def go(visit: Visit, number: int) -> None:
        browser = Browser(address).of(visit.cookies)
        try:
            action, fields = visit.form(browser.get(visit.path))
            fields["given_name"] += str(number)
            start.wait(PATIENCE)
            named.append(browser.try_post(action, fields))
        finally:
            browser.close()

    threads = [Thread(target=go, args=one) for one in zip(crowd, range(len(crowd)), strict=True)]
    for thread in threads:
        thread.start()
    start.wait(PATIENCE)
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    assert len(named) == len(crowd), f"{len(crowd) - len(named)} were not answered"
    return time.perf_counter() - began, sum(named)
