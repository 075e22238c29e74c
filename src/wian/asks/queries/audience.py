"""Who hears when something is told to units, and how far a telling gets."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from saraban.numerals import to_thai
from wian.asks.models import Ask, Obligation, Reminder
from wian.asks.queries.matrix import WAITING, overdue
from wian.circulars.models import Circular, Recipient
from wian.circulars.queries import contact_of
from wian.directory.models import STAFF, Person, Unit
from wian.directory.queries import holdings_on, whom_to_call
from wian.kit import clock
from wian.kit.notices import Fact
from wian.outbox.models import Preference

# What `facts_of` and `owed_facts` say, for those who edit the words of notices.
EXAMPLE: dict[str, Fact] = {
    "unit": "กองการคลังและพัสดุ",
    "subject": "การขับเคลื่อนบริการประชาชนยุคใหม่",
    "number": "บช ๐๓๐๕.๒/ว ๐๔๑๘",
    "asks": "คัดเลือกข้าราชการรุ่นใหม่ (๒ คน)",
    "due": clock.end_of(date(2026, 11, 21)),
    "contact": "สถาบันนวัตกรรมบริการ ๐ ๒๕๕๕ ๐๑๐๐",
}
NONE = "–"  # for a letter without a number, an ask without a date
# So many units to telephone are listed; the rest are counted.
CALLS = 100


@dataclass(frozen=True, slots=True)
class Audience:
    """Those who answer for `units` units: so many people, `by_mail` of them get e-mails, `without_address` never could.

    `quiet` units have nobody who gets e-mails; `to_call` are the first of them, each with the person to telephone.
    """

    units: int
    people: int
    by_mail: int
    without_address: int
    quiet: int
    to_call: tuple[tuple[Unit, Person | None], ...]

    @property
    def not_listed(self) -> int:
        return self.quiet - len(self.to_call)


def audience_of(units: Collection[int], *, on: date) -> Audience:
    """Who would hear on that day what is told to these units. Four statements, however many units."""
    staff = holdings_on(on).filter(post__unit__in=units, post__roles__role__in=STAFF)
    held = list(staff.values_list("post__unit", "person", "person__email").distinct())
    never = set(Preference.objects.filter(mail=Preference.Mail.NEVER).values_list("person", flat=True))
    mailed = {person for _unit, person, email in held if settings.MAIL and email and person not in never}
    quiet = sorted(set(units).difference(unit for unit, person, _email in held if person in mailed))
    listed = list(Unit.objects.filter(pk__in=quiet).order_by("path")[:CALLS])
    call = whom_to_call([unit.pk for unit in listed], on=on) if listed else {}
    return Audience(
        units=len(units),
        people=len({person for _unit, person, _email in held}),
        by_mail=len(mailed),
        without_address=len({person for _unit, person, email in held if not email}),
        quiet=len(quiet),
        to_call=tuple((unit, call.get(unit.pk)) for unit in listed),
    )


def unstaffed(circular: Circular, *, on: date) -> QuerySet[Unit]:
    """The recipients' units for which nobody answers on that day."""
    staff = holdings_on(on).filter(post__unit=OuterRef("pk"), post__roles__role__in=STAFF)
    units = Recipient.objects.filter(circular=circular).values("unit")
    return Unit.objects.filter(~Exists(staff), pk__in=units).order_by("path")


def to_remind(circular: Circular, to: str, *, at: datetime) -> QuerySet[Recipient]:
    """The recipients that a reminder of that kind (Reminder.To) is for: they owe something that they have not sent."""
    owed = Obligation.objects.filter(WAITING, recipient=OuterRef("pk"))
    if to == Reminder.To.OVERDUE:
        owed = owed.filter(overdue(at))
    rows = Recipient.objects.filter(Exists(owed), circular=circular)
    return rows.filter(received_at=None) if to == Reminder.To.NOT_RECEIVED else rows


def last_reminder(circular: Circular) -> Reminder | None:
    return Reminder.objects.filter(circular=circular).order_by("-at", "-pk").first()


def facts_of(circular: Circular) -> dict[str, Fact]:
    """What every notice about a letter says of it. Reads the letter and the owner's unit: select_related them."""
    letter = circular.letter
    return {"subject": letter.subject, "number": letter.number or NONE, "contact": contact_of(circular)}


def owed_facts(unit: Unit, owed: Collection[Obligation]) -> dict[str, Fact]:
    """What a notice says of what a unit owes: what, in the letter's words, and by when the first of it is due."""
    due: Fact = min((row.due_at for row in owed if row.due_at), default=NONE)
    return {"unit": unit.name, "asks": in_words(owed), "due": due}


def in_words(owed: Iterable[Obligation]) -> str:
    """What is owed on one line, in the letter's words; how many people it asks for in official Thai whatever the screen's language."""
    return "; ".join(f"{row.ask.what}{_people(row)}" for row in owed)


def _people(owed: Obligation) -> str:
    if owed.ask.kind != Ask.Kind.NOMINATE:
        return ""
    if owed.max is None:
        return to_thai(f" (อย่างน้อย {owed.min} คน)")
    return to_thai(f" ({owed.max} คน)" if owed.min == owed.max else f" ({owed.min}–{owed.max} คน)")
