"""Doors and reads of circulars."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from wian.circulars.models import Circular, Recipient
from wian.circulars.states import CircularState
from wian.directory.models import STAFF, Role
from wian.initiatives.queries import readable_by
from wian.kit.actor import Actor
from wian.kit.templatetags.kit import date_time, thai_date
from wian.letters.models import Letter
from wian.letters.queries import WRITERS

SENT = CircularState.DISPATCHED


def circulars_read_by(actor: Actor) -> QuerySet[Circular]:
    """Circulars whose whole campaign the actor may follow: owner, overseers, auditor."""
    rows = Circular.objects.filter(readable_by(actor, "initiative__"))
    return rows.select_related("letter__source", "initiative__owner__unit").order_by("-pk")


def circulars_owned_by(actor: Actor) -> QuerySet[Circular]:
    """Circulars that the actor runs; another owner's are not among them."""
    owned = actor.post if actor.is_any(Role.OWNER) else None
    return circulars_read_by(actor).filter(initiative__owner=owned)


def recipients_answered_by(actor: Actor) -> QuerySet[Recipient]:
    """What has been sent to the actor's own unit, for those who answer there."""
    unit = actor.unit if actor.is_any(*STAFF) else None
    return _recipients(Q(unit=unit, circular__state=SENT)).order_by("-circular__dispatched_at", "-pk")


def recipients_read_by(actor: Actor) -> QuerySet[Recipient]:
    """What has been sent to the actor's own unit, and all recipients of the campaigns that the actor may follow."""
    mine = Q(pk__in=recipients_answered_by(actor).values("pk"))
    return _recipients(mine | readable_by(actor, "circular__initiative__"))


def letter_of(circular: int, actor: Actor) -> Circular:
    """Door to a circular's letter: whoever follows the campaign or wrote it, and every unit it was sent to. Raises Http404."""
    mine = recipients_answered_by(actor).values("circular")
    reads = readable_by(actor, "initiative__") | written_by(actor, "letter__") | Q(pk__in=mine)
    rows = Circular.objects.filter(reads)
    return get_object_or_404(rows.select_related("letter__source", "initiative__owner__unit"), pk=circular)


def written_by(actor: Actor, prefix: str = "") -> Q:
    """The condition on a letter (at `prefix`, such as "letter__") that the actor's unit issued it, for those who write its letters."""
    units = [actor.unit] if actor.unit and actor.is_any(*WRITERS) else []
    return Q(**{f"{prefix}issue__unit__in": units})


def campaign_read(circular: int, actor: Actor) -> Circular:
    """Door to a whole campaign, for those who follow it. Raises Http404 for everyone else, the units among them."""
    return get_object_or_404(circulars_read_by(actor), pk=circular)


def recipient_answered(recipient: int, actor: Actor) -> Recipient:
    """Door for the unit that answers. Raises Http404 for everyone else."""
    return get_object_or_404(recipients_answered_by(actor), pk=recipient)


def recipient_read(recipient: int, actor: Actor) -> Recipient:
    """Door for the unit that answers, and for those who follow the campaign. Raises Http404 for everyone else."""
    return get_object_or_404(recipients_read_by(actor), pk=recipient)


def recipient_owned(recipient: int, actor: Actor) -> Recipient:
    """Door for the owner of the circular. Raises Http404 for everyone else."""
    owned = circulars_owned_by(actor).values("pk")
    return get_object_or_404(_recipients(Q(circular__in=owned)), pk=recipient)


def _recipients(condition: Q) -> QuerySet[Recipient]:
    return Recipient.objects.filter(condition).select_related(
        "unit", "circular__letter__source", "circular__initiative__owner__unit"
    )


def circular_of_letter(letter: Letter) -> Circular | None:
    """The circular that the letter was sent round as, if it was."""
    return Circular.objects.filter(letter=letter).first()


def circular_called(code: str) -> Circular | None:
    """The circular of the letter on whose paper that code stands, as a QR; for whoever scans it."""
    rows = Circular.objects.filter(letter__draft__code=code, state=SENT)
    return rows.select_related("initiative__owner").first()


def contact_of(circular: Circular) -> str:
    """Whom a unit calls about the circular: name and phone as the letter gives them, else the owner's unit."""
    unit = circular.initiative.owner.unit
    return f"{circular.contact_name or unit.name} {circular.contact_phone or unit.phone}".strip()


def title_of(circular: Circular, at: datetime) -> list[str]:
    """What stands above a table that leaves the site: letter, subject, and when it was drawn."""
    letter = circular.letter
    drawn = _("As of %(time)s") % {"time": date_time(at)}
    return [f"{letter.number} {thai_date(letter.date)}".strip(), letter.subject, drawn]


# From what is no blank to before a blank line.
PARAGRAPH = re.compile(r"\S(?:(?!\n[^\S\n]*\n).)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words of a letter: where it begins in the text, and whether it is what is pointed at."""

    text: str
    at: int
    marked: bool


def paragraphs_of(text: str, start: int = 0, end: int = 0) -> Iterator[list[Words]]:
    """A letter's text by paragraphs, the code points from `start` up to `end` marked."""
    for paragraph in PARAGRAPH.finditer(text):
        first, last = paragraph.span()
        cuts = sorted({first, last} | {cut for cut in (start, end) if first < cut < last})
        yield [Words(text[at:to], at, start <= at < end) for at, to in pairwise(cuts)]
