"""What the owner of a letter sent to its units, and how far each of it got."""

from dataclasses import dataclass
from datetime import datetime

from wian.asks.events import Closed, Extended, Launched, Reminded, Reopened
from wian.circulars.models import Circular
from wian.kit.ref import Ref
from wian.ledger.models import Entry
from wian.outbox.queries import Reach, reach_of, told_of

SENDS = (Launched, Extended, Reminded, Closed, Reopened)
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Send:
    """One telling of many units at once. While it `waits`, not everybody was told yet."""

    entry: Entry
    reach: Reach
    waits: bool

    @property
    def is_under_way(self) -> bool:
        return self.waits or bool(self.reach.under_way)

    @property
    def until(self) -> datetime | None:
        """The new date, of more time."""
        until = self.entry.fields.get("until")
        return datetime.fromisoformat(until) if until else None

    @property
    def units(self) -> int | None:
        """How many were reminded."""
        return self.entry.fields["units"] if self.entry.event == Reminded.name else None


def sends_of(circular: Circular) -> list[Send]:
    """The last ones, the latest first. Three statements, however many units."""
    about = str(Ref("circulars.circular", circular.pk))
    rows = Entry.objects.filter(about=about, event__in=[event.name for event in SENDS])
    entries = list(rows.order_by("-seq")[:SHOWN])
    reach = reach_of([entry.seq for entry in entries])
    told = told_of([entry.seq for entry in entries])
    return [Send(entry, reach[entry.seq], waits=entry.seq not in told) for entry in entries]
