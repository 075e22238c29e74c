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
    """Enter a letter in the unit's register of letters received (form 13), with the unit's own number if it has one.

    One that stands there already, since a paper copy came first, keeps its row, and its number if it has one.
    """
    row, entered = Incoming.objects.get_or_create(
        letter=letter, unit=unit, defaults={"number": number, "received_at": at}
    )
    if not entered:
        Incoming.objects.filter(pk=row.pk, number="").update(number=number)
        row.refresh_from_db()
        return row
    record(
        RegisteredIn(letter=letter.pk, unit=unit.pk),
        by=by,
        at=at,
        about=Ref("letters.letter", letter.pk),
    )
    return row
