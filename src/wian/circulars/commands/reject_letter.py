from datetime import datetime

from wian.circulars.commands.conclude import conclude
from wian.circulars.events import LetterRejected
from wian.circulars.models import Recipient
from wian.circulars.states import Outcome
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def reject_letter(recipient: Recipient, *, reason: str, by: Actor, at: datetime) -> None:
    """The unit does not take the letter on, and says why: it is for another, or came twice.

    Raises NotReceived, OutcomeStands.
    """
    conclude(recipient, Outcome.REJECTED, reason=reason, by=by, at=at)
    record(
        LetterRejected(recipient=recipient.pk, unit=recipient.unit_id),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
