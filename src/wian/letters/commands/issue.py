from datetime import date, datetime

from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.templatetags.kit import thai_date
from wian.letters.commands.draw import Drawn, draw
from wian.letters.commands.enter_out import enter_out, use_reserved
from wian.letters.commands.put_out import put_out
from wian.letters.models import Draft, Entry, Issue
from wian.letters.queries.issued import series_of
from wian.letters.refusals import BeforeSignature, DayAhead, DraftMoved, MayNotNumber, NumberNotReserved
from wian.letters.rules import may_number
from wian.letters.states import DraftState


@act
def issue(draft: Draft, *, on: date, reserved: Entry | None = None, by: Actor, at: datetime) -> Issue:
    """Give a letter that was signed on paper its number and date, and put it on file as it goes out.

    `on` may lie before today, not before the signature; a `reserved` number brings its own day. Raises MayNotNumber, DayAhead,
    BeforeSignature, DraftMoved, NumberNotReserved, CodeMissing, and what `put_out` raises.
    """
    if not may_number(by, draft.unit):
        raise MayNotNumber(user=by.title)
    if reserved:
        if not Entry.objects.select_for_update().filter(pk=reserved.pk, state=Entry.State.RESERVED):
            raise NumberNotReserved(number=reserved.number)
        on = reserved.on
    if on > clock.day_of(at):
        raise DayAhead
    if draft.state != DraftState.SIGNED:
        raise DraftMoved(subject=draft, state=draft.get_state_display())
    if on < draft.signature.on and not reserved:
        raise BeforeSignature(day=thai_date(draft.signature.on))
    recipient = draft.content.get("addressee", "")
    kind = series_of(draft)
    if reserved:
        drawn: Drawn | None = Drawn(draft.unit, reserved.series, reserved.number)
    else:
        drawn = draw(draft.unit, kind, on=on) if kind else None
    issued = put_out(draft, draft.signature, drawn=drawn, on=on, by=by, at=at)
    if reserved:
        use_reserved(reserved, issued.letter, recipient=recipient, by=by, at=at)
    elif drawn:
        enter_out(drawn, issued.letter, on=on, recipient=recipient, by=by, at=at)
    return issued
