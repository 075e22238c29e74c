"""The e-mails of the site, for who looks after it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wian.outbox.models import Message, Notice
from wian.outbox.states import STUCK, UNDER_WAY, MessageState

# A message that is still being sent after so long was left behind by the worker that sent it.
SLOW = timedelta(hours=1)
# Nothing has gone out for so long: it seems that no worker runs.
STALLED = timedelta(minutes=10)
FILTERS: dict[str, str | Promise] = {
    "stuck": pgettext_lazy("messages", "all that did not go out"),
    "held": MessageState.HELD.label,
    "bounced": MessageState.BOUNCED.label,
    "gave_up": MessageState.GAVE_UP.label,
    "slow": _("being sent for more than an hour"),
}


def stuck(at: datetime) -> Q:
    """The condition on messages that somebody has to do something about."""
    return Q(state__in=STUCK) | _slow(at)


def messages_shown(show: str, *, at: datetime) -> QuerySet[Message]:
    """The stuck messages of a filter (a code of FILTERS), the newest first, each with its person and, by its notices, its units."""
    chosen = {"stuck": stuck(at), "slow": _slow(at)}.get(show, Q(state=show))
    return with_units(Message.objects.filter(chosen)).order_by("-pk")


def with_units(messages: QuerySet[Message]) -> QuerySet[Message]:
    notices = Prefetch("notices", Notice.objects.select_related("unit").order_by("pk"))
    return messages.select_related("person").prefetch_related(notices)


def sendable(messages: QuerySet[Message], *, at: datetime) -> QuerySet[Message]:
    """Those of `messages` that are stuck and whose person has an e-mail address in the directory by now."""
    return messages.filter(stuck(at)).exclude(person__email="")


def numbers_of(messages: QuerySet[Message]) -> tuple[int, int]:
    """How many messages, to how many people."""
    found = messages.order_by().aggregate(count=Count("pk"), people=Count("person", distinct=True))
    return found["count"], found["people"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How many messages are in a state, and why (a Message.Why, "" where there is nothing to say)."""

    state: MessageState
    why: str
    count: int


def standings() -> list[Standing]:
    """All messages by state and reason, in the order of a message's life. One statement."""
    rows = Message.objects.values_list("state", "why").annotate(Count("pk"))
    order = list(MessageState)
    found = [Standing(MessageState(state), str(Message.Why(why).label), count) for state, why, count in rows]
    return sorted(found, key=lambda one: (order.index(one.state), one.why))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the messages are that were put in the queue last: `done` of `all`; `again` wait for another try."""

    done: int = 0
    all: int = 0
    again: int = 0
    stalled: bool = False

    @property
    def goes_on(self) -> bool:
        return self.done < self.all and not self.stalled


def progress(*, at: datetime) -> Progress:
    """Two statements at most; one while nothing is under way."""
    waiting = Message.objects.filter(state__in=UNDER_WAY).exclude(_slow(at))
    fresh = Q(tries=0) | Q(state=MessageState.SENDING)
    now = waiting.aggregate(
        fresh=Count("pk", filter=fresh), again=Count("pk", filter=~fresh), since=Min("moved_at", filter=fresh)
    )
    if not now["fresh"]:
        return Progress(again=now["again"])
    past = Message.objects.exclude(state__in=(*UNDER_WAY, MessageState.HELD)).filter(
        moved_at__gt=now["since"]
    )
    gone = past.aggregate(count=Count("pk"), last=Max("moved_at"))
    last = gone["last"] or now["since"]
    return Progress(gone["count"], gone["count"] + now["fresh"], now["again"], at - last > STALLED)


def _slow(at: datetime) -> Q:
    return Q(state=MessageState.SENDING, moved_at__lt=at - SLOW)
