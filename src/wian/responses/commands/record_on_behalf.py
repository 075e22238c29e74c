from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wian.asks.commands.move import hold, set_whole
from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.begin import begin
from wian.responses.commands.nominate import Name, full, nominate
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.save_draft import write_text
from wian.responses.commands.submit import digest_of, first_day, submit
from wian.responses.events import RecordedOnBehalf
from wian.responses.models import OnBehalfEntry, Submission
from wian.responses.refusals import AnswerChanged, DateAhead, DateTooEarly


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit told about one ask: names, projects, a text, that it has taken note, or why it has nothing to send."""

    names: Sequence[Name] = ()
    projects: Sequence[Project] = ()
    text: str = ""
    noted: bool = False
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
    What the unit has ready goes along, as the page says; what is not answered yet stays open. Whether it is late is judged
    by when the unit told it. Raises DateAhead, DateTooEarly, AnswerChanged, QuotaFull, AlreadyNamed,
    EndsBeforeStart, LongerThanAYear, SomethingIn, AnswerClosed, AskClosed, NothingToSign.
    """
    if clock.day_of(told_at) < first_day(recipient):
        raise DateTooEarly
    if told_at > at:
        raise DateAhead
    hold(recipient)
    if seen is not None and seen != digest_of(recipient):
        raise AnswerChanged(unit=recipient.unit)
    for obligation, told in answers.items():
        items = len(told.names) + len(told.projects)
        if obligation.max is not None and obligation.taken + items > obligation.max:
            raise full(obligation)  # before any is added, so that the refusal names who was there
        for name in told.names:
            nominate(obligation, name, by=by, at=at)
        for project in told.projects:
            propose(obligation, project, by=by, at=at)
        if told.text:
            write_text(obligation, told.text, by=by, at=at)
        if told.noted:
            begin(obligation, by=by, at=at)
            set_whole(obligation, there=True)
        if told.nothing:
            respond_nil(obligation, reason=told.nothing, by=by, at=at)
    submission = submit(recipient, way="on_behalf", on_behalf=True, given_at=told_at, by=by, at=at)
    # Whoever wrote it down has seen it: the unit does not take it back, it says what is wrong.
    Obligation.objects.filter(recipient=recipient, on_behalf=True).update(opened_at=at)
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
