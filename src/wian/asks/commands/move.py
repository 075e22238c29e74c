"""The moves of an obligation. Each is one conditional UPDATE, and part of the caller's act, which records it."""

from collections.abc import Collection
from typing import Any

from django.db.models import F, Q

from wian.asks.models import Obligation
from wian.asks.refusals import AnswerClosed, NotInThatState
from wian.asks.states import FROM, OPEN, ObligationState
from wian.circulars.models import Recipient


def move(obligations: Collection[Obligation], to: ObligationState, **facts: Any) -> None:
    """Move all of them to `to`, setting facts beside the state. Raises NotInThatState when one may not."""
    ids = [obligation.pk for obligation in obligations]
    ready = Obligation.objects.filter(pk__in=ids, state__in=FROM[to])
    if ready.update(state=to, **facts) != len(ids):
        rows = (
            Obligation.objects.filter(pk__in=ids)
            .exclude(state__in=FROM[to])
            .select_related("recipient__unit")
        )
        stuck = rows.exclude(state=to).first()
        unit = (stuck or next(iter(obligations))).recipient.unit
        raise NotInThatState(unit=unit, state=stuck.get_state_display() if stuck else to.label)


def hold(recipient: Recipient) -> None:
    """Let nobody else change what the unit has in until this act ends."""
    list(Obligation.objects.select_for_update().filter(recipient=recipient))


def take_seat(obligation: Obligation) -> bool:
    """Take one of the unit's places; False when all are taken. Raises AnswerClosed after submission.

    The database decides: of any number of people at once, no more than max succeed, on either engine.
    """
    free = Q(max=None) | Q(taken__lt=F("max"))
    open_ = Obligation.objects.filter(free, pk=obligation.pk, state__in=OPEN)
    if open_.update(taken=F("taken") + 1, nil=False, state=ObligationState.DRAFT):
        return True
    _require_open(obligation)
    return False


def free_seat(obligation: Obligation) -> bool:
    """Give a place back; False when none is taken. Raises AnswerClosed after submission."""
    held = Obligation.objects.filter(pk=obligation.pk, state__in=OPEN, taken__gt=0)
    if held.update(taken=F("taken") - 1, state=ObligationState.DRAFT):
        return True
    _require_open(obligation)
    return False


def set_nil(obligation: Obligation) -> bool:
    """Mark that the unit has nothing to send; False while places are taken. Raises AnswerClosed after submission."""
    empty = Obligation.objects.filter(pk=obligation.pk, state__in=OPEN, taken=0)
    if empty.update(nil=True, state=ObligationState.DRAFT):
        return True
    _require_open(obligation)
    return False


def _require_open(obligation: Obligation) -> None:
    if not Obligation.objects.filter(pk=obligation.pk, state__in=OPEN).exists():
        raise AnswerClosed(unit=obligation.recipient.unit)
