from datetime import datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import ActionNoted
from wian.letters.models import Incoming
from wian.letters.refusals import MayNotWrite
from wian.letters.rules import may_write


@act
def note_action(incoming: Incoming, *, action: str, by: Actor, at: datetime) -> None:
    """Write down what became of a letter received (การปฏิบัติ); typed again it is corrected. Raises MayNotWrite."""
    if not may_write(by, incoming.unit):
        raise MayNotWrite(user=by.title, unit=incoming.unit)
    Incoming.objects.filter(pk=incoming.pk).update(action=action)
    record(ActionNoted(incoming=incoming.pk), by=by, at=at, about=Ref("letters.letter", incoming.letter_id))
