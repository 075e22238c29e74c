from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery

from wian.directory.models import Person
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.kit.work import put_all
from wian.ledger.commands.record import record
from wian.outbox.commands.send import send
from wian.outbox.events import SentAgain
from wian.outbox.models import Message
from wian.outbox.queries import sendable, stuck
from wian.outbox.refusals import NoMailServer, NothingToSendAgain, OtherNumberToSend
from wian.outbox.states import MessageState

BATCH = 1000


@act
def send_again(messages: QuerySet[Message], *, expected: int, by: Actor, at: datetime) -> int:
    """Put those of `messages` that are stuck in the queue again, each to the address that the directory has now.

    Those without an address stay as they are. `expected` is the number that was confirmed. Answers it.
    Raises NoMailServer, NothingToSendAgain, OtherNumberToSend.
    """
    if not settings.MAIL:
        raise NoMailServer
    ids = list(sendable(messages, at=at).order_by("pk").values_list("pk", flat=True))
    if not ids:
        raise NothingToSendAgain
    queued = sum(_queue(ids[start : start + BATCH], at) for start in range(0, len(ids), BATCH))
    if not queued == len(ids) == expected:
        raise OtherNumberToSend(seen=expected, now=queued)
    put_all(send, [(message,) for message in ids])
    record(SentAgain(messages=queued), by=by, at=at, about=Ref("outbox.message", ids[0]))
    return queued


def _queue(ids: Sequence[int], at: datetime) -> int:
    email = Person.objects.filter(pk=OuterRef("person")).values("email")
    rows = Message.objects.filter(stuck(at), pk__in=ids)
    return rows.update(
        state=MessageState.QUEUED, why="", answer="", tries=0, address=Subquery(email), moved_at=at
    )
