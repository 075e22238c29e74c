from datetime import date, datetime

from wian.circulars.models import Recipient
from wian.directory.queries import staff_of
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.responses.commands.submit import first_day, submit
from wian.responses.models import Signature, Submission
from wian.responses.refusals import DateAhead, DateTooEarly, NotTheHead
from wian.responses.rules import may_sign


@act
def sign_off(recipient: Recipient, *, by: Actor, at: datetime, seen: str | None = None) -> Submission:
    """Sign the unit's answer on screen and send it: the head, or who acts in the head's post.

    `seen` is the digest of what was on the screen (`submit.digest_of`).
    Raises NotTheHead, AnswerChanged, NothingToSign, NotInThatState.
    """
    if not may_sign(by, recipient):
        raise NotTheHead(title=by.title, unit=recipient.unit)
    on = clock.day_of(at)
    way = Signature.Way.SOLE if staff_of(recipient.unit_id, on=on) == 1 else Signature.Way.SCREEN
    submission = submit(recipient, way=way, seen=seen, by=by, at=at)
    Signature.objects.create(submission=submission, way=way, name=by.name, capacity=by.title, on=on)
    return submission


@act
def sign_on_paper(
    recipient: Recipient,
    *,
    name: str,
    capacity: str,
    on: date,
    by: Actor,
    at: datetime,
    seen: str | None = None,
) -> Submission:
    """Record that the answer was signed on paper, by whom, in which capacity and on which day, and send it.

    Raises DateAhead, DateTooEarly, AnswerChanged, NothingToSign, NotInThatState.
    """
    if on > clock.day_of(at):
        raise DateAhead
    if on < first_day(recipient):
        raise DateTooEarly
    way = Signature.Way.PAPER
    submission = submit(recipient, way=way, seen=seen, by=by, at=at)
    Signature.objects.create(submission=submission, way=way, name=name, capacity=capacity, on=on)
    return submission
