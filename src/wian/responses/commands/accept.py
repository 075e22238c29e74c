from datetime import datetime

from wian.asks.commands.move import move
from wian.asks.models import Obligation
from wian.asks.refusals import BelowMinimum
from wian.asks.states import ObligationState
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.events import Accepted
from wian.responses.queries.review import came_with
from wian.responses.refusals import AnswerChanged
from wian.responses.rules import is_complete


@act
def accept(obligation: Obligation, *, by: Actor, at: datetime, seen: int | None = None) -> None:
    """Find a submitted answer complete (ข้อมูลครบถ้วน). Raises BelowMinimum, NotInThatState, AnswerChanged.

    `seen` is the number of the submission that was on the screen (`queries.review.came_with`); None where no page was shown.
    """
    move([obligation], ObligationState.ACCEPTED)
    if seen is not None and (came := came_with(obligation)) and came.number != seen:
        raise AnswerChanged(unit=obligation.recipient.unit)
    obligation.refresh_from_db(fields=["taken", "nil", "state", "attached"])
    if not is_complete(obligation):
        raise BelowMinimum(unit=obligation.recipient.unit, taken=obligation.taken, min=obligation.min)
    record(
        Accepted(obligation=obligation.pk, names=obligation.taken),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
