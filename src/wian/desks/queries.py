"""What each person sees first."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from wian.asks.models import Ask, Obligation
from wian.asks.queries import Progress, progress_of_each
from wian.asks.states import OPEN
from wian.circulars.models import Circular, Recipient
from wian.circulars.queries import circulars_owned_by, circulars_read_by, recipients_answered_by
from wian.directory.models import OVERSEERS, STAFF, Role
from wian.directory.queries import staff_of
from wian.kit import clock
from wian.kit.actor import Actor
from wian.responses.queries import Answer, answers_of

# How many answers that need nothing more are shown; what is open is always shown.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign with how far it is."""

    circular: Circular
    progress: Progress


@dataclass(frozen=True, slots=True)
class Desk:
    """The work of one actor, in groups by what is to be done; the newest letter first in each."""

    to_sign: tuple[Answer, ...] = ()
    to_confirm: tuple[Answer, ...] = ()
    to_answer: tuple[Answer, ...] = ()
    elsewhere: tuple[Answer, ...] = ()
    with_head: tuple[Answer, ...] = ()
    answered: tuple[Answer, ...] = ()
    owned: tuple[Campaign, ...] = ()
    followed: tuple[Campaign, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, group) for group in self.__slots__)


def desk_of(actor: Actor, *, at: datetime, offices: Collection[Actor] = ()) -> Desk:
    """What waits for the actor. `offices` are all their capacities: who also acts for the head sees what to sign."""
    return Desk(
        **(_answers(actor, offices or [actor], at) if actor.is_any(*STAFF) else {}),
        owned=_campaigns(circulars_owned_by(actor)) if actor.is_any(Role.OWNER) else (),
        followed=_campaigns(circulars_read_by(actor)) if actor.is_any(*OVERSEERS, Role.AUDITOR) else (),
    )


def _answers(actor: Actor, offices: Collection[Actor], at: datetime) -> dict[str, tuple[Answer, ...]]:
    """The unit's letters by what is to be done with each."""
    signs = any(office.unit == actor.unit and office.is_any(Role.HEAD) for office in offices)
    alone = signs and staff_of(actor.unit or 0, on=clock.day_of(at)) == 1
    groups: dict[str, list[Answer]] = {}
    for answer in answers_of(_letters(actor), at=at):
        groups.setdefault(_group(answer, signs=signs, alone=alone), []).append(answer)
    return {name: tuple(answers) for name, answers in groups.items()}


def _group(answer: Answer, *, signs: bool, alone: bool) -> str:
    if answer.to_confirm:
        return "to_confirm"
    if not answer.answerable:
        return "elsewhere"
    if answer.is_presented:
        return "to_sign" if signs else "with_head"
    if alone and answer.is_ready:
        return "to_sign"
    return "to_answer" if answer.is_open else "answered"


def _letters(actor: Actor) -> list[Recipient]:
    addressed = recipients_answered_by(actor)
    owed = Obligation.objects.filter(recipient=OuterRef("pk"), ask__kind__in=Ask.ANSWERABLE)
    waiting = (
        (Q(received_at=None) & ~Q(Exists(owed)))
        | Q(Exists(owed.filter(state__in=OPEN)))
        | Q(Exists(owed.filter(on_behalf=True)))
    )
    return [*addressed.filter(waiting), *addressed.exclude(waiting)[:SHOWN]]


def _campaigns(circulars: QuerySet[Circular]) -> tuple[Campaign, ...]:
    shown = list(circulars)
    progress = progress_of_each(shown)
    return tuple(Campaign(circular, progress[circular.pk]) for circular in shown)
