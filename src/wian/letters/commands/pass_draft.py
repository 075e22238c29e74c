from datetime import datetime

from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.move_draft import move_draft
from wian.letters.events import Passed
from wian.letters.models import Check, Draft
from wian.letters.queries.drafts import is_alone
from wian.letters.refusals import MayNotCheck
from wian.letters.rules import may_check
from wian.letters.states import DraftState


@act
def pass_draft(
    draft: Draft, *, remark: str = "", revision: int | None = None, by: Actor, at: datetime
) -> None:
    """Pass the draft on to who signs it; with `revision` only as it was read. Raises MayNotCheck, DraftMoved."""
    if not may_check(by, draft, alone=is_alone(draft, on=clock.day_of(at))):
        raise MayNotCheck(user=by.title)
    Check.objects.create(draft=draft, passed=True, remark=remark, name=by.name, office=by.office, at=at)
    move_draft(draft, DraftState.PASSED, revision=revision)
    record(Passed(draft=draft.pk, unit=draft.unit_id), by=by, at=at, about=Ref("letters.draft", draft.pk))
