"""The one reference upward: a type and an id. The room that owns the type says how to show it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """Names a row of any room ("circulars.recipient", 12) without importing it."""

    type: str
    id: int

    def __str__(self) -> str:
        return f"{self.type}:{self.id}"


@dataclass(frozen=True, slots=True)
class Face:
    """How a referred row looks from outside: its title, and its page (empty when it has none)."""

    title: str
    url: str = ""


Show = Callable[[Collection[int]], Mapping[int, Face]]
_shows: dict[str, Show] = {}


def show(type_: str, faces_of: Show) -> None:
    """Register, from the owning room's `apps.py`, how rows of its type are shown, many at a time."""
    _shows[type_] = faces_of


def faces(refs: Iterable[Ref]) -> dict[Ref, Face]:
    """The faces of `refs`; what no open room knows, or what is gone, is left out. One call a type."""
    ids: dict[str, set[int]] = defaultdict(set)
    for ref in refs:
        ids[ref.type].add(ref.id)
    return {
        Ref(type_, id_): face
        for type_, wanted in ids.items()
        if type_ in _shows
        for id_, face in _shows[type_](wanted).items()
    }
