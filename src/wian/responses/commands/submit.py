"""What sign-off, a signature on paper and an entry on behalf share: the answer leaves the unit."""

import secrets
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import BooleanField, Case, DateTimeField, F, Value, When
from django.db.models.functions import Coalesce

from wian.asks.commands.move import hold, move
from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligations_of, ready_of
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.canonical import canonical, digest
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.settle import ITEMS
from wian.responses.events import Submitted
from wian.responses.models import Item, Proposal, Submission
from wian.responses.queries import Answer, Contents, contents_of
from wian.responses.refusals import AnswerChanged, NothingToSign

Kind = TypeVar("Kind", bound=Item)
# Without 0 O 1 I: a code is read out over the telephone.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@act
def submit(
    recipient: Recipient,
    *,
    way: str,
    by: Actor,
    at: datetime,
    seen: str | None = None,
    only: Obligation | None = None,
    on_behalf: bool = False,
    given_at: datetime | None = None,
) -> Submission:
    """Send what the unit has ready for a letter (or `only` one ask); what is not answered yet stays open and may follow.

    `seen` is the digest of what the signer had before them (`digest_of`); None where no page was shown.
    Late is judged per ask, once, on its first submission, by when it was given (`given_at`, else `at`).
    Raises NothingToSign, NotInThatState, AnswerChanged.
    """
    hold(recipient)
    ready = [owed for owed in ready_of(recipient) if only is None or owed.pk == only.pk]
    require_something(recipient, ready)
    given_at = given_at or at
    late = Case(
        When(submitted_at__isnull=False, then=F("late")),
        When(due_at__lt=given_at, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    move(
        ready,
        ObligationState.SUBMITTED,
        sent=F("taken"),
        submitted_at=Coalesce(F("submitted_at"), Value(given_at), output_field=DateTimeField()),
        late=late,
        on_behalf=on_behalf,
        returned_at=None,
    )
    for model in ITEMS:
        model._default_manager.filter(
            response__in=[owed.pk for owed in ready], withdrawn_at=None, sent_at=None
        ).update(sent_at=at)
    # There is nothing to look at in an acknowledgement.
    taps = [owed for owed in ready if owed.ask.kind == Ask.Kind.ACKNOWLEDGE and owed.taken]
    move(taps, ObligationState.ACCEPTED)
    answers = [owed for owed in obligations_of(recipient) if owed.sent is not None]
    if only is not None:
        answers = [owed for owed in answers if owed.pk == only.pk]
    content = canonical(content_of(recipient, answers))
    sha256 = digest(content)
    if seen is not None and seen != sha256:
        raise AnswerChanged(unit=recipient.unit)
    sent = {owed.pk for owed in ready}
    submission = Submission.objects.create(
        recipient=recipient,
        number=Submission.objects.filter(recipient=recipient).count() + 1,
        code="".join(secrets.choice(LETTERS) for _ in range(8)),
        content=content,
        sha256=sha256,
        at=at,
    )
    record(
        Submitted(
            recipient=recipient.pk,
            submission=submission.pk,
            number=submission.number,
            sha256=submission.sha256,
            way=way,
            late=any(owed.late for owed in answers if owed.pk in sent),
        ),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
    return submission


def digest_of(recipient: Recipient) -> str:
    """What the answer's submission would be known by if it were sent as it stands: 64 hexadecimal digits."""
    return _digest(recipient, contents_of(obligations_of(recipient)))


def digest_shown(answer: Answer) -> str:
    """The same of an answer as it was read for a page: what is signed there is what it shows."""
    return _digest(answer.recipient, answer.parts)


def _digest(recipient: Recipient, everything: Iterable[Contents]) -> str:
    standing = (one for one in everything if one.obligation.is_ready or one.obligation.sent is not None)
    return digest(canonical(_content(recipient, standing)))


def first_day(recipient: Recipient) -> date:
    """No answer is older than the letter's own date, or, if it has none, the day it was sent."""
    circular = recipient.circular
    return circular.letter.date or (
        clock.day_of(circular.dispatched_at) if circular.dispatched_at else date.min
    )


def require_something(recipient: Recipient, ready: Collection[Obligation]) -> None:
    """Refuse an answer with nothing in it. Raises NothingToSign naming the asks."""
    if not ready:
        missing = [owed.ask.what for owed in obligations_of(recipient) if owed.is_open]
        raise NothingToSign(unit=recipient.unit, asks=", ".join(missing) or "–")


def content_of(recipient: Recipient, answers: Collection[Obligation]) -> dict[str, Any]:
    """The answer as it is kept: letter, unit, and for each ask what is in, or the reason why there is nothing.

    Of what is ready to be sent everything; of what stands with the owner only what was sent.
    """
    return _content(recipient, contents_of(answers))


def _content(recipient: Recipient, answers: Iterable[Contents]) -> dict[str, Any]:
    letter = recipient.circular.letter
    return {
        "letter": {"number": letter.number, "date": letter.date.isoformat() if letter.date else None},
        "unit": {"id": recipient.unit_id, "name": recipient.unit.name},
        "asks": [_answer(one) for one in answers],
    }


def _answer(contents: Contents) -> dict[str, Any]:
    owed = contents.obligation

    def sent(items: Iterable[Kind]) -> list[Kind]:
        return [item for item in items if item.sent_at or owed.is_ready]

    return {
        "ask": owed.ask_id,
        "kind": owed.ask.kind,
        "nothing": contents.nil_reason if owed.nil else None,
        "text": contents.text,
        "names": [{field: getattr(name, field) for field in NAME_FIELDS} for name in sent(contents.names)],
        "projects": [_project(project) for project in sent(contents.projects)],
        "files": [{"name": one.name, "sha256": one.file.sha256} for one in sent(contents.files)],
    }


def _project(project: Proposal) -> dict[str, Any]:
    plain = {field: getattr(project, field) for field in PROJECT_FIELDS}
    dates = {
        field: day.isoformat() if (day := getattr(project, field)) else None
        for field in ("starts_on", "ends_on")
    }
    return {**plain, **dates, "issue": str(project.issue or ""), "satang": project.satang}


NAME_FIELDS = ("title", "given_name", "family_name", "post", "phone", "email", "reason")
PROJECT_FIELDS = (
    "title", "horizon", "visible_result", "money", "responsible", "phone", "rationale", "objectives", "targets",
    "target_group", "indicators", "activities", "place", "monitoring", "benefits",
)  # fmt: skip
