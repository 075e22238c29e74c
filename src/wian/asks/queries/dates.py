"""The dates of a campaign: until when each ask runs, who asks for more time, and what a later date would do."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries.doors import still_owed, waiting_requests
from wian.asks.queries.matrix import WAITING
from wian.asks.states import ObligationState
from wian.circulars.models import Circular, Recipient

# Asked for, also where the ask is closed, and nothing of it stands with the owner.
UNSENT = Q(sent=None) & ~Q(state=ObligationState.EXEMPT)


@dataclass(frozen=True, slots=True)
class AskDates:
    """An ask with its date; `last` is later where some units were given more time. `waiting` units have sent nothing."""

    ask: Ask
    first: datetime | None
    last: datetime | None
    units: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Reach:
    """What a later date would do: how many units it is for, how many of them have yet to send, whose late answer would be
    in time, and how many requests it would grant.
    """

    units: int
    waiting: int
    in_time: int
    requests: int


def dates_of(circular: Circular) -> list[AskDates]:
    """Every ask of a letter, closed ones too, with its dates. Two statements."""
    owed = Obligation.objects.filter(ask__circular=circular).values("ask")
    counts = owed.annotate(
        first=Min("due_at"),
        last=Max("due_at"),
        units=Count("pk", filter=~Q(state=ObligationState.EXEMPT)),
        waiting=Count("pk", filter=UNSENT),
    )
    found = {row["ask"]: row for row in counts.order_by()}
    return [
        AskDates(ask, row["first"], row["last"], row["units"], row["waiting"])
        for ask in Ask.objects.filter(circular=circular)
        if (row := found.get(ask.pk))
    ]


def reach_of(circular: Circular, asks: Collection[Ask], until: datetime) -> Reach:
    """What moving the date of `asks` on to `until` for all units would do."""
    moved = Obligation.objects.filter(ask__in=asks, due_at__lt=until)
    left_out = still_owed(recipient=OuterRef("recipient"), due_at__lt=OuterRef("until")).exclude(ask__in=asks)
    granted = requests_of(circular).filter(until__lte=until).exclude(Exists(left_out))
    return Reach(
        requests=granted.count(),
        **moved.aggregate(
            units=Count("recipient", distinct=True),
            waiting=Count("recipient", distinct=True, filter=WAITING),
            in_time=Count("recipient", distinct=True, filter=Q(late=True, submitted_at__lte=until)),
        ),
    )


def request_of(recipient: Recipient) -> ExtensionRequest | None:
    """A unit's request for more time that waits, else the last one decided."""
    return ExtensionRequest.objects.filter(recipient=recipient).order_by("-pk").first()


def requests_of(circular: Circular) -> QuerySet[ExtensionRequest]:
    """The requests for more time that wait for the owner, the first first."""
    rows = waiting_requests().filter(recipient__circular=circular)
    return rows.select_related("recipient__unit").order_by("asked_at")
