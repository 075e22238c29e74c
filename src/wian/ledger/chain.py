"""The chain: how an entry's hash is made, how facts are appended, where it is broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Max

from wian.kit.canonical import canonical, digest
from wian.ledger.models import Entry, Head


@dataclass(frozen=True, slots=True)
class Fact:
    """What `record` keeps until the act ends."""

    event: str
    payload: dict[str, Any]
    at: datetime
    actor: str
    office: str
    about: str
    because: list[str]


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold."""

    seq: int
    why: str


def hash_of(entry: Entry) -> str:
    """The hash that `entry` must carry: 64 hexadecimal digits."""
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    what = [entry.event, at, entry.actor, entry.office, entry.about, entry.because, entry.payload]
    return digest(f"{entry.seq}\n{entry.prev}\n{canonical(what)}")


def append(facts: Sequence[object]) -> None:
    """Write the facts of one act at the end of the chain, under the head's lock, as the act's last statements."""
    head = Head.objects.select_for_update().get()
    entries = []
    for fact in facts:
        if not isinstance(fact, Fact):
            raise TypeError(f"the ledger keeps facts, not {fact!r}")
        entry = Entry(
            seq=head.seq + 1,
            at=fact.at,
            event=fact.event,
            actor=fact.actor,
            office=fact.office,
            about=fact.about,
            because=fact.because,
            payload=canonical(fact.payload),
            prev=head.hash,
        )
        entry.hash = hash_of(entry)
        head.seq, head.hash = entry.seq, entry.hash
        entries.append(entry)
    Entry.objects.bulk_create(entries)
    head.save()


def first_break() -> Break | None:
    """Read the whole chain; None when every entry is as it was written and the last one is the head.

    The head is read first: what is appended meanwhile is no break.
    """
    head = Head.objects.get()
    seq, prev = 0, "0" * 64
    for entry in Entry.objects.filter(seq__lte=head.seq).order_by("seq").iterator(chunk_size=2000):
        if entry.seq != seq + 1:
            return Break(seq + 1, "missing")
        if entry.prev != prev or hash_of(entry) != entry.hash:
            return Break(entry.seq, "changed")
        seq, prev = entry.seq, entry.hash
    if (seq, prev) != (head.seq, head.hash):
        return Break(seq + 1, "missing")
    newest = Entry.objects.aggregate(seq=Max("seq"))["seq"] or 0
    written = Head.objects.get().seq
    return Break(written + 1, "unwritten") if newest > written else None
