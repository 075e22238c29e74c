from datetime import datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.commands.move_draft import move_draft
from wian.letters.events import SentBack
from wian.letters.models import Check, Draft, Signature
from wian.letters.models.draft import new_code
from wian.letters.refusals import MayNotReturn
from wian.letters.rules import may_return, may_write
from wian.letters.states import DraftState


@act
def return_draft(draft: Draft, *, remark: str, by: Actor, at: datetime) -> None:
    """Send the draft back to be changed, with a remark: the unit, or once it was passed who is to sign it.

    What was signed on paper is not what will be issued: that signature is struck out, and the code on the paper leads nowhere any more.
    Raises MayNotReturn, DraftMoved.
    """
    if not may_write(by, draft.unit) and not may_return(by, draft):
        raise MayNotReturn(user=by.title)
    Signature.objects.filter(draft=draft, draft__state=DraftState.SIGNED).delete()
    Check.objects.create(draft=draft, passed=False, remark=remark, name=by.name, office=by.office, at=at)
    move_draft(draft, DraftState.DRAFTING, code=new_code())
    record(SentBack(draft=draft.pk, unit=draft.unit_id), by=by, at=at, about=Ref("letters.draft", draft.pk))
