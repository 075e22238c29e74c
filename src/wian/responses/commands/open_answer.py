from datetime import datetime

from wian.asks.models import Obligation
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.events import Opened


@act
def open_answer(obligation: Obligation, *, by: Actor, at: datetime) -> None:
    """Note that the owner has looked at what stands, once. From here on the unit cannot take it back."""
    unopened = Obligation.objects.filter(pk=obligation.pk, opened_at=None).exclude(sent=None)
    if not unopened.update(opened_at=at):
        return
    record(
        Opened(obligation=obligation.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
