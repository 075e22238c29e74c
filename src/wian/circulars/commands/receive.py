from contextlib import suppress
from datetime import datetime

from wian.circulars.events import Received
from wian.circulars.models import Recipient
from wian.circulars.refusals import AlreadyReceived, NotDispatched
from wian.circulars.states import CircularState
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.give_received_number import give_received_number
from wian.letters.commands.register_in import register_in


@act
def receive_unless_received(recipient: Recipient, *, by: Actor, at: datetime) -> None:
    """Receive the letter by what the unit does with it; a colleague may have been faster. Raises NotDispatched."""
    if recipient.received_at is None:
        with suppress(AlreadyReceived):
            receive(recipient, by=by, at=at)


@act
def receive(recipient: Recipient, *, by: Actor, at: datetime, number: str = "", draw: bool = False) -> None:
    """The unit takes the letter in; `number` is its own เลขรับ, with `draw` it gets the next one of its register.

    Raises NotDispatched, AlreadyReceived; drawing MayNotNumber, CodeMissing.
    """
    if recipient.circular.state != CircularState.DISPATCHED:
        raise NotDispatched
    waiting = Recipient.objects.filter(pk=recipient.pk, received_at=None)
    if not waiting.update(received_at=at, received_by=by.office):
        raise AlreadyReceived(unit=recipient.unit)
    recipient.received_at, recipient.received_by = at, by.office
    row = register_in(
        recipient.circular.letter, unit=recipient.unit, number="" if draw else number, by=by, at=at
    )
    if draw and not row.number:
        give_received_number(row, by=by, at=at)
    record(
        Received(recipient=recipient.pk, unit=recipient.unit_id),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
