"""Who hears what of a letter that is sent for information: its units that it came, its sender that a unit does not take it.

Of a letter that no longer holds every unit hears that it was sent to, whatever it was sent for.
"""

from collections.abc import Callable, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wian.circulars.models import Circular, Recipient
from wian.circulars.queries import SENT as SENT_OUT
from wian.circulars.queries import contact_of
from wian.circulars.states import Outcome
from wian.directory.queries import holders_of, staff_in
from wian.kit import clock
from wian.kit.notices import Fact, Notice, Wording
from wian.ledger.models import Entry

EXAMPLE: dict[str, Fact] = {
    "unit": "กองการคลังและพัสดุ",
    "subject": "การดูแลต้นไม้ใหญ่ในสถานที่ราชการ",
    "number": "บช ๐๓๐๕/ว ๑๒",
    "contact": "สถาบันนวัตกรรมบริการ ๐ ๒๕๕๕ ๐๑๐๐",
}
SENT = Wording(
    code="circulars.sent",
    when=_(
        "A letter is sent for information: to everybody who answers in the units that it is addressed to."
    ),
    subject=_("For information, letter {number}: {subject}"),
    body=_(
        "Please receive it. Nothing has to be sent back.\n"
        "Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}"
    ),
    example=EXAMPLE,
)
REJECTED = Wording(
    code="circulars.letter_rejected",
    when=_("A unit does not take a letter on: to who sent it."),
    subject=_("{unit} does not take the letter on: {subject}"),
    body=_("Reason: {reason}\nLetter {number}, {subject}"),
    example={**EXAMPLE, "reason": "เป็นหน้าที่ของกองอื่น"},
)
INVALID = Wording(
    code="circulars.letter_called_invalid",
    when=_("A unit says that a letter is faulty: to who sent it."),
    subject=_("{unit} says that the letter is faulty: {subject}"),
    body=_("Reason: {reason}\nLetter {number}, {subject}"),
    example={**EXAMPLE, "reason": "สิ่งที่ส่งมาด้วยไม่ครบ"},
)

SUPERSEDED = Wording(
    code="circulars.letter_superseded",
    when=_("A letter no longer holds: to everybody who answers in the units that it was sent to."),
    subject=_("No longer holds, letter {number}: {subject}"),
    body=_(
        "The letter was replaced or cancelled. Open it to see what holds now, before you go on by it.\n"
        "Questions: {contact}\n"
        "Letter {number}, {subject}, to {unit}"
    ),
    example=EXAMPLE,
)


def sent(entry: Entry) -> Iterator[Notice]:
    circulars = Circular.objects.select_related("letter", "initiative__owner__unit")
    circular = circulars.filter(pk=entry.fields["circular"]).first()
    if circular is None:
        return
    waiting = circular.recipients.filter(received_at=None)
    yield from _to_units(SENT, waiting, entry, url=lambda one: reverse("asks:receive", args=[one.pk]))


def superseded(entry: Entry) -> Iterator[Notice]:
    recipients = Recipient.objects.filter(circular__letter=entry.fields["letter"], circular__state=SENT_OUT)
    yield from _to_units(
        SUPERSEDED, recipients, entry, url=lambda one: reverse("circulars:letter", args=[one.circular_id])
    )


def _to_units(
    wording: Wording, rows: QuerySet[Recipient], entry: Entry, *, url: Callable[[Recipient], str]
) -> Iterator[Notice]:
    recipients = list(rows.select_related("unit", "circular__letter", "circular__initiative__owner__unit"))
    people = staff_in({recipient.unit_id for recipient in recipients}, on=clock.day_of(entry.at))
    for recipient in recipients:
        circular = recipient.circular
        facts = {**_facts(circular), "unit": recipient.unit.name, "contact": contact_of(circular)}
        for person in people[recipient.unit_id]:
            yield Notice(
                wording=wording, person=person, unit=recipient.unit_id, url=url(recipient), facts=facts
            )


def letter_rejected(entry: Entry) -> Iterator[Notice]:
    return _to_sender(REJECTED, Outcome.REJECTED, entry)


def letter_called_invalid(entry: Entry) -> Iterator[Notice]:
    return _to_sender(INVALID, Outcome.INVALID, entry)


def _to_sender(wording: Wording, outcome: Outcome, entry: Entry) -> Iterator[Notice]:
    """Told while it stands as it was said."""
    rows = Recipient.objects.filter(pk=entry.fields["recipient"], outcome=outcome, outcome_at=entry.at)
    for recipient in rows.select_related("unit", "circular__letter", "circular__initiative__owner__unit"):
        circular = recipient.circular
        owner = circular.initiative.owner
        for person in holders_of(owner.pk, on=clock.day_of(entry.at)):
            yield Notice(
                wording=wording,
                person=person,
                unit=owner.unit_id,
                post=owner.pk,
                url=reverse("circulars:recipients", args=[circular.pk]) + f"?show={outcome}",
                facts={
                    **_facts(circular),
                    "unit": recipient.unit.name,
                    "contact": contact_of(circular),
                    "reason": recipient.outcome_reason,
                },
            )


def _facts(circular: Circular) -> dict[str, Fact]:
    return {"subject": circular.letter.subject, "number": circular.letter.number or "–"}
