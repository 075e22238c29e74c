from datetime import datetime

from wian.directory.models import Unit
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import RegisteredIn
from wian.letters.models import Incoming, Letter


@act
def register_in(letter: Letter, *, unit: Unit, number: str = "", by: Actor, at: datetime) -> Incoming:
    """Enter a letter in the unit's register of letters received (form 13), with the unit's own number if it has one."""
    row = Incoming.objects.create(letter=letter, unit=unit, number=number, received_at=at)
    record(
        RegisteredIn(letter=letter.pk, unit=unit.pk),
        by=by,
        at=at,
        about=Ref("letters.letter", letter.pk),
    )
    return row
