"""More time: asked for by a unit, granted for it or for all, or not granted."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from wian.asks.events import Extended, TimeAsked, TimeRefused
from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import still_owed
from wian.asks.refusals import NothingToExtend, NotLater, RequestDecided, RequestWaiting
from wian.circulars.models import Circular, Recipient
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.kit.templatetags.kit import thai_date
from wian.ledger.commands.record import record


@act
def ask_for_time(
    recipient: Recipient, *, until: datetime, reason: str, by: Actor, at: datetime
) -> ExtensionRequest:
    """Ask for more time (ขอขยายระยะเวลา) for all that the unit still owes. Raises NothingToExtend, NotLater, RequestWaiting."""
    owed = still_owed(recipient=recipient)
    if not owed.exists():
        raise NothingToExtend(unit=recipient.unit)
    if until <= at or not owed.filter(due_at__lt=until).exists():
        raise NotLater(date=thai_date(until))
    try:
        with transaction.atomic():
            request = ExtensionRequest.objects.create(
                recipient=recipient, until=until, reason=reason, asked_by=by.office, asked_at=at
            )
    except IntegrityError as twice:
        waiting = ExtensionRequest.objects.get(recipient=recipient, granted=None)
        raise RequestWaiting(unit=recipient.unit, date=thai_date(waiting.until)) from twice
    record(
        TimeAsked(recipient=recipient.pk, until=until.isoformat()),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
    return request


@act
def extend(
    circular: Circular,
    *,
    asks: Collection[Ask],
    units: Collection[Recipient] | None,
    until: datetime,
    by: Actor,
    at: datetime,
) -> int:
    """Move the date of `asks` on to `until` for some units, or for all (None); how many dates moved.

    Earlier dates only: nobody's deadline comes nearer. What was sent late is on time when the new date makes it so.
    Requests of these units are granted by it when nothing they owe is due before the date they asked for. Raises NotLater when no date is earlier.
    """
    mine = [ask.pk for ask in asks if ask.circular_id == circular.pk]
    owed = Obligation.objects.filter(ask__in=mine, due_at__lt=until)
    requests = ExtensionRequest.objects.filter(recipient__circular=circular, granted=None, until__lte=until)
    if units is not None:
        owed, requests = owed.filter(recipient__in=units), requests.filter(recipient__in=units)
    in_time = When(Q(submitted_at__lte=until), then=Value(False))
    list(owed.select_for_update().order_by("pk").values_list("pk"))
    moved = owed.update(due_at=until, late=Case(in_time, default=F("late")))
    if not moved:
        raise NotLater(date=thai_date(until))
    unmoved = still_owed(recipient=OuterRef("recipient"), due_at__lt=OuterRef("until"))
    requests.exclude(Exists(unmoved)).update(granted=True, decided_by=by.office, decided_at=at)
    whole = Ref("circulars.circular", circular.pk)
    chosen = [Ref("circulars.recipient", unit.pk) for unit in units or ()]
    record(
        Extended(
            circular=circular.pk,
            asks=mine,
            units=[] if units is None else [unit.pk for unit in units],
            until=until.isoformat(),
        ),
        by=by,
        at=at,
        about=chosen[0] if len(chosen) == 1 else whole,
        because=[whole],
    )
    return moved


@act
def grant_time(
    request: ExtensionRequest, *, until: datetime, everybody: bool, by: Actor, at: datetime
) -> int:
    """Give more time for what the unit still owes: to it alone, or to all units; how many dates moved.

    Raises RequestDecided, NothingToExtend, NotLater.
    """
    recipient = request.recipient
    waiting = ExtensionRequest.objects.filter(pk=request.pk, granted=None)
    if not waiting.update(granted=True, until=until, decided_by=by.office, decided_at=at):
        raise RequestDecided(unit=recipient.unit)
    asks = [owed.ask for owed in still_owed(recipient=recipient).select_related("ask")]
    if not asks:
        raise NothingToExtend(unit=recipient.unit)
    units = None if everybody else [recipient]
    return extend(recipient.circular, asks=asks, units=units, until=until, by=by, at=at)


@act
def refuse_time(request: ExtensionRequest, *, remark: str, by: Actor, at: datetime) -> None:
    """Do not grant more time; the unit reads the remark. Raises RequestDecided."""
    waiting = ExtensionRequest.objects.filter(pk=request.pk, granted=None)
    if not waiting.update(granted=False, decided_by=by.office, decided_at=at, remark=remark):
        raise RequestDecided(unit=request.recipient.unit)
    record(
        TimeRefused(recipient=request.recipient_id),
        by=by,
        at=at,
        about=Ref("circulars.recipient", request.recipient_id),
        because=[Ref("circulars.circular", request.recipient.circular_id)],
    )
