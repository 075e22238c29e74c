"""Who hears what of the answers: the head that one awaits signature, the unit what became of it, the owner what came in.

What has been settled by the time it would be told is not told any more. What a unit does within itself is nobody's news.
"""

from collections.abc import Iterator, Mapping, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wian.asks.models import Obligation
from wian.asks.queries import EXAMPLE, facts_of, obligations_of, owed_facts
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.directory.queries import heads_of, holders_of, staff_in
from wian.kit import clock
from wian.kit.notices import Fact, Notice, Wording
from wian.ledger.models import Entry
from wian.responses.models import Return, Signature, Submission

SENT_EXAMPLE: dict[str, Fact] = {**EXAMPLE, "code": "7KQ2MX4B"}

PRESENTED = Wording(
    code="responses.presented",
    when=_("An answer awaits signature: to the head of the unit and to who acts for the head."),
    subject=_("To be signed, due {due}: {subject}"),
    body=_(
        "What was asked: {asks}\n"
        "Due: {due}\n"
        "Please read the answer, then sign and send it, on screen or on paper.\n"
        "Letter {number}, {subject}, to {unit}"
    ),
    example=EXAMPLE,
)
SUBMITTED = Wording(
    code="responses.submitted",
    when=_("An answer was signed and sent: to everybody who answers for the unit."),
    subject=_("Sent, proof {code}: {subject}"),
    body=_("Signed and sent: {asks}\nProof of submission: {code}\nLetter {number}, {subject}, to {unit}"),
    example=SENT_EXAMPLE,
)
CAME_IN = Wording(
    code="responses.came_in",
    when=_("An answer was sent: to the owner, on the site only."),
    subject=_("{unit} has sent its answer: {subject}"),
    body=_(
        "Sent: {asks}\n"
        "Please check whether it is complete. Proof of submission: {code}\n"
        "Letter {number}, {subject}"
    ),
    example=SENT_EXAMPLE,
)
TOLD = Wording(
    code="responses.recorded_on_behalf",
    when=_("The owner recorded an answer for a unit: to everybody who answers for it."),
    subject=_("Please confirm: {subject}"),
    body=_(
        "Recorded as {unit} told it: {asks}\n"
        "Please check it and confirm. If it is not right, call {contact}\n"
        "Letter {number}, {subject}"
    ),
    example=EXAMPLE,
)
RETURNED = Wording(
    code="responses.returned",
    when=_("An answer was sent back: to everybody who answers for the unit."),
    subject=_("Sent back for correction, letter {number}: {asks}"),
    body=_(
        "To be corrected: {remark}\n"
        "Please correct it, have it signed and send it again soon. Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}"
    ),
    example={**EXAMPLE, "remark": "โปรดระบุหมายเลขโทรศัพท์ของผู้ได้รับการเสนอชื่อ"},
)
ACCEPTED = Wording(
    code="responses.accepted",
    when=_("The owner found an answer complete: to everybody who answers for the unit."),
    subject=_("Complete: {asks}"),
    body=_("What {unit} sent is complete; there is nothing more to do for it.\nLetter {number}, {subject}"),
    example=EXAMPLE,
)
TAKEN_BACK = Wording(
    code="responses.taken_back",
    when=_("A unit took its answer back: to the owner."),
    subject=_("{unit} has taken its answer back: {subject}"),
    body=_(
        "It will be changed; please wait for what the unit sends next. Proof of submission: {code}\n"
        "Letter {number}, {subject}"
    ),
    example=SENT_EXAMPLE,
)
CORRECTED_FOR_UNIT = Wording(
    code="responses.corrected_for_unit",
    when=_("The owner put a slip right in what a unit had sent: to everybody who answers for the unit."),
    subject=_("A slip was put right: {asks}"),
    body=_(
        "The owner put a slip right in what {unit} sent.\n"
        "Please look at what was changed. If it is not right, call {contact}\n"
        "Letter {number}, {subject}"
    ),
    example=EXAMPLE,
)
FILLED_IN = Wording(
    code="responses.filled_in",
    when=_("The owner types in what a unit sent as a file: to the unit once a day, on the site only."),
    subject=_("Your file is being typed in: {asks}"),
    body=_(
        "The owner types in what {unit} sent as a file.\n"
        "Please look whether it is right. Questions: {contact}\n"
        "Letter {number}, {subject}"
    ),
    example=EXAMPLE,
)
CONFIRMED = Wording(
    code="responses.confirmed",
    when=_("A unit confirmed what was recorded for it: to the owner, on the site only."),
    subject=_("{unit} has confirmed: {subject}"),
    body=_("What was recorded for the unit is confirmed.\nLetter {number}, {subject}"),
    example=EXAMPLE,
)
Facts = Mapping[str, Fact]
NOTHING: Facts = {}
QUIET_WAYS = (Signature.Way.TAP, "on_behalf")  # a tap is no news; an entry on behalf is told as such


def presented(entry: Entry) -> Iterator[Notice]:
    for recipient in _recipients(pk=entry.fields["recipient"]):
        waiting = [
            row for row in obligations_of(recipient) if row.state == ObligationState.AWAITING_SIGNATURE
        ]
        for head in heads_of(recipient.unit_id, on=clock.day_of(entry.at)) if waiting else ():
            yield Notice(
                wording=PRESENTED,
                person=head.pk,
                unit=recipient.unit_id,
                url=reverse("responses:sign_off", args=[recipient.pk]),
                facts=_facts(recipient, waiting),
            )


def submitted(entry: Entry) -> Iterator[Notice]:
    if entry.fields["way"] in QUIET_WAYS:
        return
    for submission in Submission.objects.filter(pk=entry.fields["submission"]):
        for recipient in _recipients(pk=submission.recipient_id):
            sent = [row for row in obligations_of(recipient) if row.sent is not None]
            if not sent:
                continue
            proof = reverse("responses:proof", args=[submission.code])
            yield from _to_unit(SUBMITTED, entry, recipient, sent, url=proof, more={"code": submission.code})
            yield from _to_owner(CAME_IN, entry, recipient, sent, mails=False, more={"code": submission.code})


def recorded_on_behalf(entry: Entry) -> Iterator[Notice]:
    for recipient in _recipients(pk=entry.fields["recipient"]):
        if told := [row for row in obligations_of(recipient) if row.on_behalf]:
            yield from _to_unit(TOLD, entry, recipient, told)


def returned(entry: Entry) -> Iterator[Notice]:
    obligation = entry.fields["obligation"]
    for remark in Return.objects.filter(obligation=obligation, obligation__returned_at=entry.at, at=entry.at):
        yield from _of_one(RETURNED, entry, more={"remark": remark.remark})


def accepted(entry: Entry) -> Iterator[Notice]:
    if Obligation.objects.filter(pk=entry.fields["obligation"], state=ObligationState.ACCEPTED).exists():
        yield from _of_one(ACCEPTED, entry)


def taken_back(entry: Entry) -> Iterator[Notice]:
    for submission in Submission.objects.filter(pk=entry.fields["submission"]):
        for recipient in _recipients(pk=submission.recipient_id):
            if gone := [row for row in obligations_of(recipient) if row.sent is None]:
                yield from _to_owner(TAKEN_BACK, entry, recipient, gone, more={"code": submission.code})


def corrected_for_unit(entry: Entry) -> Iterator[Notice]:
    return _of_one(CORRECTED_FOR_UNIT, entry)


def filled_in(entry: Entry) -> Iterator[Notice]:
    """A file may hold many names: only the first that is typed in on a day is told."""
    before = Entry.objects.filter(about=entry.about, event=entry.event, seq__lt=entry.seq)
    last = before.order_by("-seq").first()
    if last is None or clock.day_of(last.at) != clock.day_of(entry.at):
        yield from _of_one(FILLED_IN, entry, mails=False)


def confirmed(entry: Entry) -> Iterator[Notice]:
    for recipient in _recipients(pk=entry.fields["recipient"]):
        yield from _to_owner(CONFIRMED, entry, recipient, obligations_of(recipient), mails=False)


def _of_one(wording: Wording, entry: Entry, *, mails: bool = True, more: Facts = NOTHING) -> Iterator[Notice]:
    """What became of the answer to one ask, for everybody who answers for the unit."""
    for owed in Obligation.objects.filter(pk=entry.fields["obligation"]).select_related("ask"):
        for recipient in _recipients(pk=owed.recipient_id):
            yield from _to_unit(wording, entry, recipient, [owed], mails=mails, more=more)


def _to_unit(
    wording: Wording,
    entry: Entry,
    recipient: Recipient,
    owed: Sequence[Obligation],
    *,
    url: str = "",
    mails: bool = True,
    more: Facts = NOTHING,
) -> Iterator[Notice]:
    for person in staff_in([recipient.unit_id], on=clock.day_of(entry.at))[recipient.unit_id]:
        yield Notice(
            wording=wording,
            person=person,
            unit=recipient.unit_id,
            url=url or reverse("responses:answer", args=[recipient.pk]),
            facts={**_facts(recipient, owed), **more},
            mails=mails,
        )


def _to_owner(
    wording: Wording,
    entry: Entry,
    recipient: Recipient,
    owed: Sequence[Obligation],
    *,
    mails: bool = True,
    more: Facts = NOTHING,
) -> Iterator[Notice]:
    """Leads to the unit's row of the tracking table."""
    owner = recipient.circular.initiative.owner
    for person in holders_of(owner.pk, on=clock.day_of(entry.at)):
        yield Notice(
            wording=wording,
            person=person,
            unit=owner.unit_id,
            post=owner.pk,
            url=f"{reverse('asks:matrix', args=[recipient.circular_id])}#unit-{recipient.pk}",
            facts={**_facts(recipient, owed), **more},
            mails=mails,
        )


def _facts(recipient: Recipient, owed: Sequence[Obligation]) -> dict[str, Fact]:
    return {**facts_of(recipient.circular), **owed_facts(recipient.unit, owed)}


def _recipients(*, pk: int) -> QuerySet[Recipient]:
    rows = Recipient.objects.select_related("unit", "circular__letter", "circular__initiative__owner__unit")
    return rows.filter(pk=pk)
