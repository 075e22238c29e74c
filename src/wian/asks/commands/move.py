"""The moves of an obligation. Each is one conditional UPDATE, and part of the caller's act, which records it."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from wian.asks.models import Ask, Obligation
from wian.asks.refusals import AnswerClosed, AskClosed, NotInThatState
from wian.asks.states import FROM, OPEN, ObligationState
from wian.circulars.models import Recipient

# Without a join, which would move the condition into a subquery, judged on what was before a wait for the row.
COLLECTED = Q(Exists(Ask.objects.filter(pk=OuterRef("ask_id"), closed_at=None)))
# What the unit may change. What it has sent may still be added to, but for "there is nothing".
CHANGEABLE = Q(state__in=OPEN) & COLLECTED
ADDABLE = (Q(state__in=OPEN) | Q(state=ObligationState.SUBMITTED, nil=False)) & COLLECTED
LEAVING = {ObligationState.AWAITING_SIGNATURE, ObligationState.SUBMITTED}
# Any change takes an answer back into preparation.
CHANGED: dict[str, Any] = {"state": ObligationState.DRAFT, "prepared_at": None}


def move(obligations: Collection[Obligation], to: ObligationState, **facts: Any) -> None:
    """Move all of them to `to`, setting facts beside the state. Raises NotInThatState when one may not.

    What leaves the unit leaves it while answers to the ask are taken.
    """
    ids = [obligation.pk for obligation in obligations]
    ready = Obligation.objects.filter(pk__in=ids, state__in=FROM[to])
    if to in LEAVING:
        ready = ready.filter(COLLECTED)
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
    """Let nobody else change what the unit has in until this act ends. Rows are locked in one order everywhere."""
    list(Obligation.objects.select_for_update().filter(recipient=recipient).order_by("pk"))


def take_seat(obligation: Obligation) -> bool:
    """Take one of the unit's places; False when all are taken. Raises AnswerClosed, AskClosed.

    The database decides: of any number of people at once, no more than max succeed, on either engine.
    """
    free = Q(max=None) | Q(taken__lt=F("max"))
    return _change(obligation, ADDABLE & free, may=ADDABLE, taken=F("taken") + 1, nil=False)


def free_seat(obligation: Obligation) -> bool:
    """Give a place back; False when none is taken that was not sent. Raises AnswerClosed, AskClosed."""
    unsent = Q(sent=None, taken__gt=0) | Q(taken__gt=F("sent"))
    return _change(obligation, CHANGEABLE & unsent, may=CHANGEABLE, taken=F("taken") - 1)


def take_file(obligation: Obligation) -> bool:
    """Make room for one more file; False when there are as many as may be. Raises AnswerClosed, AskClosed."""
    room = Q(attached__lt=Obligation.FILES)
    return _change(obligation, ADDABLE & room, may=ADDABLE, attached=F("attached") + 1, nil=False)


def free_file(obligation: Obligation) -> bool:
    """One file less. Raises AnswerClosed, AskClosed."""
    return _change(obligation, CHANGEABLE & Q(attached__gt=0), may=CHANGEABLE, attached=F("attached") - 1)


def set_whole(obligation: Obligation, *, there: bool) -> None:
    """Say whether an answer that is given as a whole is there. Raises AnswerClosed, AskClosed, also when it was sent."""
    may = ADDABLE & (Q(sent=None) | Q(sent=0))
    _change(obligation, may, may=may, taken=int(there), nil=False)


def set_nil(obligation: Obligation) -> bool:
    """Mark that the unit has nothing to send; False while anything is in. Raises AnswerClosed, AskClosed."""
    return _change(obligation, CHANGEABLE & Q(taken=0, attached=0), may=CHANGEABLE, nil=True)


def touch(obligation: Obligation) -> None:
    """Something that is in is changed. Raises AnswerClosed, AskClosed."""
    _change(obligation, CHANGEABLE, may=CHANGEABLE)


def stand_again(obligation: Obligation) -> None:
    """What was added to a submitted answer is gone again: it stands as it was sent."""
    added_to = Obligation.objects.filter(pk=obligation.pk, state=ObligationState.DRAFT)
    added_to.exclude(sent=None).update(state=ObligationState.SUBMITTED)


def _change(obligation: Obligation, condition: Q, *, may: Q, **facts: Any) -> bool:
    row = Obligation.objects.filter(pk=obligation.pk)
    if row.filter(condition).update(**CHANGED, **facts):
        return True
    if not row.filter(may).exists():
        unit = obligation.recipient.unit
        if not row.filter(COLLECTED).exists():
            raise AskClosed(unit=unit, ask=obligation.ask.what)
        raise AnswerClosed(unit=unit)
    return False
