from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from saraban.words import person_key
from wian.asks.commands.move import take_seat
from wian.asks.models import Obligation
from wian.circulars.queries import contact_of
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.begin import begin_changed
from wian.responses.commands.save_draft import Typed, forget_draft
from wian.responses.events import Nominated
from wian.responses.models import Nomination
from wian.responses.queries import names_of
from wian.responses.refusals import AlreadyNamed, QuotaFull

FORM = "name"  # of the drafts for the next person


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A complete name as a unit gives it. `post` holds post and level in one ("นักวิชาการคลังชำนาญการ")."""

    title: str = ""
    given_name: str
    family_name: str
    post: str
    phone: str
    email: str = ""
    reason: str = ""

    @property
    def full(self) -> str:
        return f"{self.title}{self.given_name} {self.family_name}"


@act
def nominate(
    obligation: Obligation,
    name: Name,
    *,
    typed: Mapping[str, Typed] | None = None,
    by: Actor,
    at: datetime,
) -> Nomination:
    """Name a person; a place is taken with it. Raises QuotaFull, AlreadyNamed, AnswerClosed, AskClosed.

    Answering a letter that was not received yet receives it. What the unit had drafted for this name is done with.
    """
    is_first = take_place(obligation, by=by, at=at)
    nomination = _name(obligation, name, by=by, at=at)
    if not is_first:
        forget_draft(obligation, FORM, typed, by=by)
    return nomination


@act
def nominate_all(obligation: Obligation, names: Iterable[Name], *, by: Actor, at: datetime) -> None:
    """Name several people at once: all of them, or nobody. What somebody is typing meanwhile stays drafted.

    Raises QuotaFull, AlreadyNamed, AnswerClosed, AskClosed.
    """
    for name in names:
        take_place(obligation, by=by, at=at)
        _name(obligation, name, by=by, at=at)


def take_place(obligation: Obligation, *, by: Actor, at: datetime) -> bool:
    """Take one of the unit's places, and open its answer with it. True: nothing was ever in, not even a draft.

    The place's UPDATE holds the obligation's row, so nothing else need be held before. Raises QuotaFull, AnswerClosed, AskClosed.
    """
    if not take_seat(obligation):
        raise full(obligation)
    return begin_changed(obligation, by=by, at=at)


def _name(obligation: Obligation, name: Name, *, by: Actor, at: datetime) -> Nomination:
    try:
        with transaction.atomic():
            nomination = Nomination.objects.create(
                response_id=obligation.pk,
                person_key=person_key(name.given_name, name.family_name),
                added_at=at,
                **asdict(name),
            )
    except IntegrityError as twice:
        raise AlreadyNamed(
            name=f"{name.given_name} {name.family_name}", unit=obligation.recipient.unit
        ) from twice
    record(
        Nominated(obligation=obligation.pk, nomination=nomination.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
    return nomination


def full(obligation: Obligation) -> QuotaFull:
    """The refusal that says who holds the places, and whom to call about another."""
    return QuotaFull(
        unit=obligation.recipient.unit,
        max=obligation.max,
        names=", ".join(map(str, names_of(obligation))),
        contact=contact_of(obligation.recipient.circular),
    )
