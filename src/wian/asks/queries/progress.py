"""How far a campaign is: what the executive reads in one minute."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q, Sum
from django.db.models.functions import Coalesce

from wian.asks.models import Ask, Obligation
from wian.asks.queries.matrix import WAITING
from wian.asks.states import ObligationState
from wian.circulars.models import Circular
from wian.circulars.states import CircularState


@dataclass(frozen=True, slots=True)
class AskProgress:
    """One ask over all units: how many have sent something that stands, and how many have yet to."""

    ask: Ask
    done: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a campaign is: units that have sent something for all that they are asked and is still taken, names and projects that were sent,
    answers that the owner has yet to accept. Who is exempt from everything is not counted.
    """

    units: int
    units_done: int
    seats: int
    names: int
    projects: int | None
    to_accept: int
    due_at: datetime | None  # the next one for whoever has yet to send, else the last
    asks: tuple[AskProgress, ...]

    @property
    def waiting(self) -> list[AskProgress]:
        return [row for row in self.asks if row.waiting]


def is_for_information(circular: Circular) -> bool:
    """Was it sent without asking anything?"""
    sent = circular.state == CircularState.DISPATCHED
    return sent and not Ask.objects.filter(circular=circular).exists()


def progress_of(circular: Circular) -> Progress:
    """How far one campaign is."""
    return progress_of_each([circular])[circular.pk]


def progress_of_each(circulars: Collection[Circular]) -> dict[int, Progress]:
    """How far campaigns are, by the circular's id. Three statements, however many campaigns and units."""
    asks: dict[int, list[AskProgress]] = defaultdict(list)
    totals: dict[int, Counter[str]] = defaultdict(Counter)
    dates: dict[int, list[tuple[datetime | None, datetime | None]]] = defaultdict(list)
    asked = ~Q(state=ObligationState.EXEMPT)
    owed = Obligation.objects.filter(asked, ask__circular__in=circulars).values("ask")
    counts = owed.annotate(
        done=Count("sent"),
        waiting=Count("pk", filter=WAITING),
        to_accept=Count("pk", filter=Q(state=ObligationState.SUBMITTED)),
        seats=Sum(Coalesce("max", "min")),
        items=Sum("sent", default=0),
        next=Min("due_at", filter=WAITING),
        last=Max("due_at"),
    )
    of_ask = {row["ask"]: row for row in counts.order_by()}
    for ask in Ask.objects.filter(circular__in=circulars):
        row = of_ask.get(ask.pk)
        if row is None:  # everybody is exempt
            asks[ask.circular_id].append(AskProgress(ask, 0, 0))
            continue
        asks[ask.circular_id].append(AskProgress(ask, row["done"], row["waiting"]))
        totals[ask.circular_id].update(to_accept=row["to_accept"])
        if ask.kind == Ask.Kind.NOMINATE:
            totals[ask.circular_id].update(seats=row["seats"], names=row["items"])
        if ask.kind == Ask.Kind.PROPOSE:
            totals[ask.circular_id].update(projects=row["items"])
        dates[ask.circular_id].append((row["next"], row["last"]))
    units = Obligation.objects.filter(asked, ask__circular__in=circulars).values("ask__circular").order_by()
    waiting = Count("recipient", distinct=True, filter=WAITING)
    for tally in units.annotate(all=Count("recipient", distinct=True), waiting=waiting):
        done = tally["all"] - tally["waiting"]
        totals[tally["ask__circular"]].update(units=tally["all"], units_done=done)
    return {
        circular.pk: Progress(
            units=totals[circular.pk]["units"],
            units_done=totals[circular.pk]["units_done"],
            seats=totals[circular.pk]["seats"],
            names=totals[circular.pk]["names"],
            projects=totals[circular.pk].get("projects"),
            to_accept=totals[circular.pk]["to_accept"],
            due_at=_due(dates[circular.pk]),
            asks=tuple(asks[circular.pk]),
        )
        for circular in circulars
    }


def _due(dates: Collection[tuple[datetime | None, datetime | None]]) -> datetime | None:
    """The next date by which somebody has yet to send; the last of all when nobody has."""
    next_ = [date for date, _last in dates if date]
    last = [date for _next, date in dates if date]
    return min(next_) if next_ else max(last, default=None)
