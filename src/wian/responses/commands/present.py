from datetime import datetime

from django.db.models import Case, DateTimeField, F, Value, When

from wian.asks.commands.move import hold, move
from wian.asks.queries import ready_of
from wian.asks.refusals import NotInThatState
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.submit import require_something
from wian.responses.events import Presented
from wian.responses.models import Presentation


@act
def present(recipient: Recipient, *, by: Actor, at: datetime) -> None:
    """Put what the unit has ready before its head. Changing anything afterwards takes it back into preparation.

    Raises NothingToSign, NotInThatState.
    """
    hold(recipient)
    ready = ready_of(recipient)
    require_something(recipient, ready)
    awaiting = ObligationState.AWAITING_SIGNATURE
    if all(owed.state == awaiting for owed in ready):
        raise NotInThatState(unit=recipient.unit, state=awaiting.label)
    # What lies with the head already, unchanged, has lain there since.
    unchanged = When(state=awaiting, then=F("prepared_at"))
    move(ready, awaiting, prepared_at=Case(unchanged, default=Value(at), output_field=DateTimeField()))
    Presentation.objects.create(recipient=recipient, name=by.name, office=by.office, at=at)
    record(
        Presented(recipient=recipient.pk),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
