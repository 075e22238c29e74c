from datetime import datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.move_draft import move_draft
from wian.letters.events import PutForward
from wian.letters.models import Draft
from wian.letters.refusals import MayNotWrite
from wian.letters.rules import may_write
from wian.letters.states import DraftState


@act
def put_forward(draft: Draft, *, revision: int | None = None, by: Actor, at: datetime) -> None:
    """Have the draft checked, with `revision` only as it was seen. What it lacks is for the checker to judge.

    Raises MayNotWrite, DraftMoved.
    """
    if not may_write(by, draft.unit):
        raise MayNotWrite(user=by.title, unit=draft.unit)
    move_draft(draft, DraftState.CHECKING, revision=revision, put_by=by.person)
    record(PutForward(draft=draft.pk, unit=draft.unit_id), by=by, at=at, about=Ref("letters.draft", draft.pk))
