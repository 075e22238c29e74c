from datetime import datetime

from django.db.models import Case, F, Q, Value, When

from wian.asks.commands.move import hold, move
from wian.asks.events import Exempted, ExemptionEnded
from wian.asks.models import Exemption, Obligation
from wian.asks.refusals import NotInThatState
from wian.asks.rules import may_be_exempted
from wian.asks.states import ObligationState
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def exempt(obligation: Obligation, *, reason: str, by: Actor, at: datetime) -> None:
    """Exempt a unit (ยกเว้น) from what it has not sent. What it has in stays as it is. Raises NotInThatState.

    Where something of it stands with the owner, that is enough from now on, and may be accepted.
    """
    hold(obligation.recipient)
    obligation.refresh_from_db(fields=["state", "sent", "min", "nil"])
    if not may_be_exempted(obligation):
        raise NotInThatState(unit=obligation.recipient.unit, state=obligation.get_state_display())
    if obligation.sent is None:
        move([obligation], ObligationState.EXEMPT, prepared_at=None, returned_at=None)
    else:
        Obligation.objects.filter(pk=obligation.pk).update(min=F("sent"))
    Exemption.objects.create(obligation=obligation, reason=reason, exempted_by=by.office, at=at)
    record(
        Exempted(obligation=obligation.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )


@act
def end_exemption(obligation: Obligation, *, by: Actor, at: datetime) -> None:
    """Ask the unit after all: it goes on with what it had in. Raises NotInThatState."""
    something = Q(taken__gt=0) | Q(attached__gt=0) | Q(nil=True)
    before = Case(When(something, Value(ObligationState.DRAFT)), default=Value(ObligationState.PENDING))
    if not Obligation.objects.filter(pk=obligation.pk, state=ObligationState.EXEMPT).update(state=before):
        raise NotInThatState(unit=obligation.recipient.unit, state=obligation.get_state_display())
    Exemption.objects.filter(obligation=obligation, ended_at=None).update(ended_at=at)
    record(
        ExemptionEnded(obligation=obligation.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
