from datetime import datetime

from django.db.models import QuerySet

from wian.asks.commands.move import set_nil
from wian.asks.models import Obligation
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.begin import begin
from wian.responses.commands.settle import ITEMS
from wian.responses.events import NilResponded
from wian.responses.models import Item, Response
from wian.responses.refusals import SomethingIn


@act
def respond_nil(obligation: Obligation, *, reason: str, by: Actor, at: datetime) -> None:
    """State that the unit has nothing to send, and why. Putting something in later undoes it.

    Raises SomethingIn, AnswerClosed, AskClosed.
    """
    begin(obligation, by=by, at=at)
    if not set_nil(obligation):
        items = [str(item) for model in ITEMS for item in _in(model, obligation)] or [obligation.ask.what]
        raise SomethingIn(unit=obligation.recipient.unit, what=", ".join(items))
    Response.objects.filter(pk=obligation.pk).update(nil_reason=reason)
    record(
        NilResponded(obligation=obligation.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )


def _in(model: type[Item], obligation: Obligation) -> QuerySet[Item]:
    return model._default_manager.filter(response=obligation.pk, withdrawn_at=None)
