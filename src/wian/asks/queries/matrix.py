"""The matrix: unit × ask, who has answered and who has not, and whom to call."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from saraban.words import fold
from wian.asks.models import Ask, Obligation
from wian.asks.rules import is_overdue
from wian.asks.states import DONE, OPEN, ObligationState
from wian.circulars.models import Circular, Recipient
from wian.directory.models import Person
from wian.directory.queries import whom_to_call
from wian.kit import clock

S = ObligationState
PAGE = 100

# Filter code -> its words on screen, in the order of the work.
FILTERS: dict[str, Promise] = {
    "all": _("all units"),
    "not-received": _("not received yet"),
    "waiting": _("not submitted yet"),
    "overdue": _("overdue"),
    "submitted": _("to be accepted"),
    "accepted": _("complete"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit's state for one ask: `code` names the badge, `label` its words, the facts stand beside."""

    obligation: Obligation
    code: str
    label: str
    overdue: bool

    @property
    def to_accept(self) -> bool:
        """Has the unit submitted what the owner has not yet found complete?"""
        return self.obligation.state == S.SUBMITTED


@dataclass(frozen=True, slots=True)
class Row:
    """One unit with a cell for each ask, and the person to call there."""

    recipient: Recipient
    cells: tuple[Cell, ...]
    call: Person | None

    @property
    def is_open(self) -> bool:
        """May an answer still be recorded for the unit?"""
        return any(cell.obligation.state in OPEN for cell in self.cells if cell.obligation.ask.is_answerable)


@dataclass(frozen=True, slots=True)
class Matrix:
    """One page of it. `counts` is filter code -> number of units, over the whole campaign."""

    asks: tuple[Ask, ...]
    rows: tuple[Row, ...]
    counts: dict[str, int]
    found: int
    page: int
    pages: int

    @property
    def previous(self) -> int:
        return self.page - 1

    @property
    def next(self) -> int:
        return self.page + 1


def matrix(
    circular: Circular,
    *,
    at: datetime,
    show: str = "all",
    search: str = "",
    page: int = 1,
    size: int | None = PAGE,
) -> Matrix:
    """The units that `show` (a code of FILTERS) and `search` leave, `size` to a page (None: all on one)."""
    everyone = Recipient.objects.filter(circular=circular)
    conditions = _conditions(at)
    counts = everyone.aggregate(**{code: Count("pk", filter=found) for code, found in conditions.items()})
    found = everyone.filter(conditions.get(show, conditions["all"]))
    if key := fold(search):
        found = found.filter(unit__key__contains=key)
    total = found.count() if key else counts.get(show, counts["all"])
    size = size or max(total, 1)
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    recipients = list(found.select_related("unit").order_by("order")[(page - 1) * size : page * size])
    asks = tuple(Ask.objects.filter(circular=circular))
    return Matrix(asks, _rows(recipients, asks, at), counts, total, page, pages)


def _conditions(at: datetime) -> dict[str, Q]:
    """Each filter as a condition on recipients; all but the first two speak of what can be answered so far."""
    answerable = Obligation.objects.filter(recipient=OuterRef("pk"), ask__kind__in=Ask.ANSWERABLE)
    waiting = Q(Exists(answerable.exclude(state__in=DONE)))
    return {
        "all": Q(pk__isnull=False),
        "not-received": Q(received_at=None),
        "waiting": waiting,
        "overdue": Q(Exists(answerable.exclude(state__in=DONE).filter(due_at__lt=at))),
        "submitted": Q(Exists(answerable.filter(state=S.SUBMITTED))),
        "accepted": Q(Exists(answerable)) & ~Q(Exists(answerable.exclude(state=S.ACCEPTED))),
    }


def _rows(recipients: list[Recipient], asks: tuple[Ask, ...], at: datetime) -> tuple[Row, ...]:
    owed = {
        (obligation.recipient_id, obligation.ask_id): obligation
        for obligation in Obligation.objects.filter(recipient__in=recipients).select_related("ask")
    }
    call = whom_to_call([recipient.unit_id for recipient in recipients], on=clock.day_of(at))
    return tuple(
        Row(
            recipient,
            tuple(cell_of(owed[recipient.pk, ask.pk], recipient, at) for ask in asks),
            call.get(recipient.unit_id),
        )
        for recipient in recipients
    )


def cell_of(obligation: Obligation, recipient: Recipient, at: datetime) -> Cell:
    """A state as people say it: what has not been started is told by whether the letter was received."""
    code, label = obligation.state, obligation.get_state_display()
    if code == S.PENDING:
        code, label = (
            ("received", gettext("received")) if recipient.received_at else (code, gettext("not received"))
        )
    return Cell(obligation, code, label, is_overdue(obligation, at))
