from datetime import datetime

from wian.asks.commands.move import set_nil
from wian.asks.models import Obligation
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.begin import begin
from wian.responses.events import NilResponded
from wian.responses.models import Response
from wian.responses.queries import names_of
from wian.responses.refusals import NamesPresent


@act
def respond_nil(obligation: Obligation, *, reason: str, by: Actor, at: datetime) -> None:
    """State that the unit has nothing to send, and why. Naming somebody later undoes it.

    Raises NamesPresent, AnswerClosed.
    """
    begin(obligation, by=by, at=at)
    if not set_nil(obligation):
        raise NamesPresent(unit=obligation.recipient.unit, names=", ".join(map(str, names_of(obligation))))
    Response.objects.filter(pk=obligation.pk).update(nil_reason=reason)
    record(
        NilResponded(obligation=obligation.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
