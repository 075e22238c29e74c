from datetime import datetime

from wian.asks.events import PutAside
from wian.asks.models import ReadIn
from wian.asks.refusals import NoDraftAnyMore
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def put_aside(draft: ReadIn, *, by: Actor, at: datetime) -> None:
    """Take a letter that was read in off the list of drafts; read in again, it is there again, as it was corrected.

    Raises NoDraftAnyMore once it was launched or put aside.
    """
    drafts = ReadIn.objects.filter(pk=draft.pk, circular=None, put_aside_at=None)
    if not drafts.update(put_aside_at=at):
        raise NoDraftAnyMore
    record(PutAside(read_in=draft.pk), by=by, at=at, about=Ref("asks.read_in", draft.pk))
