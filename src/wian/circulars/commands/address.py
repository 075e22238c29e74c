from collections.abc import Sequence
from datetime import datetime

from wian.circulars.events import Addressed
from wian.circulars.models import Circular, Recipient
from wian.circulars.refusals import LetterReplaced, SentBefore
from wian.directory.models import Unit
from wian.initiatives.models import Initiative
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.models import Issue, Letter


@act
def address(
    letter: Letter,
    *,
    initiative: Initiative,
    units: Sequence[Unit],
    contact_name: str = "",
    contact_phone: str = "",
    by: Actor,
    at: datetime,
) -> Circular:
    """Make a circular of `letter`, addressed to `units` in this order. Raises LetterReplaced, SentBefore."""
    issue = (
        Issue.objects.select_for_update().filter(pk=letter.pk).first()
    )  # two at once are one after the other
    if issue and issue.superseded_at:
        raise LetterReplaced(number=letter.number)
    if Circular.objects.filter(letter=letter).exists():
        raise SentBefore(number=letter.number)
    circular = Circular.objects.create(
        letter=letter, initiative=initiative, contact_name=contact_name, contact_phone=contact_phone
    )
    Recipient.objects.bulk_create(
        Recipient(circular=circular, unit=unit, order=order) for order, unit in enumerate(units, start=1)
    )
    record(
        Addressed(circular=circular.pk, letter=letter.pk, units=[unit.pk for unit in units]),
        by=by,
        at=at,
        about=Ref("circulars.circular", circular.pk),
        because=[Ref("letters.letter", letter.pk), Ref("initiatives.initiative", initiative.pk)],
    )
    return circular
