from datetime import date, datetime

from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.templatetags.kit import short_date
from wian.letters.commands.move_draft import move_draft
from wian.letters.commands.sign import record_signed
from wian.letters.models import Draft, Signature
from wian.letters.queries.issued import digest_of
from wian.letters.refusals import BeforeDraft, DayAhead, MayNotWrite, PaperChanged
from wian.letters.rules import may_write
from wian.letters.states import DraftState


@act
def sign_on_paper(
    draft: Draft, *, name: str, position: str, on: date, seen: str, by: Actor, at: datetime
) -> Signature:
    """Record that the printed paper was signed: by whom, in which capacity, on which day. Its number follows (`issue`).

    Raises MayNotWrite, DayAhead, BeforeDraft, PaperChanged, DraftMoved.
    """
    if not may_write(by, draft.unit):
        raise MayNotWrite(user=by.title, unit=draft.unit)
    if on > clock.day_of(at):
        raise DayAhead
    if on < clock.day_of(draft.begun_at):
        raise BeforeDraft(day=short_date(draft.begun_at))
    if seen != digest_of(draft):
        raise PaperChanged
    move_draft(draft, DraftState.SIGNED, revision=draft.revision)
    signature = Signature.objects.create(
        draft=draft, way=Signature.Way.PAPER, name=name, position=position, digest=seen, on=on, at=at
    )
    record_signed(signature, by=by, at=at)
    return signature
