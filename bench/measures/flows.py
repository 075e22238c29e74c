"""A nomination and a proposal: requests, statements, CPU, how long and how many."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from bench import machine
from bench.flow import REQUESTS
from bench.load import Took, pages, visits
from bench.results import Result
from bench.run import Run, say
from bench.statements import statements_of

ROUNDS = 3
# Clients -> flows, and inserts at the floor, in one round.
FLOWS = {1: 40, 8: 80, 32: 96}
INSERTS = {1: 400, 8: 1200, 32: 1200}
WARM = 16
NAMES = {"nominate": "nomination", "propose": "proposal"}


class Rounds:
    """What each kind of work took at each number of clients, round by round, and the CPU that it cost web and database."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.took: dict[tuple[str, int], list[tuple[Took, float, float]]] = defaultdict(list)

    def measure(self, what: str, clients: int, web: int, work: Callable[[], Took]) -> None:
        trees = (web, self.run.server.server.pid)
        before = [machine.cpu(one) for one in trees]
        took = work()
        each = [(machine.cpu(one) - was) / len(took.times) for one, was in zip(trees, before, strict=True)]
        self.took[what, clients].append((took, sum(each), each[1]))

    def p50(self, what: str, clients: int) -> float:
        return median(took.p50 * 1000 for took, *_ in self.took[what, clients])

    def p95(self, what: str, clients: int) -> float:
        return median(took.p95 * 1000 for took, *_ in self.took[what, clients])

    def rate(self, what: str, clients: int) -> float:
        return median(took.rate for took, *_ in self.took[what, clients])

    def cpu(self, what: str, clients: int) -> float:
        return median(used * 1000 for _, used, _ in self.took[what, clients])

    def database(self, what: str, clients: int) -> float:
        return median(used * 1000 for *_, used in self.took[what, clients])


def flows(run: Run) -> Iterator[Result]:
    rounds, floor, site = Rounds(run), run.floor, run.site
    for act in NAMES:  # what is cached by the first visits is no part of a flow
        visits(site.address, run.visits(act, WARM), clients=8)
    run.insert(clients=8, count=200)
    for number in range(1, ROUNDS + 1):
        for clients, count in FLOWS.items():
            inserts = partial(run.insert, clients=clients, count=INSERTS[clients])
            rounds.measure("insert", clients, floor.process.pid, inserts)
            for act in NAMES:
                work = partial(visits, site.address, run.visits(act, count), clients=clients)
                rounds.measure(act, clients, site.process.pid, work)
        hello = partial(pages, floor.address, "/hello/", clients=1, count=300)
        rounds.measure("hello", 1, floor.process.pid, hello)
        say(f"flows: round {number} of {ROUNDS}")

    yield Result("floor: hello, p50", rounds.p50("hello", 1), "ms")
    for clients in FLOWS:
        yield Result(f"floor: insert, p50, {clients} at once", rounds.p50("insert", clients), "ms")
    for act, name in NAMES.items():
        yield Result(f"{name}: requests", REQUESTS, "", at_most=3)
        yield Result(f"{name}: statements", sum(map(len, statements_of(run, act))), "", at_most=20)
        for clients in FLOWS:
            yield from _compared(rounds, act, clients)
    yield Result("flows: rows that are missing or too many", wrong(run), "", at_most=0)


def _compared(rounds: Rounds, act: str, clients: int) -> Iterator[Result]:
    def result(what: str, measure: Callable[[str, int], float], unit: str, **target: float) -> Result:
        name = f"{NAMES[act]}: {what}, {clients} at once"
        return Result(name, measure(act, clients), unit, measure("insert", clients), **target)

    yield result("CPU of a flow", rounds.cpu, "ms", **({"at_most": 8} if clients == 1 else {}))
    yield result("of it in the database", rounds.database, "ms")
    yield result("p50", rounds.p50, "ms")
    yield result("p95", rounds.p95, "ms")
    yield result("flows", rounds.rate, "/s", **({"at_least": 1 / 8} if clients == 8 else {}))


def wrong(run: Run) -> int:
    """By how many the places taken, the rows and the ledger's entries differ from the flows that were run."""
    from django.db.models import Sum

    from wian.asks.models import Obligation
    from wian.ledger.models import Entry
    from wian.responses.models import Nomination, Proposal

    kept = {"nominate": (Nomination, "responses.nominated"), "propose": (Proposal, "responses.proposed")}
    differs = 0
    for act, (model, event) in kept.items():
        owed = Obligation.objects.filter(ask__circular=run.country.fresh, ask__kind=act)
        abouts = [f"asks.obligation:{pk}" for pk in owed.values_list("pk", flat=True)]
        found = (
            owed.aggregate(taken=Sum("taken"))["taken"],
            model._default_manager.filter(response__obligation__in=owed).count(),
            Entry.objects.filter(event=event, about__in=abouts).count(),
        )
        differs += sum(abs(run.done[act] - count) for count in found)
    return differs
