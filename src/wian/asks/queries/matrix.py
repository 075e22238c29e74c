"""The matrix: unit × ask, who has answered and who has not, and whom to call."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, Min, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from saraban.words import fold
from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries.doors import waiting_requests
from wian.asks.rules import is_overdue, is_prepared_in_time, may_be_exempted
from wian.asks.states import OPEN, ObligationState
from wian.circulars.models import Circular, Recipient
from wian.directory.models import Person
from wian.directory.queries import whom_to_call
from wian.kit import clock
from wian.kit.templatetags.kit import short_date

S = ObligationState
PAGE = 50

# Filter code -> its words on screen, in the order of the work.
FILTERS: dict[str, Promise] = {
    "all": _("all units"),
    "not-received": _("not received yet"),
    "waiting": _("not submitted yet"),
    "overdue": _("overdue"),
    "submitted": _("to be accepted"),
    "returned": _("sent back"),
    "to-enter": _("to be typed in"),
    "asked-for-time": _("asking for more time"),
    "accepted": _("complete"),
}

OVERDUE, LATE, SENT_BACK = _("overdue"), _("late"), _("sent back")
TO_BE_ENTERED, SHORT = _("to be typed in"), _("fewer than asked for")
EXTENDED = _("extended until %(date)s")
ON_BEHALF, OPENED = _("recorded for the unit"), _("opened")


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit's state for one ask: `code` names the badge, `label` its words, the facts stand beside.

    `extended`: the unit has yet to send, and was given more time than others.
    """

    obligation: Obligation
    code: str
    label: str
    overdue: bool
    prepared: bool
    extended: bool = False

    @property
    def to_accept(self) -> bool:
        """Has the unit submitted what the owner has not yet found complete?"""
        return self.obligation.state == S.SUBMITTED

    @property
    def may_be_exempted(self) -> bool:
        """Is there anything that the unit has not sent?"""
        return may_be_exempted(self.obligation)

    @property
    def is_returned(self) -> bool:
        """Is it being corrected after it was sent back?"""
        return self.obligation.returned_at is not None and self.code != S.RETURNED

    @property
    def is_being_added_to(self) -> bool:
        """Has the unit sent something that stands, and is it preparing more?"""
        return self.obligation.state in OPEN and self.obligation.sent is not None

    @property
    def is_short(self) -> bool:
        """Do fewer stand with the owner than are asked for, though no file waits to be typed in?"""
        owed = self.obligation
        return self.to_accept and owed.is_short and not owed.awaits_entry

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What stands beside the state, each with the name of its badge: what calls for an act comes first."""
        owed = self.obligation
        found = [
            (self.overdue, "overdue", OVERDUE),
            (owed.awaits_entry, "to_enter", TO_BE_ENTERED),
            (self.is_short, "short", SHORT),
            (self.is_returned, "returned", SENT_BACK),
            (owed.late, "late", LATE),
            (self.extended, "extended", EXTENDED),
            (owed.on_behalf, "on_behalf", ON_BEHALF),
            (self.to_accept and owed.opened_at is not None, "opened", OPENED),
        ]
        until = {"date": short_date(owed.due_at)} if self.extended else {}
        return [(code, str(label) % until) for holds, code, label in found if holds]


@dataclass(frozen=True, slots=True)
class Row:
    """One unit with a cell for each ask, and the person to call there."""

    recipient: Recipient
    cells: tuple[Cell, ...]
    call: Person | None
    request: ExtensionRequest | None

    @property
    def is_open(self) -> bool:
        """May an answer still be recorded for the unit?"""
        return any(cell.obligation.is_open for cell in self.cells)

    @property
    def exempting(self) -> bool:
        """May the unit be exempted from anything, or is it?"""
        return any(cell.may_be_exempted or cell.obligation.state == S.EXEMPT for cell in self.cells)


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

    @property
    def requests(self) -> int:
        """How many units ask for more time."""
        return self.counts["asked-for-time"]


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
    counts = _counts(circular, at)
    conditions = _conditions(at)
    found = Recipient.objects.filter(conditions.get(show, conditions["all"]), circular=circular)
    if key := fold(search):
        found = found.filter(unit__key__contains=key)
    total = found.count() if key else counts.get(show, counts["all"])
    size = size or max(total, 1)
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    recipients = list(found.select_related("unit").order_by("order")[(page - 1) * size : page * size])
    asks = tuple(Ask.objects.filter(circular=circular))
    return Matrix(asks, _rows(recipients, asks, at), counts, total, page, pages)


def _counts(circular: Circular, at: datetime) -> dict[str, int]:
    """How many units each filter finds, in two passes: one over what is owed, one over the units."""
    found = {f"{code}_each": Count("pk", filter=one) for code, one in _of_one(at).items()}
    asked = {"asked": Count("pk", filter=ASKED), "left": Count("pk", filter=ASKED & ~Q(state=S.ACCEPTED))}
    units = Obligation.objects.filter(ask__circular=circular).order_by().values("recipient")
    owed = units.annotate(**found, **asked).aggregate(
        **{code: Count("recipient", filter=Q(**{f"{code}_each__gt": 0})) for code in _of_one(at)},
        accepted=Count("recipient", filter=Q(asked__gt=0, left=0)),
    )
    everyone = Recipient.objects.filter(circular=circular)
    conditions = {code: one for code, one in _conditions(at).items() if code not in owed}
    rest = everyone.aggregate(**{code: Count("pk", filter=one) for code, one in conditions.items()})
    return {code: (owed | rest)[code] for code in FILTERS}


def _of_one(at: datetime) -> dict[str, Q]:
    """The filters that find a unit by one thing that it owes, as conditions on that."""
    return {
        "waiting": WAITING,
        "overdue": overdue(at),
        "submitted": Q(state=S.SUBMITTED),
        "returned": Q(ask__closed_at=None, returned_at__isnull=False),
        "to-enter": TO_ENTER,
    }


def _conditions(at: datetime) -> dict[str, Q]:
    """Each filter as a condition on recipients."""
    owed = Obligation.objects.filter(recipient=OuterRef("pk"))
    asked = owed.filter(ASKED)
    request = waiting_requests().filter(recipient=OuterRef("pk"))
    return {
        "all": Q(pk__isnull=False),
        "not-received": Q(received_at=None),
        **{code: Q(Exists(owed.filter(one))) for code, one in _of_one(at).items()},
        "asked-for-time": Q(Exists(request)),
        "accepted": Q(Exists(asked)) & ~Q(Exists(asked.exclude(state=S.ACCEPTED))),
    }


ASKED = ~Q(state=S.EXEMPT)
# Nothing of it stands with the owner, though it is asked for.
WAITING = Q(sent=None, ask__closed_at=None) & ASKED
# Sent as a file only (`Obligation.awaits_entry`).
TO_ENTER = Q(sent=0, attached__gt=0, nil=False, ask__kind__in=Ask.COUNTED)


def overdue(at: datetime) -> Q:
    """The condition on obligations that `rules.is_overdue` states for one row."""
    prepared = Q(state=S.AWAITING_SIGNATURE, prepared_at__lte=F("due_at"))
    return WAITING & Q(state__in=OPEN, due_at__lt=at, returned_at=None) & ~prepared


def _rows(recipients: list[Recipient], asks: tuple[Ask, ...], at: datetime) -> tuple[Row, ...]:
    owed = {}
    by_pk = {ask.pk: ask for ask in asks}
    for obligation in Obligation.objects.filter(recipient__in=recipients).order_by():
        obligation.ask = by_pk[obligation.ask_id]
        owed[obligation.recipient_id, obligation.ask_id] = obligation
    first = dict(Obligation.objects.filter(ask__in=asks).values_list("ask").annotate(Min("due_at")))
    call = whom_to_call([recipient.unit_id for recipient in recipients], on=clock.day_of(at))
    waiting = waiting_requests().filter(recipient__in=recipients)
    requests = {request.recipient_id: request for request in waiting}
    return tuple(
        Row(
            recipient,
            tuple(
                cell_of(owed[recipient.pk, ask.pk], recipient, at, first_due=first[ask.pk]) for ask in asks
            ),
            call.get(recipient.unit_id),
            requests.get(recipient.pk),
        )
        for recipient in recipients
    )


def cell_of(
    obligation: Obligation, recipient: Recipient, at: datetime, *, first_due: datetime | None = None
) -> Cell:
    """A state as people say it: what has not been started is told by whether the letter was received.

    `first_due` is the earliest date that any unit has for the ask, where that is known.
    """
    code, label = obligation.state, obligation.get_state_display()
    due = obligation.due_at
    prepared = is_prepared_in_time(obligation) and due is not None and due < at
    if obligation.sent is not None and code in OPEN:
        awaiting = code == S.AWAITING_SIGNATURE
        label = gettext("sent, addition awaiting signature") if awaiting else gettext("sent, being added to")
    elif obligation.ask.closed_at and code in OPEN:
        code, label = "closed", gettext("closed")
    elif code == S.PENDING:
        code, label = (
            ("received", gettext("received")) if recipient.received_at else (code, gettext("not received"))
        )
    elif prepared:
        label = gettext("prepared in time, awaiting signature")
    waits = obligation.sent is None and obligation.state in OPEN
    extended = waits and due is not None and first_due is not None and due > first_due
    return Cell(obligation, code, label, is_overdue(obligation, at), prepared, extended)
