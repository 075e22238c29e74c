from datetime import datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.move_draft import move_draft
from wian.letters.events import GivenUp
from wian.letters.models import Check, Draft
from wian.letters.refusals import MayNotWrite
from wian.letters.rules import may_write
from wian.letters.states import DraftState


@act
def cancel_draft(draft: Draft, *, reason: str, by: Actor, at: datetime) -> None:
    """Give the draft up, with the reason; it stays in the list of what was given up. Raises MayNotWrite, DraftMoved."""
    if not may_write(by, draft.unit):
        raise MayNotWrite(user=by.title, unit=draft.unit)
    Check.objects.create(draft=draft, passed=False, remark=reason, name=by.name, office=by.office, at=at)
    move_draft(draft, DraftState.CANCELLED)
    record(GivenUp(draft=draft.pk, unit=draft.unit_id), by=by, at=at, about=Ref("letters.draft", draft.pk))
