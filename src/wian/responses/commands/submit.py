"""What sign-off, a signature on paper and an entry on behalf share: the answer leaves the unit."""

import secrets
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Case, Value, When

from wian.asks.commands.move import move
from wian.asks.models import Obligation
from wian.asks.queries import answerable_of
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.canonical import canonical, digest
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.events import Submitted
from wian.responses.models import Response, Submission
from wian.responses.queries import names_of
from wian.responses.refusals import AnswerChanged, NothingCollected, NothingToSign
from wian.responses.rules import unanswered

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
    on_behalf: bool = False,
) -> Submission:
    """Send the unit's answer to all that can be answered, once for the whole letter.

    `seen` is the digest of what the signer had before them (`digest_of`); None where no page was shown.
    Late is judged per ask, on this first submission. Raises NothingCollected, NothingToSign, NotInThatState,
    AnswerChanged.
    """
    late = Case(When(due_at__lt=at, then=Value(True)), default=Value(False), output_field=BooleanField())
    # Moved first, read afterwards: from here on nobody can change a name.
    move(answerable_of(recipient), ObligationState.SUBMITTED, late=late, on_behalf=on_behalf)
    answers = answerable_of(recipient)
    require_answers(recipient, answers)
    content = canonical(content_of(recipient, answers))
    sha256 = digest(content)
    if seen is not None and seen != sha256:
        raise AnswerChanged(unit=recipient.unit)
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
            late=any(owed.late for owed in answers),
        ),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
    return submission


def digest_of(recipient: Recipient) -> str:
    """What the answer's submission would be known by if it were sent as it stands: 64 hexadecimal digits."""
    return digest(canonical(content_of(recipient, answerable_of(recipient))))


def first_day(recipient: Recipient) -> date:
    """No answer is older than the letter's own date, or, if it has none, the day it was sent."""
    circular = recipient.circular
    return circular.letter.date or (
        clock.day_of(circular.dispatched_at) if circular.dispatched_at else date.min
    )


def require_answers(recipient: Recipient, answers: Collection[Obligation]) -> None:
    """Refuse an answer with a gap. Raises NothingCollected, NothingToSign naming the asks."""
    if not answers:
        raise NothingCollected
    if missing := unanswered(answers):
        raise NothingToSign(unit=recipient.unit, asks=", ".join(owed.ask.what for owed in missing))


def content_of(recipient: Recipient, answers: Collection[Obligation]) -> dict[str, Any]:
    """The answer as it is kept: letter, unit, and for each ask its names or the reason why there are none."""
    letter = recipient.circular.letter
    reasons = dict(Response.objects.filter(obligation__in=answers).values_list("pk", "nil_reason"))
    return {
        "letter": {"number": letter.number, "date": letter.date.isoformat() if letter.date else None},
        "unit": {"id": recipient.unit_id, "name": recipient.unit.name},
        "asks": [
            {
                "ask": owed.ask_id,
                "kind": owed.ask.kind,
                "nothing": reasons.get(owed.pk, "") if owed.nil else None,
                "names": [{field: getattr(name, field) for field in NAME_FIELDS} for name in names_of(owed)],
            }
            for owed in answers
        ],
    }


NAME_FIELDS = ("title", "given_name", "family_name", "post", "phone", "email", "reason")
