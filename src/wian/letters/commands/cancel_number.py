from datetime import datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import NumberCancelled
from wian.letters.models import Entry
from wian.letters.refusals import MayNotNumber, NumberNotReserved
from wian.letters.rules import may_number


@act
def cancel_number(entry: Entry, *, reason: str, by: Actor, at: datetime) -> None:
    """Give up a reserved number; it stays in the register with the reason. Raises MayNotNumber, NumberNotReserved."""
    if not may_number(by, entry.unit):
        raise MayNotNumber(user=by.title)
    reserved = Entry.objects.filter(pk=entry.pk, state=Entry.State.RESERVED)
    if not reserved.update(state=Entry.State.CANCELLED, remark=reason):
        raise NumberNotReserved(number=entry.number)
    record(NumberCancelled(entry=entry.pk), by=by, at=at, about=Ref("letters.entry", entry.pk))
