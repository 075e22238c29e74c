from datetime import datetime

from wian.asks.events import Closed, Reopened
from wian.asks.models import Ask
from wian.asks.refusals import ClosedBefore
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def close(ask: Ask, *, by: Actor, at: datetime) -> None:
    """Take no more answers to an ask (ปิดรับ). What was sent stands; what was typed is kept. Raises ClosedBefore."""
    if not Ask.objects.filter(pk=ask.pk, closed_at=None).update(closed_at=at):
        raise ClosedBefore(ask=ask.what)
    _record(Closed(ask=ask.pk), ask, by, at)


@act
def reopen(ask: Ask, *, by: Actor, at: datetime) -> None:
    """Take answers again. Raises ClosedBefore."""
    if not Ask.objects.filter(pk=ask.pk).exclude(closed_at=None).update(closed_at=None):
        raise ClosedBefore(ask=ask.what)
    _record(Reopened(ask=ask.pk), ask, by, at)


def _record(event: Closed | Reopened, ask: Ask, by: Actor, at: datetime) -> None:
    circular = Ref("circulars.circular", ask.circular_id)
    record(event, by=by, at=at, about=circular, because=[circular])
