"""Notices and messages as they stand in the database, without a worker."""

from typing import Any
from uuid import uuid4

from wian.directory.models import Person, Unit
from wian.kit import clock
from wian.ledger.models import Entry
from wian.outbox.models import Message, Notice
from wian.outbox.tests.support import WORDING


def notice(person: Person, *, unit: str = "", state: str = "", entry: int = 0, **more: Any) -> Notice:
    """One thing that the person was told, about the latest entry; with an e-mail in `state`, if one is named."""
    fields = {
        "entry_id": entry or Entry.objects.latest("seq").pk,
        "unit": Unit.objects.get(name=unit) if unit else None,
        "wording": WORDING.code,
        "facts": {"unit": "กองแผนที่", "count": 2},
        "url": f"/?{uuid4()}",
        "at": clock.now(),
        "message": message(person, state) if state else None,
    }
    return Notice.objects.create(person=person, **fields | more)


def message(person: Person, state: str = "held", **more: Any) -> Message:
    """An e-mail to the person."""
    fields = {"address": person.email, "message_id": f"<{uuid4()}@test>", "made_at": clock.now()}
    return Message.objects.create(person=person, state=state, **{"moved_at": clock.now()} | fields | more)
