from datetime import date, datetime

from wian.directory.models import Unit
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.draw import draw
from wian.letters.events import NumberReserved
from wian.letters.models import Entry, Series
from wian.letters.refusals import MayNotNumber, ReservedForThePast
from wian.letters.rules import may_number


@act
def reserve_number(unit: Unit, kind: str, *, on: date, reason: str, by: Actor, at: datetime) -> Entry:
    """Draw a number before its letter is signed: the exception, with its reason. Raises MayNotNumber, ReservedForThePast, CodeMissing."""
    if not may_number(by, unit) or kind == Series.Kind.RECEIVED:
        raise MayNotNumber(user=by.title)
    if on < clock.day_of(at):
        raise ReservedForThePast
    drawn = draw(unit, kind, on=on)
    entry = Entry.objects.create(
        unit=unit,
        series=drawn.series,
        number=drawn.number,
        state=Entry.State.RESERVED,
        on=on,
        reason=reason,
        entered_at=at,
        entered_by=by.office,
    )
    record(
        NumberReserved(entry=entry.pk, series=kind, number=drawn.number),
        by=by,
        at=at,
        about=Ref("letters.entry", entry.pk),
    )
    return entry
