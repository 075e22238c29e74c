"""The chain: how an entry's hash is made, how facts are appended, how far it holds."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.db.models import Max

from wian.kit.canonical import canonical, digest
from wian.ledger.models import BEGINNING, Entry, Head


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


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a chain holds: number and hash of the last good entry, the hashes of those asked for, the break."""

    seq: int
    hash: str
    hashes: Mapping[int, str]
    broken: Break | None = None


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


def follow(entries: Iterable[Entry], marks: Collection[int] = ()) -> Reading:
    """Read entries from the first on, as far as the chain holds, and keep the hashes of those numbered in `marks`."""
    seq, prev, hashes = 0, BEGINNING, {0: BEGINNING}
    for entry in entries:
        if entry.seq != seq + 1:
            return Reading(seq, prev, hashes, Break(seq + 1, "missing"))
        if entry.prev != prev or hash_of(entry) != entry.hash:
            return Reading(seq, prev, hashes, Break(entry.seq, "changed"))
        seq, prev = entry.seq, entry.hash
        if seq in marks:
            hashes[seq] = prev
    return Reading(seq, prev, hashes)


def follow_site(marks: Collection[int] = ()) -> Reading:
    """Read this site's whole chain: it holds when every entry is as it was written and the last one is the head.

    The head is read first: what is appended meanwhile is no break.
    """
    head = Head.objects.get()
    read = follow(whole_chain(head.seq), marks)
    if read.broken:
        return read
    if (read.seq, read.hash) != (head.seq, head.hash):
        return replace(read, broken=Break(read.seq + 1, "missing"))
    newest = Entry.objects.aggregate(seq=Max("seq"))["seq"] or 0
    written = Head.objects.get().seq
    return replace(read, broken=Break(written + 1, "unwritten")) if newest > written else read


def first_break() -> Break | None:
    """Where this site's chain is broken; None when it holds."""
    return follow_site().broken


def whole_chain(until: int) -> Iterator[Entry]:
    """The entries up to number `until`, in order, a few thousand in memory at a time."""
    return Entry.objects.filter(seq__lte=until).order_by("seq").iterator(chunk_size=2000)
