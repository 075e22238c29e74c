"""Who hears what of the asks: the units what they owe and by when, the owner that a unit asks for more time.

What has been settled by the time it would be told is not told any more. Four or five statements, however many units.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wian.asks.models import Exemption, ExtensionRequest, Obligation, Reminder
from wian.asks.queries import EXAMPLE, facts_of, owed_facts, still_owed
from wian.asks.queries.matrix import WAITING
from wian.asks.rules import is_overdue
from wian.asks.states import ObligationState
from wian.circulars.models import Circular, Recipient
from wian.directory.queries import holders_of, staff_in
from wian.kit import clock
from wian.kit.notices import Fact, Notice, Wording
from wian.ledger.models import Entry

LAUNCHED = Wording(
    code="asks.launched",
    when=_("A letter is sent round: to everybody who answers in the units that it is addressed to."),
    subject=_("New letter {number}: {subject}"),
    body=_(
        "What is asked: {asks}\n"
        "Due: {due}\n"
        "Please receive it and prepare the answer. Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}"
    ),
    example=EXAMPLE,
)
EXTENDED = Wording(
    code="asks.extended",
    when=_("A date was moved on: to the units that it moves for and that have yet to send."),
    subject=_("More time, until {due}: {subject}"),
    body=_(
        "New date: {due}\n"
        "Still to be sent: {asks}\n"
        "Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}"
    ),
    example=EXAMPLE,
)
TIME_ASKED = Wording(
    code="asks.time_asked",
    when=_("A unit asks for more time: to the owner."),
    subject=_("{unit} asks for time until {due}"),
    body=_(
        "Reason: {reason}\n"
        "Please decide: grant it for this unit, for all units, or not.\n"
        "Letter {number}, {subject}"
    ),
    example={**EXAMPLE, "reason": "เจ้าหน้าที่ผู้รับผิดชอบไปราชการ"},
)
TIME_REFUSED = Wording(
    code="asks.time_refused",
    when=_("More time was not granted: to the unit that asked for it."),
    subject=_("No more time, still due {due}: {subject}"),
    body=_(
        "Remark: {remark}\n"
        "Still to be sent: {asks}\n"
        "Due: {due}\n"
        "Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}"
    ),
    example={**EXAMPLE, "remark": "ต้องเสนอที่ประชุมตามกำหนดเดิม"},
)
EXEMPTED = Wording(
    code="asks.exempted",
    when=_("A unit was exempted: to that unit."),
    subject=_("Exempt: {asks}"),
    body=_(
        "{unit} need not send what it has not sent yet.\n"
        "Reason: {reason}\n"
        "Questions: {contact}\n"
        "Letter {number}, {subject}"
    ),
    example={**EXAMPLE, "reason": "ไม่มีงานบริการประชาชนในความรับผิดชอบโดยตรง"},
)
EXEMPTION_ENDED = Wording(
    code="asks.exemption_ended",
    when=_("An exemption was ended: to the unit, which has to answer after all."),
    subject=_("To be sent after all, by {due}: {asks}"),
    body=_("{unit} is no longer exempt.\nDue: {due}\nQuestions: {contact}\nLetter {number}, {subject}"),
    example=EXAMPLE,
)
CLOSED = Wording(
    code="asks.closed",
    when=_("Answers to an ask are no longer taken: to the units that have not sent one."),
    subject=_("Closed, not sent: {asks}"),
    body=_(
        "Answers are no longer taken, and {unit} has not sent one.\n"
        "What was typed is kept. To send it all the same, call {contact}\n"
        "Letter {number}, {subject}"
    ),
    example=EXAMPLE,
)
REOPENED = Wording(
    code="asks.reopened",
    when=_("Answers to an ask are taken again: to the units that have not sent one."),
    subject=_("Open again: {asks}"),
    body=_(
        "Answers are taken again, and {unit} has yet to send one.\n"
        "Due: {due}\n"
        "Questions: {contact}\n"
        "Letter {number}, {subject}"
    ),
    example=EXAMPLE,
)
REMINDED = Wording(
    code="asks.reminded",
    when=_("The owner reminds units before the date: to those that have yet to send."),
    subject=_("Reminder, due {due}: {subject}"),
    body=_(
        "Still to be sent: {asks}\n"
        "Due: {due}\n"
        "Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}\n"
        "{note}"
    ),
    example={**EXAMPLE, "note": "ที่ประชุมจะพิจารณาในสัปดาห์หน้า"},
)
REMINDED_OVERDUE = Wording(
    code="asks.reminded_overdue",
    when=_("The owner reminds units: to those that are past their date."),
    subject=_("Overdue since {due}: {subject}"),
    body=_(
        "Still to be sent: {asks}\n"
        "It was due: {due}\n"
        "Please send it now, or ask for more time. Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}\n"
        "{note}"
    ),
    example={**EXAMPLE, "note": "ที่ประชุมจะพิจารณาในสัปดาห์หน้า"},
)


def launched(entry: Entry) -> Iterator[Notice]:
    circular = entry.fields["circular"]
    return _to_units(LAUNCHED, entry, Obligation.objects.filter(ask__circular=circular), page="asks:receive")


def extended(entry: Entry) -> Iterator[Notice]:
    facts = entry.fields
    moved = still_owed(ask__in=facts["asks"], due_at=datetime.fromisoformat(facts["until"]))
    return _to_units(EXTENDED, entry, moved.filter(recipient__in=facts["units"]) if facts["units"] else moved)


def time_asked(entry: Entry) -> Iterator[Notice]:
    for asked in _requests(entry).filter(granted=None, asked_at=entry.at):
        recipient = asked.recipient
        owner = recipient.circular.initiative.owner
        for person in holders_of(owner.pk, on=clock.day_of(entry.at)):
            yield Notice(
                wording=TIME_ASKED,
                person=person,
                unit=owner.unit_id,
                post=owner.pk,
                url=reverse("asks:decide", args=[asked.pk]),
                facts={
                    **facts_of(recipient.circular),
                    **owed_facts(recipient.unit, still_owed(recipient=recipient).select_related("ask")),
                    "due": asked.until,
                    "reason": asked.reason,
                },
            )


def time_refused(entry: Entry) -> Iterator[Notice]:
    for asked in _requests(entry).filter(granted=False, decided_at=entry.at):
        owed = still_owed(recipient=asked.recipient_id)
        yield from _to_units(TIME_REFUSED, entry, owed, remark=asked.remark)


def exempted(entry: Entry) -> Iterator[Notice]:
    owed = Obligation.objects.filter(pk=entry.fields["obligation"])
    for exemption in Exemption.objects.filter(obligation__in=owed, at=entry.at, ended_at=None):
        yield from _to_units(EXEMPTED, entry, owed, reason=exemption.reason)


def exemption_ended(entry: Entry) -> Iterator[Notice]:
    return _to_units(
        EXEMPTION_ENDED, entry, Obligation.objects.filter(WAITING, pk=entry.fields["obligation"])
    )


def closed(entry: Entry) -> Iterator[Notice]:
    unsent = Obligation.objects.filter(ask=entry.fields["ask"], sent=None).exclude(ask__closed_at=None)
    return _to_units(CLOSED, entry, unsent.exclude(state=ObligationState.EXEMPT))


def reopened(entry: Entry) -> Iterator[Notice]:
    return _to_units(REOPENED, entry, Obligation.objects.filter(WAITING, ask=entry.fields["ask"]))


def reminded(entry: Entry) -> Iterator[Notice]:
    """Told to those that have yet to send when it is told."""
    for reminder in Reminder.objects.filter(pk=entry.fields["reminder"]):
        owed = Obligation.objects.filter(WAITING, recipient__in=reminder.recipients)
        yield from _to_units(REMINDED, entry, owed, overdue=REMINDED_OVERDUE, note=reminder.note)


def _to_units(
    wording: Wording,
    entry: Entry,
    owed: QuerySet[Obligation],
    *,
    overdue: Wording | None = None,
    page: str = "responses:answer",
    **more: Fact,
) -> Iterator[Notice]:
    """A notice of `owed`, all of one letter, for everybody who answers for its units; in the words `overdue` where it is that."""
    mine: dict[int, list[Obligation]] = defaultdict(list)
    for row in owed.select_related("ask").order_by("ask__order"):
        mine[row.recipient_id].append(row)
    recipients = list(Recipient.objects.filter(pk__in=mine).select_related("unit"))
    if not recipients:
        return
    circular = Circular.objects.select_related("letter", "initiative__owner__unit").get(
        pk=recipients[0].circular_id
    )
    whole = {**facts_of(circular), **more}
    people = staff_in({recipient.unit_id for recipient in recipients}, on=clock.day_of(entry.at))
    for recipient in recipients:
        rows = mine[recipient.pk]
        late = [row for row in rows if is_overdue(row, entry.at)] if overdue else []
        rows = late or rows  # nothing is called overdue that is not
        facts = {**whole, **owed_facts(recipient.unit, rows)}
        url = reverse(page, args=[recipient.pk])
        for person in people[recipient.unit_id]:
            yield Notice(
                wording=overdue if overdue and late else wording,
                person=person,
                unit=recipient.unit_id,
                url=url,
                facts=facts,
            )


def _requests(entry: Entry) -> QuerySet[ExtensionRequest]:
    rows = ExtensionRequest.objects.filter(recipient=entry.fields["recipient"])
    return rows.select_related(
        "recipient__unit", "recipient__circular__letter", "recipient__circular__initiative__owner__unit"
    )
