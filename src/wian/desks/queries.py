"""What each person sees first."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import Progress, Row, matrix, progress_of, progress_of_each, requests_of
from wian.asks.states import OPEN, ObligationState
from wian.circulars.models import Circular, Recipient
from wian.circulars.queries import circulars_owned_by, circulars_read_by, recipients_answered_by
from wian.desks.models import Share
from wian.directory.models import OVERSEERS, STAFF, Role
from wian.directory.queries import staff_of
from wian.kit import clock
from wian.kit.actor import Actor
from wian.letters.models import Draft
from wian.letters.queries import SIGNERS, WRITERS
from wian.letters.queries.drafts import drafts_to_check, waiting_for
from wian.responses.queries import Answer, answers_of

EXEMPT = ObligationState.EXEMPT
# How many answers that need nothing more are shown; what is open is always shown.
SHOWN = 20
# How many of the units that ask for more time are named.
NAMED = 20
# How many units a page that is read in a minute lists; of the others it tells the number.
LISTED = 100


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign with how far it is."""

    circular: Circular
    progress: Progress


@dataclass(frozen=True, slots=True)
class Desk:
    """The work of one actor, in groups by what is to be done; the newest letter first in each."""

    papers_to_sign: tuple[Draft, ...] = ()
    papers_to_check: tuple[Draft, ...] = ()
    to_receive: tuple[Recipient, ...] = ()
    to_sign: tuple[Answer, ...] = ()
    to_confirm: tuple[Answer, ...] = ()
    returned: tuple[Answer, ...] = ()
    to_answer: tuple[Answer, ...] = ()
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
        papers_to_sign=tuple(waiting_for(actor)) if actor.is_any(*SIGNERS) else (),
        papers_to_check=tuple(drafts_to_check(actor)) if actor.is_any(*WRITERS) else (),
        to_receive=tuple(_for_information(actor)),
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
    if answer.is_presented:
        return "to_sign" if signs else "with_head"
    if answer.returned:
        return "returned"
    if alone and answer.ready and answer.is_complete:
        return "to_sign"
    return "to_answer" if answer.is_open else "answered"


def _letters(actor: Actor) -> list[Recipient]:
    addressed = recipients_answered_by(actor).filter(Exists(_asked()))
    owed = Obligation.objects.filter(recipient=OuterRef("pk"))
    waiting = Q(Exists(owed.filter(state__in=OPEN, ask__closed_at=None))) | Q(
        Exists(owed.filter(on_behalf=True))
    )
    return [*addressed.filter(waiting), *addressed.exclude(waiting)[:SHOWN]]


def _for_information(actor: Actor) -> QuerySet[Recipient]:
    """Letters that ask nothing and were not received yet; afterwards they stand in the register."""
    return recipients_answered_by(actor).filter(~Exists(_asked()), received_at=None)


def _asked() -> QuerySet[Ask]:
    """What the letter of a recipient asks."""
    return Ask.objects.filter(circular=OuterRef("circular"))


def _campaigns(circulars: QuerySet[Circular]) -> tuple[Campaign, ...]:
    shown = list(circulars.filter(Exists(Ask.objects.filter(circular=OuterRef("pk")))))
    progress = progress_of_each(shown)
    return tuple(Campaign(circular, progress[circular.pk]) for circular in shown)


@dataclass(frozen=True, slots=True)
class Standing:
    """A campaign for who has one minute: how far it is, what is to be decided, which units have yet to send.

    `rows` are the first of those units, each with what it owes; `missing` is how many there are. `requests` are the first of
    those who ask for more time. The rest are numbers of units.
    """

    progress: Progress
    rows: tuple[tuple[Row, list[Obligation]], ...]
    missing: int
    requests: tuple[ExtensionRequest, ...]
    asking: int
    to_accept: int
    returned: int


def standing_of(circular: Circular, *, at: datetime) -> Standing:
    """How one campaign stands, with the first of the units that have yet to send."""
    found = matrix(circular, at=at, show="waiting", size=LISTED)
    return Standing(
        progress_of(circular),
        tuple((row, lacking(row)) for row in found.rows),
        found.found,
        tuple(requests_of(circular)[:NAMED]),
        found.requests,
        found.counts["submitted"],
        found.counts["returned"],
    )


def lacking(row: Row) -> list[Obligation]:
    """What a unit has yet to send."""
    owed = [cell.obligation for cell in row.cells]
    return [one for one in owed if one.sent is None and not one.ask.closed_at and one.state != EXEMPT]


@dataclass(frozen=True, slots=True)
class Chased:
    """Whom a reminder is for: units whose date has passed; while there are none, those that have yet to send.

    `units` are the first of the `found`, each with what it owes; `dates` are those that passed or come next, by ask.
    """

    progress: Progress
    past: bool
    found: int
    units: tuple[tuple[str, tuple[Obligation, ...]], ...]
    dates: dict[Ask, datetime]


def chased_of(circular: Circular, *, at: datetime) -> Chased:
    """Whom a reminder about one campaign is for."""
    found = matrix(circular, at=at, show="overdue", size=LISTED)
    past = bool(found.found)
    if not past:
        found = matrix(circular, at=at, show="waiting", size=LISTED)

    def owes(row: Row) -> tuple[Obligation, ...]:
        return tuple(cell.obligation for cell in row.cells if cell.overdue) if past else tuple(lacking(row))

    units = tuple((row.recipient.unit.name, owes(row)) for row in found.rows)
    dates: dict[Ask, datetime] = {}
    for owed in (owed for _, owing in units for owed in owing):
        if owed.due_at and (past or owed.due_at >= at):
            dates[owed.ask] = min(owed.due_at, dates.get(owed.ask, owed.due_at))
    return Chased(progress_of(circular), past, found.found, units, dates)


def campaign_owned(circular: int, actor: Actor) -> Circular:
    """Door to a campaign for its owner. Raises Http404 for everyone else."""
    return get_object_or_404(circulars_owned_by(actor), pk=circular)


def working(at: datetime) -> Q:
    """The condition on links that `Share.works` states for one."""
    return Q(ended_at=None, expires_at__gte=at)


def shares_of(circular: Circular) -> QuerySet[Share]:
    """The links to a campaign's one page, those that work no more too; the newest first."""
    return Share.objects.filter(circular=circular).order_by("-pk")


def share_owned(share: int, actor: Actor) -> Share:
    """Door to a link for the owner of its campaign. Raises Http404 for everyone else."""
    rows = Share.objects.filter(circular__in=circulars_owned_by(actor).values("pk"))
    return get_object_or_404(rows.select_related("circular__letter"), pk=share)


def share_called(code: str, *, at: datetime) -> Share | None:
    """The link of that code for whoever holds it; None when it does not work, or never was."""
    rows = Share.objects.filter(working(at), code=code)
    return rows.select_related("circular__letter", "circular__initiative__owner__unit").first()
