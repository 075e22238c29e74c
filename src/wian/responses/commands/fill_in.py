from datetime import datetime

from django.db.models import F, Value
from django.db.models.functions import Coalesce

from wian.asks.commands.move import hold
from wian.asks.models import Obligation
from wian.asks.states import ObligationState
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.nominate import Name, nominate
from wian.responses.commands.propose import Project, propose
from wian.responses.events import FilledIn
from wian.responses.models import Nomination, Proposal
from wian.responses.refusals import NothingToFillIn


@act
def fill_in(
    obligation: Obligation, entry: Name | Project, *, by: Actor, at: datetime
) -> Nomination | Proposal:
    """Type in a name or project from the file that a unit sent (รอกรอกข้อมูล). It stands as sent; the state stays.

    Raises NothingToFillIn, and what naming or proposing raises.
    """
    hold(obligation.recipient)
    submitted = Obligation.objects.filter(
        pk=obligation.pk, state=ObligationState.SUBMITTED, attached__gt=0, nil=False
    )
    if not submitted.exists():
        raise NothingToFillIn(unit=obligation.recipient.unit)
    item: Nomination | Proposal
    if isinstance(entry, Name):
        item = nominate(obligation, entry, by=by, at=at)
    else:
        item = propose(obligation, entry, by=by, at=at)
    type(item)._default_manager.filter(pk=item.pk).update(sent_at=at)
    Obligation.objects.filter(pk=obligation.pk).update(
        state=ObligationState.SUBMITTED, sent=F("taken"), opened_at=Coalesce(F("opened_at"), Value(at))
    )
    record(
        FilledIn(obligation=obligation.pk, item=f"{item._meta.model_name}:{item.pk}"),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
    return item
