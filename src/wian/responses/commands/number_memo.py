from datetime import date, datetime

from wian.circulars.models import Recipient
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.submit import first_day
from wian.responses.events import MemoNumbered
from wian.responses.models import CoverMemo
from wian.responses.queries import submission_of
from wian.responses.refusals import DateAhead, DateTooEarly, NotSubmitted


@act
def number_memo(recipient: Recipient, *, number: str, on: date, by: Actor, at: datetime) -> CoverMemo:
    """Note the number and date that the unit's covering memo was given on paper; typed again it is corrected.

    Raises NotSubmitted, DateAhead, DateTooEarly.
    """
    submission = submission_of(recipient)
    if submission is None or hasattr(submission, "taken_back"):
        raise NotSubmitted(unit=recipient.unit)
    if on > clock.day_of(at):
        raise DateAhead
    if on < first_day(recipient):
        raise DateTooEarly
    memo, _ = CoverMemo.objects.update_or_create(
        submission=submission,
        defaults={"number": number, "on": on, "numbered_by": by.office, "at": at},
    )
    record(
        MemoNumbered(recipient=recipient.pk, submission=submission.pk, number=number),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
    return memo
