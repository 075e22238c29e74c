from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wian.asks.commands.move import hold
from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.nominate import Name, full, nominate
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.submit import digest_of, first_day, submit
from wian.responses.events import RecordedOnBehalf
from wian.responses.models import OnBehalfEntry, Submission
from wian.responses.refusals import AnswerChanged, DateAhead, DateTooEarly


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit told about one ask: names, or the reason why it has nothing to send."""

    names: Sequence[Name] = ()
    nothing: str = ""


@act
def record_on_behalf(
    recipient: Recipient,
    answers: Mapping[Obligation, Told],
    *,
    channel: str,
    informant: str,
    told_at: datetime,
    by: Actor,
    at: datetime,
    seen: str | None = None,
) -> Submission:
    """Write down the answer of a unit that came by telephone, LINE or paper, and submit it for the unit.

    It stands as recorded on behalf until the unit confirms it. `seen` is the digest of what the unit had typed when the page was opened.
    Raises DateAhead, DateTooEarly, AnswerChanged, QuotaFull, AlreadyNamed,
    NamesPresent, AnswerClosed, NothingToSign.
    """
    if clock.day_of(told_at) < first_day(recipient):
        raise DateTooEarly
    if told_at > at:
        raise DateAhead
    hold(recipient)
    if seen is not None and seen != digest_of(recipient):
        raise AnswerChanged(unit=recipient.unit)
    for obligation, told in answers.items():
        if obligation.max is not None and obligation.taken + len(told.names) > obligation.max:
            raise full(obligation)  # before any is added, so that the refusal names who was there
        for name in told.names:
            nominate(obligation, name, by=by, at=at)
        if told.nothing:
            respond_nil(obligation, reason=told.nothing, by=by, at=at)
    submission = submit(recipient, way="on_behalf", on_behalf=True, by=by, at=at)
    OnBehalfEntry.objects.create(
        submission=submission, channel=channel, informant=informant, told_at=told_at, recorded_by=by.office
    )
    record(
        RecordedOnBehalf(recipient=recipient.pk, channel=channel),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
    return submission
