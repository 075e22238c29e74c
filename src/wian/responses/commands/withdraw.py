from datetime import datetime

from wian.asks.commands.move import free_seat
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.events import Withdrawn
from wian.responses.models import Nomination
from wian.responses.refusals import AlreadyWithdrawn


@act
def withdraw(nomination: Nomination, *, by: Actor, at: datetime) -> None:
    """Take a name back; its place is free again. Raises AlreadyWithdrawn, AnswerClosed."""
    obligation = nomination.response.obligation
    standing = Nomination.objects.filter(pk=nomination.pk, withdrawn_at=None)
    # The place first, as when naming: two acts that lock in different order block each other.
    if not free_seat(obligation) or not standing.update(withdrawn_at=at):
        raise AlreadyWithdrawn(name=nomination)
    record(
        Withdrawn(obligation=obligation.pk, nomination=nomination.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
