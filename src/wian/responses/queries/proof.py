"""The proof that an answer arrived, for whoever holds its code: that it came and when, nothing of what was in it."""

import json
from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from saraban.numerals import to_ascii
from wian.asks.models import Obligation
from wian.circulars.queries import circulars_owned_by, recipients_answered_by
from wian.kit.actor import Actor
from wian.responses.models import Return, Submission


@dataclass(frozen=True, slots=True)
class Proof:
    """A submission with the asks that it answers. `returns` are how it was sent back, `next` is what the unit sent after it."""

    submission: Submission
    owed: tuple[Obligation, ...]
    returns: tuple[Return, ...]
    next: Submission | None

    @property
    def taken_back(self) -> bool:
        return hasattr(self.submission, "taken_back")

    @property
    def stands(self) -> bool:
        """Is it what the owner has, as it was sent?"""
        return not (self.taken_back or self.returns or self.next)


def proof_called(code: str) -> Proof:
    """Door for everybody, by the code as people type it: small letters, spaces and hyphens do not matter. Raises Http404."""
    typed = "".join(letter for letter in to_ascii(code).upper() if letter.isalnum())
    rows = Submission.objects.select_related(
        "recipient__unit", "recipient__circular__letter", "signature", "on_behalf", "taken_back"
    )
    submission = get_object_or_404(rows, code=typed)
    asks = [part["ask"] for part in json.loads(submission.content)["asks"]]
    owed = Obligation.objects.filter(recipient=submission.recipient_id, ask__in=asks).select_related("ask")
    after = Submission.objects.filter(recipient=submission.recipient_id, number__gt=submission.number)
    next_ = after.order_by("number").first()
    returns = Return.objects.filter(obligation__in=owed, at__gte=submission.at).select_related(
        "obligation__ask"
    )
    if next_:
        returns = returns.filter(at__lt=next_.at)
    return Proof(submission, tuple(owed), tuple(returns.order_by("pk")), next_)


def is_of(actor: Actor, submission: Submission) -> bool:
    """Did the actor's unit send it, or was it sent to the actor?"""
    mine = recipients_answered_by(actor).filter(pk=submission.recipient_id)
    return mine.exists() or circulars_owned_by(actor).filter(pk=submission.recipient.circular_id).exists()
