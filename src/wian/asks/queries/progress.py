"""How far a campaign is: what the executive reads in one minute."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Min, OuterRef, Q, Sum
from django.db.models.functions import Coalesce

from wian.asks.models import Ask, Obligation
from wian.asks.states import DONE, ObligationState
from wian.circulars.models import Circular, Recipient


@dataclass(frozen=True, slots=True)
class AskProgress:
    """One ask over all units. `waiting` counts units that have not submitted."""

    ask: Ask
    done: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a campaign is: units that submitted all that can be answered so far, names in submitted answers,
    answers that the owner has yet to accept.
    """

    units: int
    units_done: int
    seats: int
    names: int
    to_accept: int
    due_at: datetime | None
    asks: tuple[AskProgress, ...]

    @property
    def waiting(self) -> list[AskProgress]:
        return [row for row in self.asks if row.waiting]


def progress_of(circular: Circular) -> Progress:
    """How far one campaign is."""
    return progress_of_each([circular])[circular.pk]


def progress_of_each(circulars: Collection[Circular]) -> dict[int, Progress]:
    """How far campaigns are, by the circular's id. Three statements, however many campaigns and units."""
    asks: dict[int, list[AskProgress]] = defaultdict(list)
    totals: dict[int, Counter[str]] = defaultdict(Counter)
    due: dict[int, datetime] = {}
    owed = Obligation.objects.filter(ask__circular__in=circulars).values("ask")
    counts = owed.annotate(
        all=Count("pk"),
        done=Count("pk", filter=Q(state__in=DONE)),
        to_accept=Count("pk", filter=Q(state=ObligationState.SUBMITTED)),
        seats=Sum(Coalesce("max", "min")),
        names=Sum("taken", filter=Q(state__in=DONE), default=0),
        due=Min("due_at"),
    )
    of_ask = {row["ask"]: row for row in counts.order_by()}
    for ask in Ask.objects.filter(circular__in=circulars):
        row = of_ask[ask.pk]
        asks[ask.circular_id].append(AskProgress(ask, row["done"], row["all"] - row["done"]))
        totals[ask.circular_id].update(to_accept=row["to_accept"])
        if ask.kind == Ask.Kind.NOMINATE:
            totals[ask.circular_id].update(seats=row["seats"], names=row["names"])
        if row["due"]:
            due[ask.circular_id] = min(row["due"], due.get(ask.circular_id, row["due"]))
    answerable = Obligation.objects.filter(recipient=OuterRef("pk"), ask__kind__in=Ask.ANSWERABLE)
    done = Exists(answerable) & ~Exists(answerable.exclude(state__in=DONE))
    units = Recipient.objects.filter(circular__in=circulars).values("circular").order_by()
    for tally in units.annotate(all=Count("pk"), done=Count("pk", filter=done)):
        totals[tally["circular"]].update(units=tally["all"], units_done=tally["done"])
    return {
        circular.pk: Progress(
            units=totals[circular.pk]["units"],
            units_done=totals[circular.pk]["units_done"],
            seats=totals[circular.pk]["seats"],
            names=totals[circular.pk]["names"],
            to_accept=totals[circular.pk]["to_accept"],
            due_at=due.get(circular.pk),
            asks=tuple(asks[circular.pk]),
        )
        for circular in circulars
    }
