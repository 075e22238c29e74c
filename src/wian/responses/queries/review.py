"""What the owner looks at: one ask of a unit's answer, as it stands, how it came, and what is next."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from django.db.models import Case, QuerySet, Value, When

from wian.asks.models import Obligation
from wian.asks.states import ObligationState
from wian.responses.difference import Change, difference, parts_of
from wian.responses.models import Item, Return, Submission
from wian.responses.queries.answer import Answer, Part, answer_of

Kind = TypeVar("Kind", bound=Item)


@dataclass(frozen=True, slots=True)
class Review:
    """One ask of an answer: what stands, and the submission it came with (`answer.submission`).

    `returned` is how it was sent back last, `changes` what the unit changed since the submission `before`. Of what waits
    for the owner as well, `next` comes next, and there are `left`.
    """

    answer: Answer
    part: Part
    returned: Return | None
    before: Submission | None
    changes: tuple[Change, ...]
    next: Obligation | None
    left: int

    @property
    def may_be_accepted(self) -> bool:
        return self.part.cell.to_accept and not self.part.obligation.is_short

    @property
    def may_be_returned(self) -> bool:
        """Has the unit answered, and could it correct it?"""
        owed = self.part.obligation
        return owed.sent is not None and owed.ask.closed_at is None

    @property
    def may_be_filled_in(self) -> bool:
        """Is there a file that more names or projects could be taken from?"""
        part = self.part
        return (
            part.cell.to_accept and part.obligation.ask.is_counted and bool(part.files) and not part.is_full
        )


def review_of(obligation: Obligation, *, at: datetime) -> Review:
    """What stands with the owner for one ask. What the unit is adding and has not sent is not in it."""
    answer = answer_of(obligation.recipient, at=at)
    part = next(part for part in answer.parts if part.obligation.pk == obligation.pk)
    returned = Return.objects.filter(obligation=obligation).order_by("pk").last()
    sent, before = _submissions(obligation, returned)
    waiting = waiting_beside(obligation)
    return Review(
        replace(answer, submission=sent),
        replace(
            part,
            names=_sent(part.names),
            projects=_sent(part.projects),
            files=_sent(part.files),
            text=part.text if obligation.sent else "",
        ),
        returned,
        before,
        _changes(obligation, before, sent),
        waiting.first(),
        waiting.count(),
    )


def came_with(obligation: Obligation) -> Submission | None:
    """The submission with which an answer to this ask came as it stands."""
    return _submissions(obligation, None)[0]


def waiting_beside(obligation: Obligation) -> QuerySet[Obligation]:
    """The other answers that wait for the owner: the same ask of the units that follow, the next asks, and round to the first."""
    ask, order = obligation.ask, obligation.recipient.order
    rows = Obligation.objects.filter(ask__circular=ask.circular_id, state=ObligationState.SUBMITTED)
    ahead = Case(
        When(ask__order=ask.order, recipient__order__gt=order, then=Value(0)),
        When(ask__order__gt=ask.order, then=Value(0)),
        default=Value(1),
    )
    others = rows.exclude(pk=obligation.pk).annotate(ahead=ahead)
    return others.select_related("recipient__unit", "ask").order_by("ahead", "ask__order", "recipient__order")


def _sent(items: Iterable[Kind]) -> tuple[Kind, ...]:
    return tuple(item for item in items if item.sent_at)


def _submissions(
    obligation: Obligation, returned: Return | None
) -> tuple[Submission | None, Submission | None]:
    """With which submission the answer to this ask came as it stands, and the one in which it was different or was ended.

    What the unit took back before anybody had opened it is nothing to compare with.
    """
    rows = Submission.objects.filter(recipient=obligation.recipient_id).order_by("-number")
    sent, said = None, None
    for submission in rows.select_related("signature", "on_behalf", "taken_back", "memo"):
        part = parts_of(json.loads(submission.content)).get(obligation.ask_id)
        if part is None:
            continue
        was_returned = bool(returned and returned.at > submission.at)
        was_ended = sent is not None and (
            hasattr(submission, "taken_back") or (returned and submission.at < returned.at <= sent.at)
        )
        if sent is not None and (part != said or was_ended):
            unseen = hasattr(submission, "taken_back") and not was_returned
            return sent, None if unseen else submission
        sent, said = submission, part
    return sent, None


def _changes(
    obligation: Obligation, before: Submission | None, after: Submission | None
) -> tuple[Change, ...]:
    if before is None or after is None:
        return ()
    found = difference(json.loads(before.content), json.loads(after.content))
    return tuple(change for change in found if change.ask == obligation.ask_id)
