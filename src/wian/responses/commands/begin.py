from datetime import datetime

from wian.asks.models import Obligation
from wian.circulars.commands.receive import receive_unless_received
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.responses.models import Response


@act
def begin(obligation: Obligation, *, by: Actor, at: datetime) -> None:
    """Open the answer to an obligation. A unit that answers a letter has received it; the owner receives nothing for it."""
    recipient = obligation.recipient
    if by.unit == recipient.unit_id:
        receive_unless_received(recipient, by=by, at=at)
    Response.objects.bulk_create([Response(obligation=obligation)], ignore_conflicts=True)
