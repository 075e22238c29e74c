from datetime import datetime

from wian.asks.commands.move import move
from wian.asks.queries import answerable_of
from wian.asks.refusals import NotInThatState
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.submit import require_answers
from wian.responses.events import Presented
from wian.responses.models import Presentation


@act
def present(recipient: Recipient, *, by: Actor, at: datetime) -> None:
    """Put the unit's answer before its head. Changing a name afterwards takes it back into preparation.

    Raises NothingToSign, NotInThatState.
    """
    answers = answerable_of(recipient)
    require_answers(recipient, answers)
    awaiting = ObligationState.AWAITING_SIGNATURE
    if all(owed.state == awaiting for owed in answers):
        raise NotInThatState(unit=recipient.unit, state=awaiting.label)
    move(answers, awaiting)
    Presentation.objects.create(recipient=recipient, name=by.name, office=by.office, at=at)
    record(
        Presented(recipient=recipient.pk),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
