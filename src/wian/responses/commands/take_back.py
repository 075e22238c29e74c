from datetime import datetime

from wian.asks.commands.move import hold, move
from wian.asks.models import Ask, Obligation
from wian.asks.states import ObligationState
from wian.circulars.models import Recipient
from wian.circulars.queries import contact_of
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.responses.commands.settle import ITEMS
from wian.responses.events import TakenBack
from wian.responses.models import Signature, Submission, TakeBack
from wian.responses.refusals import OpenedByOwner


@act
def take_back(recipient: Recipient, *, by: Actor, at: datetime) -> None:
    """Take back (ถอนคืน) what was sent and the owner has not opened. It was sent in time all the same, if it was.

    Raises OpenedByOwner.
    """
    hold(recipient)
    unopened = Obligation.objects.filter(recipient=recipient, state=ObligationState.SUBMITTED, opened_at=None)
    owed = list(unopened.exclude(ask__kind=Ask.Kind.ACKNOWLEDGE).select_related("recipient__unit"))
    if not owed:
        raise OpenedByOwner(unit=recipient.unit, contact=contact_of(recipient.circular))
    move(owed, ObligationState.DRAFT, sent=None, prepared_at=None)
    for model in ITEMS:
        model._default_manager.filter(response__in=[row.pk for row in owed]).update(sent_at=None)
    signed = Submission.objects.filter(recipient=recipient).exclude(signature__way=Signature.Way.TAP)
    submission = signed.latest("number")
    rest = Obligation.objects.filter(recipient=recipient).exclude(sent=None)
    if not rest.exclude(ask__kind=Ask.Kind.ACKNOWLEDGE).exists():  # a part that stands keeps its proof
        TakeBack.objects.get_or_create(
            submission=submission, defaults={"name": by.name, "office": by.office, "at": at}
        )
    record(
        TakenBack(recipient=recipient.pk, submission=submission.pk),
        by=by,
        at=at,
        about=Ref("circulars.recipient", recipient.pk),
        because=[Ref("circulars.circular", recipient.circular_id)],
    )
