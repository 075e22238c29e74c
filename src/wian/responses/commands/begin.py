from datetime import datetime

from django.db import IntegrityError, transaction

from wian.asks.commands.move import hold
from wian.asks.models import Obligation
from wian.asks.states import ObligationState
from wian.circulars.commands.receive import receive_unless_received
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.responses.models import Response


@act
def begin(obligation: Obligation, *, by: Actor, at: datetime) -> None:
    """Open the answer to an obligation, and hold what the unit has in. A unit that answers a letter has received it; the owner receives nothing for it."""
    recipient = obligation.recipient
    hold(recipient)  # before anything else is locked: the order is the same in every act
    if is_unit(by, obligation):
        receive_unless_received(recipient, by=by, at=at)
    Response.objects.bulk_create([Response(obligation=obligation)], ignore_conflicts=True)


def begin_changed(obligation: Obligation, *, by: Actor, at: datetime) -> bool:
    """The same in an act that has changed the obligation's row, and so holds it. True: nothing was ever in, not even a draft."""
    if is_unit(by, obligation) and obligation.recipient.received_at is None:
        receive_unless_received(obligation.recipient, by=by, at=at)
    if obligation.state != ObligationState.PENDING:
        return False
    obligation.state = ObligationState.DRAFT
    try:
        with transaction.atomic():
            Response.objects.create(obligation=obligation)
    except IntegrityError:
        return False
    return True


def is_unit(by: Actor, obligation: Obligation) -> bool:
    """Is it the unit itself that acts, or the owner for it?"""
    return by.unit == obligation.recipient.unit_id
