"""Reads of the ledger: what happened to which things, and what led to it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Min, QuerySet, Value
from django.db.models.functions import Cast, Concat

from wian.kit import ref
from wian.kit.ref import Face
from wian.ledger.models import Entry


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as people read it: with the face of what it is about, and of what led to it (None: nothing that shows)."""

    entry: Entry
    face: Face | None
    because: tuple[Face, ...]


def rows_of(entries: Iterable[Entry]) -> list[Row]:
    """Entries in the order given. One statement for each type of thing among them, however many entries."""
    entries = list(entries)
    faces = ref.faces(thing for entry in entries for thing in (entry.about_ref, *entry.because_refs))

    def row(entry: Entry) -> Row:
        causes = (faces[thing] for thing in entry.because_refs if thing in faces)
        return Row(entry, faces.get(entry.about_ref), tuple(causes))

    return [row(entry) for entry in entries]


def entries_about(things: Mapping[str, QuerySet[Any]]) -> QuerySet[Entry]:
    """The entries about any of `things`: type of a ref -> its rows. They may be many: they stay in the database."""
    first, *others = (_refs(type_, rows) for type_, rows in things.items())
    return Entry.objects.filter(about__in=first.union(*others, all=True))


def lineage_of(entry: Entry) -> list[Entry]:
    """`entry` and what led to it, step by step, back to where nothing is said to have led to it.

    An entry names in `because` the things that led to it: of each, the first entry about it is told, once.
    One statement a step.
    """
    told, refs, known = [entry], set(entry.because), {entry.about}
    while refs:
        step = firsts_about(refs)
        told += step
        known |= refs
        refs = {thing for one in step for thing in one.because} - known
    return told


def firsts_about(refs: Collection[str]) -> list[Entry]:
    """Of each thing, by its ref as written, the first entry about it; the latest of them first."""
    firsts = Entry.objects.filter(about__in=refs).values("about").annotate(first=Min("seq"))
    return list(Entry.objects.filter(seq__in=firsts.values("first")).order_by("-seq"))


def _refs(type_: str, rows: QuerySet[Any]) -> QuerySet[Any, str]:
    """`rows` as the ledger writes them: "asks.obligation:12"."""
    name = Concat(Value(f"{type_}:"), Cast("pk", CharField()))
    return rows.order_by().values_list(name, flat=True)
