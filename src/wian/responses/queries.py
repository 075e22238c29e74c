"""Doors and reads of what units send back."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from wian.asks.models import Ask, Obligation
from wian.asks.queries import Cell, cell_of, obligations_of
from wian.asks.states import DONE, OPEN, ObligationState
from wian.circulars.models import Circular, Recipient
from wian.circulars.queries import recipients_answered_by
from wian.kit.actor import Actor
from wian.responses.models import Nomination, OnBehalfEntry, Presentation, Response, Submission


def names_of(obligation: Obligation) -> QuerySet[Nomination]:
    """The people a unit names for an obligation, in the order they were named; withdrawn ones left out."""
    return Nomination.objects.filter(response=obligation.pk, withdrawn_at=None)


def nomination_answered(nomination: int, actor: Actor) -> Nomination:
    """Door for the unit that named the person. Raises Http404 for everyone else."""
    mine = recipients_answered_by(actor).values("pk")
    rows = Nomination.objects.filter(response__obligation__recipient__in=mine)
    return get_object_or_404(rows.select_related("response__obligation__recipient__unit"), pk=nomination)


@dataclass(frozen=True, slots=True)
class Part:
    """One ask on a unit's answer page: what is owed, how it stands, what is in."""

    obligation: Obligation
    cell: Cell
    names: tuple[Nomination, ...]
    nil_reason: str

    @property
    def is_open(self) -> bool:
        return self.obligation.state in OPEN

    @property
    def missing(self) -> int:
        """How many more are asked for than are in."""
        return 0 if self.obligation.nil else max(self.obligation.min - self.obligation.taken, 0)

    @property
    def next_number(self) -> int:
        """Which person the next one is."""
        return len(self.names) + 1

    @property
    def is_full(self) -> bool:
        return self.obligation.max is not None and self.obligation.taken >= self.obligation.max


@dataclass(frozen=True, slots=True)
class Answer:
    """A unit's answer to one letter. Constant number of statements, however many asks and names."""

    recipient: Recipient
    parts: tuple[Part, ...]
    submission: Submission | None
    on_behalf: OnBehalfEntry | None
    presentation: Presentation | None

    @property
    def missing(self) -> int:
        """How many more are asked for than are in, over what can be answered."""
        return sum(part.missing for part in self.answerable)

    @property
    def answerable(self) -> list[Part]:
        return [part for part in self.parts if part.obligation.ask.is_answerable]

    @property
    def shown(self) -> list[Part]:
        """What a list of letters tells of: what can be answered here, or else all that is asked."""
        return self.answerable or list(self.parts)

    @property
    def elsewhere(self) -> list[Part]:
        """What the letter asks as well, and cannot be answered here yet."""
        return [part for part in self.parts if not part.obligation.ask.is_answerable]

    @property
    def is_open(self) -> bool:
        return any(part.is_open for part in self.answerable)

    @property
    def is_ready(self) -> bool:
        """Everything that can be answered has an answer, and nothing has been submitted."""
        return self.is_open and all(part.names or part.obligation.nil for part in self.answerable)

    @property
    def is_presented(self) -> bool:
        awaiting = ObligationState.AWAITING_SIGNATURE
        return bool(self.answerable) and all(part.obligation.state == awaiting for part in self.answerable)

    @property
    def due_at(self) -> datetime | None:
        """The earliest date of what `shown` holds."""
        dates = (part.obligation.due_at for part in self.shown)
        return min((date for date in dates if date), default=None)

    @property
    def to_confirm(self) -> bool:
        return self.on_behalf is not None and self.on_behalf.confirmed_at is None


def answer_of(recipient: Recipient, *, at: datetime) -> Answer:
    """The answer as it stands, for whoever came through a door to `recipient`."""
    return answers_of([recipient], at=at)[0]


def answers_of(recipients: Collection[Recipient], *, at: datetime) -> list[Answer]:
    """The answers as they stand, in the order given. Five statements, however many units, asks and names."""
    owed: dict[int, list[Obligation]] = defaultdict(list)
    for row in obligations_of(*recipients):
        owed[row.recipient_id].append(row)
    responses = Response.objects.filter(obligation__recipient__in=recipients).in_bulk()
    names: dict[int, list[Nomination]] = defaultdict(list)
    for nomination in Nomination.objects.filter(response__in=responses, withdrawn_at=None):
        names[nomination.response_id].append(nomination)
    sent = Submission.objects.filter(recipient__in=recipients).select_related("signature", "on_behalf")
    before_head = Presentation.objects.filter(recipient__in=recipients).order_by("pk")
    presented = {row.recipient_id: row for row in before_head}
    latest = {submission.recipient_id: submission for submission in sent.order_by("number")}

    def part(row: Obligation, recipient: Recipient) -> Part:
        reason = responses[row.pk].nil_reason if row.nil and row.pk in responses else ""
        return Part(row, cell_of(row, recipient, at), tuple(names[row.pk]), reason)

    return [
        Answer(
            recipient,
            tuple(part(row, recipient) for row in owed[recipient.pk]),
            submission := latest.get(recipient.pk),
            getattr(submission, "on_behalf", None),
            presented.get(recipient.pk),
        )
        for recipient in recipients
    ]


def submitted_names(circular: Circular) -> QuerySet[Nomination]:
    """Every person named in a submitted answer, in the order of the letter's units."""
    rows = Nomination.objects.filter(
        withdrawn_at=None,
        response__obligation__ask__circular=circular,
        response__obligation__ask__kind=Ask.Kind.NOMINATE,
        response__obligation__state__in=DONE,
    )
    return rows.select_related("response__obligation__recipient__unit").order_by(
        "response__obligation__recipient__order", "pk"
    )
