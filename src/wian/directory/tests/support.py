"""What the tests of several rooms read: what an act wrote in the ledger."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from wian.ledger.models import Entry


@contextmanager
def written() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """Collects (event, payload without its schema) of every entry written while it is open, in order."""
    entries: list[tuple[str, dict[str, Any]]] = []
    before = Entry.objects.count()
    yield entries
    for entry in Entry.objects.filter(seq__gt=before).order_by("seq"):
        payload = json.loads(entry.payload)
        assert payload.pop("schema") == 1
        entries.append((entry.event, payload))
