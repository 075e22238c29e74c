"""Say that something happened, inside the act in which it happened."""

from collections.abc import Sequence
from datetime import datetime

from wian.kit.act import add_fact
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.chain import Fact
from wian.ledger.events import Event


def record(event: Event, *, by: Actor, at: datetime, about: Ref, because: Sequence[Ref] = ()) -> None:
    """Keep `event` for the ledger; the outermost act writes it last. Raises RuntimeError outside of an act.

    `because` names what led to it: lineage is read from there.
    """
    add_fact(
        Fact(
            event=event.name,
            payload=event.payload(),
            at=at,
            actor=by.key,
            office=by.office,
            about=str(about),
            because=[str(ref) for ref in because],
        )
    )
