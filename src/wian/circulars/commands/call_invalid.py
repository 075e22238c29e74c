from datetime import datetime

from wian.circulars.commands.conclude import conclude
from wian.circulars.events import LetterCalledInvalid
from wian.circulars.models import Recipient
from wian.circulars.states import Outcome
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def call_invalid(recipient: Recipient, *, reason: str, by: Actor, at: datetime) -> None:
    """The unit says that the letter is faulty, and in what: a page is missing, the number is wrong.

    Raises NotReceived, OutcomeStands.
    """
    conclude(recipient, Outcome.INVALID, reason=reason, by=by, at=at)
    record(
        LetterCalledInvalid(recipient=recipient.pk, unit=recipient.unit_id),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
