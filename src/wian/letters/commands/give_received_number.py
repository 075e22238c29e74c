from datetime import datetime

from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.draw import draw
from wian.letters.events import ReceivedNumberGiven
from wian.letters.models import Incoming, Series
from wian.letters.queries.registers import number_text
from wian.letters.refusals import MayNotNumber, NumberGivenBefore
from wian.letters.rules import may_number


@act
def give_received_number(incoming: Incoming, *, by: Actor, at: datetime) -> str:
    """Give a letter in the register the unit's next เลขรับ of this year. Raises MayNotNumber, NumberGivenBefore, CodeMissing."""
    if not may_number(by, incoming.unit):
        raise MayNotNumber(user=by.title)
    number = number_text(draw(incoming.unit, Series.Kind.RECEIVED, on=clock.day_of(at)))
    if not Incoming.objects.filter(pk=incoming.pk, number="").update(number=number):
        raise NumberGivenBefore(number=incoming.number)
    record(
        ReceivedNumberGiven(incoming=incoming.pk, number=number),
        by=by,
        at=at,
        about=Ref("letters.letter", incoming.letter_id),
    )
    return number
