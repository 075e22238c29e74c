from datetime import date, datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.letters.commands.draw import Drawn
from wian.letters.models import Entry, Letter
from wian.letters.refusals import NumberNotReserved


@act
def enter_out(
    drawn: Drawn, letter: Letter, *, on: date, recipient: str = "", by: Actor, at: datetime
) -> Entry:
    """Enter a letter in the unit's register of letters sent (form 14), under the number that was drawn for it."""
    return Entry.objects.create(
        unit=drawn.unit,
        series=drawn.series,
        number=drawn.number,
        state=Entry.State.USED,
        letter=letter,
        on=on,
        recipient=recipient,
        subject=letter.subject,
        entered_at=at,
        entered_by=by.office,
    )


@act
def use_reserved(entry: Entry, letter: Letter, *, recipient: str = "", by: Actor, at: datetime) -> Entry:
    """The same with a number that was reserved; why it was stays with it. Raises NumberNotReserved."""
    reserved = Entry.objects.filter(pk=entry.pk, state=Entry.State.RESERVED)
    facts = {
        "state": Entry.State.USED,
        "letter": letter,
        "recipient": recipient,
        "subject": letter.subject,
        "entered_at": at,
        "entered_by": by.office,
    }
    if not reserved.update(**facts):
        raise NumberNotReserved(number=entry.number)
    entry.refresh_from_db()
    return entry
