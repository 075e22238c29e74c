from datetime import datetime

from wian.circulars.commands.conclude import conclude
from wian.circulars.events import LetterAccepted
from wian.circulars.models import Recipient
from wian.circulars.states import Outcome
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def accept_letter(recipient: Recipient, *, by: Actor, at: datetime) -> None:
    """The unit takes the letter on; its เลขรับ stands in its register. For good. Raises NotReceived, OutcomeStands."""
    conclude(recipient, Outcome.ACCEPTED, by=by, at=at)
    record(
        LetterAccepted(recipient=recipient.pk, unit=recipient.unit_id),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
