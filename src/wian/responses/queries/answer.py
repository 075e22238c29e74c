"""A unit's answer to one letter, as it stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from wian.asks.models import ExtensionRequest, Obligation
from wian.asks.queries import Cell, cell_of, obligations_of
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.responses.models import (
    Attachment,
    Correction,
    Item,
    Nomination,
    OnBehalfEntry,
    Presentation,
    Proposal,
    Response,
    Return,
    Signature,
    Submission,
)

Kind = TypeVar("Kind", bound=Item)
AWAITING = ObligationState.AWAITING_SIGNATURE


@dataclass(frozen=True, slots=True)
class Part:
    """One ask on a unit's answer page: what is owed, how it stands, what is in.

    `returned` is why it was sent back, while it has not been submitted again; `corrections` what the owner put right since.
    """

    obligation: Obligation
    cell: Cell
    names: tuple[Nomination, ...] = ()
    projects: tuple[Proposal, ...] = ()
    files: tuple[Attachment, ...] = ()
    text: str = ""
    nil_reason: str = ""
    returned: Return | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is counted: people or projects."""
        return self.names or self.projects

    @property
    def is_open(self) -> bool:
        return self.obligation.is_open

    @property
    def may_add(self) -> bool:
        """May the unit put more in, also to what it has sent?"""
        return self.obligation.may_be_added_to and not self.is_full

    @property
    def may_write(self) -> bool:
        """May the unit write its answer given as a whole? What was sent of it stands."""
        return self.obligation.may_be_added_to and not self.obligation.sent

    @property
    def is_in_files(self) -> bool:
        """Are its names or projects only in files, so that somebody has to type them in?"""
        return bool(self.obligation.ask.is_counted and self.files and not self.items)

    @property
    def is_lacking(self) -> bool:
        """Is less in than is asked for? A file counts as an answer."""
        return not self.obligation.is_answered or bool(self.missing and not self.is_in_files)

    @property
    def missing(self) -> int:
        """How many more are asked for than are in."""
        owed = self.obligation
        return max(owed.min - owed.taken, 0) if owed.is_short else 0

    @property
    def next_number(self) -> int:
        """Which one the next person or project is."""
        return len(self.items) + 1

    @property
    def is_full(self) -> bool:
        return self.obligation.max is not None and self.obligation.taken >= self.obligation.max

    @property
    def room_for_files(self) -> int:
        return Obligation.FILES - self.obligation.attached


@dataclass(frozen=True, slots=True)
class Answer:
    """A unit's answer to one letter. `submission` is the one to tell of; `request` for more time waits for the owner, or was the last one decided."""

    recipient: Recipient
    parts: tuple[Part, ...]
    submission: Submission | None
    presentation: Presentation | None
    request: ExtensionRequest | None

    @property
    def on_behalf(self) -> OnBehalfEntry | None:
        """How the latest submission was told to the owner, if the owner wrote it down."""
        return getattr(self.submission, "on_behalf", None)

    @property
    def missing(self) -> int:
        """How many more are asked for than are in, over all asks."""
        return sum(part.missing for part in self.parts)

    @property
    def ready(self) -> list[Part]:
        """What would leave the unit if it were signed now."""
        return [part for part in self.parts if part.obligation.is_ready]

    @property
    def unanswered(self) -> list[Part]:
        """What is asked and has nothing in it yet."""
        return [part for part in self.parts if part.is_open and not part.obligation.is_answered]

    @property
    def short(self) -> list[Part]:
        """What would leave the unit with fewer than are asked for."""
        return [part for part in self.ready if part.missing]

    @property
    def returned(self) -> list[Part]:
        return [part for part in self.parts if part.obligation.state == ObligationState.RETURNED]

    @property
    def is_open(self) -> bool:
        return any(part.is_open for part in self.parts)

    @property
    def lacking(self) -> list[Part]:
        """Of what the unit may still change, what has less in than is asked for."""
        return [part for part in self.parts if part.is_open and part.is_lacking]

    @property
    def is_complete(self) -> bool:
        """Is everything in that is asked for and not sent yet?"""
        return not self.lacking

    @property
    def may_ask_for_time(self) -> bool:
        """Does the unit owe something that has a date?"""
        return any(part.may_write and part.obligation.due_at for part in self.parts)

    @property
    def is_presented(self) -> bool:
        return bool(self.ready) and all(part.obligation.state == AWAITING for part in self.ready)

    @property
    def may_take_back(self) -> bool:
        """Has the unit sent something that the owner has not opened?"""
        owed = [part.obligation for part in self.parts]
        return any(row.state == ObligationState.SUBMITTED and row.opened_at is None for row in owed)

    @property
    def due_at(self) -> datetime | None:
        """The earliest date of what is open, else of all."""
        open_ = [part for part in self.parts if part.is_open] or self.parts
        return min((part.obligation.due_at for part in open_ if part.obligation.due_at), default=None)

    @property
    def to_confirm(self) -> bool:
        return any(part.obligation.on_behalf for part in self.parts)


def answer_of(recipient: Recipient, *, at: datetime) -> Answer:
    """The answer as it stands, for whoever came through a door to `recipient`."""
    return answers_of([recipient], at=at)[0]


def answers_of(recipients: Collection[Recipient], *, at: datetime) -> list[Answer]:
    """The answers as they stand, in the order given. Ten statements, however many units, asks and names."""
    owed: dict[int, list[Obligation]] = defaultdict(list)
    for row in obligations_of(*recipients):
        owed[row.recipient_id].append(row)
    everything = [row.pk for rows in owed.values() for row in rows]
    responses = Response.objects.in_bulk(everything)
    names = _by_response(Nomination.objects.filter(response__in=everything, withdrawn_at=None))
    projects = _by_response(
        Proposal.objects.filter(response__in=everything, withdrawn_at=None).select_related("issue")
    )
    files = _by_response(
        Attachment.objects.filter(response__in=everything, withdrawn_at=None).select_related("file")
    )
    sent_back = Return.objects.filter(obligation__in=everything).order_by("pk")
    returns = {row.obligation_id: row for row in sent_back}
    corrections: dict[int, list[Correction]] = defaultdict(list)
    for correction in Correction.objects.filter(obligation__in=everything).order_by("pk"):
        corrections[correction.obligation_id].append(correction)
    sent = Submission.objects.filter(recipient__in=recipients).select_related(
        "signature", "on_behalf", "taken_back", "memo"
    )
    submissions: dict[int, list[Submission]] = defaultdict(list)
    for submission in sent.order_by("-number"):
        submissions[submission.recipient_id].append(submission)
    before_head = Presentation.objects.filter(recipient__in=recipients).order_by("pk")
    presented = {row.recipient_id: row for row in before_head}
    asked = ExtensionRequest.objects.filter(recipient__in=recipients).order_by("pk")
    requests = {row.recipient_id: row for row in asked}

    def part(row: Obligation, recipient: Recipient) -> Part:
        response = responses.get(row.pk)
        return Part(
            row,
            cell_of(row, recipient, at),
            tuple(names[row.pk]),
            tuple(projects[row.pk]),
            tuple(files[row.pk]),
            response.text if response else "",
            response.nil_reason if response and row.nil else "",
            returns.get(row.pk) if row.returned_at else None,
            tuple(corrections[row.pk]),
        )

    return [
        Answer(
            recipient,
            tuple(part(row, recipient) for row in owed[recipient.pk]),
            _shown(submissions[recipient.pk], owed[recipient.pk]),
            presented.get(recipient.pk),
            requests.get(recipient.pk),
        )
        for recipient in recipients
    ]


def _shown(submissions: Iterable[Submission], owed: Iterable[Obligation]) -> Submission | None:
    """What the unit waits for: the entry that it should confirm, else what it signed last; a tap while nothing else is asked."""
    told = [row for row in submissions if hasattr(row, "on_behalf") and row.on_behalf.confirmed_at is None]
    if told and any(row.on_behalf for row in owed):
        return told[0]
    whole = all(row.sent is not None or row.state == ObligationState.EXEMPT for row in owed)
    signed = (row for row in submissions if whole or not _is_tap(row))
    return next(signed, None)


def _is_tap(submission: Submission) -> bool:
    return hasattr(submission, "signature") and submission.signature.way == Signature.Way.TAP


def _by_response(rows: Iterable[Kind]) -> defaultdict[int, list[Kind]]:
    found: defaultdict[int, list[Kind]] = defaultdict(list)
    for row in rows:
        found[row.response_id].append(row)
    return found
