from datetime import datetime

from wian.asks.models import Obligation
from wian.circulars.commands.receive import receive_unless_received
from wian.circulars.models import Recipient
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.events import Confirmed
from wian.responses.models import OnBehalfEntry
from wian.responses.refusals import NothingToConfirm


@act
def confirm(recipient: Recipient, *, by: Actor, at: datetime) -> None:
    """The unit confirms what was recorded on its behalf, and has received the letter by that. Raises NothingToConfirm."""
    told = Obligation.objects.filter(recipient=recipient, on_behalf=True)
    waiting = OnBehalfEntry.objects.filter(submission__recipient=recipient, confirmed_at=None)
    entry = waiting.order_by("pk").last()
    if not told.update(on_behalf=False) or entry is None:
        raise NothingToConfirm(unit=recipient.unit)
    waiting.update(confirmed_at=at, confirmed_by=by.office)
    receive_unless_received(recipient, by=by, at=at)
    record(
        Confirmed(recipient=recipient.pk, submission=entry.submission_id),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
