"""A unit's answer to one letter, as it stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TypeVar

from django.db.models import Model

from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import Cell, cell_of, obligations_answered, obligations_of
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.circulars.queries import recipient_answered
from wian.kit.actor import Actor
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
Row = TypeVar("Row", bound=Model)
AWAITING, PENDING = ObligationState.AWAITING_SIGNATURE, ObligationState.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a unit has in for one ask; `nil_reason` is why it has nothing to send, while it says so."""

    obligation: Obligation
    names: tuple[Nomination, ...] = ()
    projects: tuple[Proposal, ...] = ()
    files: tuple[Attachment, ...] = ()
    text: str = ""
    nil_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Contents):
    """One ask on a unit's answer page: what is owed, how it stands, what is in.

    `returned` is why it was sent back, while it has not been submitted again; `corrections` what the owner put right since.
    """

    cell: Cell
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


def answer_prepared(recipient: int, actor: Actor, *, at: datetime) -> Answer:
    """Door for the unit that answers, to its answer as it stands. Raises Http404 for everyone else."""
    owed = obligations_answered(recipient, actor)
    addressed = owed[0].recipient if owed else recipient_answered(recipient, actor)
    return _answers([addressed], owed, at)[0]


def answers_of(recipients: Collection[Recipient], *, at: datetime) -> list[Answer]:
    """The answers as they stand, in the order given. Ten statements at the most, however many units, asks and names."""
    return _answers(recipients, obligations_of(*recipients), at)


def contents_of(owed: Collection[Obligation]) -> list[Contents]:
    """What is in for each of `owed`, in their order. What a row says cannot be there is not read."""
    names = _items(Nomination, [row for row in owed if row.taken and row.ask.kind == Ask.Kind.NOMINATE])
    projects = _items(
        Proposal, [row for row in owed if row.taken and row.ask.kind == Ask.Kind.PROPOSE], "issue"
    )
    files = _items(Attachment, [row for row in owed if row.attached], "file")
    written = [row for row in owed if row.nil or not (row.ask.is_counted or row.state == PENDING)]
    responses = {row.pk: row for row in _read(Response, "obligation", [row.pk for row in written])}
    nothing = Response()
    return [
        Contents(
            obligation=row,
            names=tuple(names[row.pk]),
            projects=tuple(projects[row.pk]),
            files=tuple(files[row.pk]),
            text=responses.get(row.pk, nothing).text,
            nil_reason=responses.get(row.pk, nothing).nil_reason if row.nil else "",
        )
        for row in owed
    ]


def _answers(recipients: Collection[Recipient], rows: Collection[Obligation], at: datetime) -> list[Answer]:
    """What the facts on `rows`, all that is owed, say cannot be there is not read."""
    sent_back = _read(Return, "obligation", [row.pk for row in rows if row.returned_at])
    returns = {row.obligation_id: row for row in sent_back}
    sent = [row for row in rows if row.submitted_at]
    corrections: dict[int, list[Correction]] = defaultdict(list)
    for correction in _read(Correction, "obligation", [row.pk for row in sent]):
        corrections[correction.obligation_id].append(correction)
    signers = {row.recipient_id for row in sent}
    signed = _read(Submission, "recipient", signers, "signature", "on_behalf", "taken_back", "memo")
    submissions: dict[int, list[Submission]] = defaultdict(list)
    for submission in sorted(signed, key=lambda one: -one.number):
        submissions[submission.recipient_id].append(submission)
    before_head = _read(Presentation, "recipient", {row.recipient_id for row in rows if row.prepared_at})
    presented = {row.recipient_id: row for row in before_head}
    asking = {row.recipient_id for row in rows if getattr(row, "has_asked_for_time", True)}
    requests = {row.recipient_id: row for row in _read(ExtensionRequest, "recipient", asking)}

    owed: dict[int, list[Contents]] = defaultdict(list)
    for contents in contents_of(rows):
        owed[contents.obligation.recipient_id].append(contents)

    def part(contents: Contents, recipient: Recipient) -> Part:
        row = contents.obligation
        return Part(
            **{field.name: getattr(contents, field.name) for field in fields(contents)},
            cell=cell_of(row, recipient, at),
            returned=returns.get(row.pk),
            corrections=tuple(corrections[row.pk]),
        )

    return [
        Answer(
            recipient,
            tuple(part(contents, recipient) for contents in owed[recipient.pk]),
            _shown(submissions[recipient.pk], [contents.obligation for contents in owed[recipient.pk]]),
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


def _read(model: type[Row], whose: str, ids: Collection[int], *beside: str, **where: object) -> Sequence[Row]:
    """The rows of one table, in their order, with what stands `beside` them; where nobody is asked about, nothing is asked."""
    if not ids:
        return ()
    rows = model._default_manager.filter(**{f"{whose}__in": ids}, **where)
    return list((rows.select_related(*beside) if beside else rows).order_by("pk"))


def _items(model: type[Kind], rows: Iterable[Obligation], *beside: str) -> defaultdict[int, list[Kind]]:
    """What is in of one kind, by obligation."""
    items: defaultdict[int, list[Kind]] = defaultdict(list)
    for item in _read(model, "response", [row.pk for row in rows], *beside, withdrawn_at=None):
        items[item.response_id].append(item)
    return items
