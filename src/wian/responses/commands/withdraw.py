from datetime import datetime

from wian.asks.commands.move import free_seat
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.settle import settle
from wian.responses.events import ProposalWithdrawn, Withdrawn
from wian.responses.models import Nomination, Proposal
from wian.responses.refusals import AlreadySent, AlreadyWithdrawn


@act
def withdraw(item: Nomination | Proposal, *, by: Actor, at: datetime) -> None:
    """Take back a name or project that was not sent; its place is free again.

    Raises AlreadySent, AlreadyWithdrawn, AnswerClosed, AskClosed.
    """
    obligation = item.response.obligation
    standing = type(item)._default_manager.filter(pk=item.pk, withdrawn_at=None)
    # The place first, as when naming: two acts that lock in different order block each other.
    freed = free_seat(obligation)
    if standing.exclude(sent_at=None).exists():
        raise AlreadySent(what=item)
    if not freed or not standing.update(withdrawn_at=at):
        raise AlreadyWithdrawn(name=item)
    settle(obligation)
    record(
        Withdrawn(obligation=obligation.pk, nomination=item.pk)
        if isinstance(item, Nomination)
        else ProposalWithdrawn(obligation=obligation.pk, proposal=item.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
