from datetime import datetime

from wian.circulars.events import Dispatched
from wian.circulars.models import Circular
from wian.circulars.refusals import AlreadyDispatched
from wian.circulars.states import CircularState
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def dispatch(circular: Circular, *, by: Actor, at: datetime) -> None:
    """Send the circular to all its recipients. Raises AlreadyDispatched."""
    addressed = Circular.objects.filter(pk=circular.pk, state=CircularState.ADDRESSED)
    if not addressed.update(state=CircularState.DISPATCHED, dispatched_at=at):
        raise AlreadyDispatched
    record(
        Dispatched(circular=circular.pk),
        by=by,
        at=at,
        about=Ref("circulars.circular", circular.pk),
        because=[Ref("letters.letter", circular.letter_id)],
    )
