from datetime import datetime

from wian.asks.commands.move import hold, move
from wian.asks.models import Ask, Obligation
from wian.asks.refusals import AskClosed, NotInThatState
from wian.asks.states import ObligationState
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.settle import ITEMS
from wian.responses.events import Returned
from wian.responses.models import Return


@act
def send_back(obligation: Obligation, *, remark: str, by: Actor, at: datetime) -> None:
    """Send an answer back for correction (ส่งคืนเพื่อแก้ไข). That it came in time, or late, stays as it was judged.

    Also while the unit adds to it: what it added stays. Raises NotInThatState when nothing stands; AskClosed while nobody could correct it.
    """
    if obligation.ask.closed_at:
        raise AskClosed(unit=obligation.recipient.unit, ask=obligation.ask.what)
    hold(obligation.recipient)
    obligation.refresh_from_db(fields=["sent", "state"])
    if obligation.sent is None:
        raise NotInThatState(unit=obligation.recipient.unit, state=obligation.get_state_display())
    is_tap = obligation.ask.kind == Ask.Kind.ACKNOWLEDGE
    move(
        [obligation],
        ObligationState.RETURNED,
        **({"taken": 0} if is_tap else {}),  # taken note of once more, not signed with the rest
        sent=None,
        opened_at=None,
        prepared_at=None,
        on_behalf=False,
        returned_at=at,
    )
    for model in ITEMS:
        model._default_manager.filter(response=obligation.pk).update(sent_at=None)
    Return.objects.create(obligation=obligation, remark=remark, returned_by=by.office, at=at)
    record(
        Returned(obligation=obligation.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
