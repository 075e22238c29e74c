"""Entries reach those who listen: every one of them, once, in order, after the act that wrote it has committed.

    listen("outbox", tell)      # from a room's apps.py; the database keeps the name, so it stays

Acts append under the head's lock until they commit, so entries appear in the order of their numbers: one number, the
listener's cursor, says what it has heard. What hearing changes and the cursor's move are one transaction.
"""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models import Q

from wian.kit.work import job, put
from wian.ledger.models import Cursor, Entry, Head

BATCH = 100
SECONDS = 1.0  # a longer helping would keep acts on SQLite waiting
Hear = Callable[[Entry], None]

log = logging.getLogger("wian.ledger")
_listeners: dict[str, Hear] = {}


def listen(name: str, hear: Hear) -> None:
    """Have `hear` called with every entry from now on, in the delivery's transaction. Raises TypeError for a name in use."""
    if _listeners.setdefault(name, hear) is not hear:
        raise TypeError(f"two listeners are called {name}")


def set_cursors(using: str = "default", **_: Any) -> None:
    """Give listeners that are new on this site their cursor at the head: they do not hear the past."""
    head = Head.objects.using(using).get()
    Cursor.objects.using(using).bulk_create(
        [Cursor(listener=name, seq=head.seq) for name in _listeners], ignore_conflicts=True
    )


def deliver_waiting() -> bool:
    """Deliver the next entries to every listener that is behind; True while there may be more.

    Costs one read when nothing waits. Several workers may do it at once: a listener that one of them serves is left to it.
    """
    behind = Q(seq__lt=Head.objects.values("seq")[:1])
    waits = dict(Cursor.objects.annotate(waits=behind).values_list("listener", "waits"))
    if not _listeners.keys() <= waits.keys():
        set_cursors()
    more = [_deliver_to(name) for name in _listeners if waits.get(name)]
    return any(more)


@job
def deliver_again(listener: str, seq: int) -> None:
    """Let a listener hear an entry that it failed to hear."""
    _listeners[listener](Entry.objects.get(pk=seq))


@transaction.atomic
def _deliver_to(name: str) -> bool:
    cursor = Cursor.objects.select_for_update(skip_locked=True).filter(listener=name).first()
    if not cursor:
        return False
    ends = monotonic() + SECONDS
    for entry in Entry.objects.filter(seq__gt=cursor.seq).order_by("seq")[:BATCH]:
        try:
            with transaction.atomic():
                _listeners[name](entry)
        except Exception:
            log.exception("%s did not hear entry %s, which is put aside", name, entry.seq)
            put(deliver_again, name, entry.seq)
        cursor.seq = entry.seq
        if monotonic() >= ends:
            break
    cursor.save()
    return True
