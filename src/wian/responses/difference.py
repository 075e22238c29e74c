"""What a unit changed between two of its submissions. Pure: the content of both, no queries, no words of the screen."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from saraban.words import fold, person_key

Thing = Mapping[str, Any]

# How much two labels must share for one to have become the other.
ALIKE = 0.5
# In which order the fields of a thing are told; others come after them.
ORDER = (
    "title", "given_name", "family_name", "post", "issue", "horizon", "starts_on", "ends_on", "visible_result", "money",
    "satang", "responsible", "phone", "email", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field that is not the same: what stood there and what stands now, as text; empty: nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing of an ask that was added, removed or changed: what it was called, what it is called, and the fields that differ.

    `what` is name, project, file, text or nothing (the reason why there is nothing to send).
    """

    ask: int
    what: str
    before: str
    after: str
    fields: tuple[Field, ...]

    @property
    def how(self) -> str:
        if not self.before:
            return "added"
        return "changed" if self.after else "removed"


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of one kind: what they are called, and what one is known again by."""

    label: Callable[[Thing], str]
    key: Callable[[Thing], str]
    may_be_renamed: bool = True


KINDS = {
    "name": Kind(
        lambda name: f"{name.get('title', '')}{name['given_name']} {name['family_name']}",
        lambda name: person_key(name["given_name"], name["family_name"]),
    ),
    "project": Kind(lambda project: str(project["title"]), lambda project: fold(project["title"])),
    "file": Kind(lambda file: str(file["name"]), lambda file: str(file["sha256"]), may_be_renamed=False),
}


def difference(before: Thing, after: Thing) -> tuple[Change, ...]:
    """Every change from one submission's content (`commands.submit.content_of`) to another's, told once.

    A person is known again by name, a project by title, a file by its bytes; who or what was renamed, by how alike the names are.

    >>> name = {"given_name": "มานี", "family_name": "ใจดี"}
    >>> old, new = ({"asks": [{"ask": 1, "names": [{**name, "phone": phone}]}]} for phone in ("1111", "2222"))
    >>> [(change.how, change.after, change.fields) for change in difference(old, new)]
    [('changed', 'มานี ใจดี', (Field(name='phone', before='1111', after='2222'),))]
    """
    old, new = parts_of(before), parts_of(after)
    return tuple(
        change
        for ask in dict.fromkeys((*new, *old))
        for change in _changes(ask, old.get(ask, {}), new.get(ask, {}))
    )


def parts_of(content: Thing) -> dict[int, Thing]:
    """What a submission says to each ask, by the ask's id."""
    return {part["ask"]: part for part in content["asks"]}


def _changes(ask: int, old: Thing, new: Thing) -> Iterator[Change]:
    for what in ("nothing", "text"):
        before, after = _text(old.get(what)), _text(new.get(what))
        if blocks := tuple(_blocks(what, before, after)):
            yield Change(ask, what, before, after, blocks)
    for what, kind in KINDS.items():
        for was, now in _pairs(kind, old.get(f"{what}s", ()), new.get(f"{what}s", ())):
            if fields := tuple(_fields(was or {}, now or {})):
                before, after = (kind.label(thing) if thing else "" for thing in (was, now))
                yield Change(ask, what, before, after, fields)


def _pairs(
    kind: Kind, before: Sequence[Thing], after: Sequence[Thing]
) -> Iterator[tuple[Thing | None, Thing | None]]:
    """What each thing was before, in the order of those that are there now; then those that are gone."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for place, thing in enumerate(before):
        waiting[kind.key(thing)].append(place)
    was: dict[int, int] = {}
    for place, thing in enumerate(after):
        if same := waiting[kind.key(thing)]:
            was[place] = same.pop(0)
    if kind.may_be_renamed:
        gone = {place: kind.label(before[place]) for places in waiting.values() for place in places}
        new = {place: kind.label(thing) for place, thing in enumerate(after) if place not in was}
        was |= _renamed(gone, new)
    yield from ((before[was[place]] if place in was else None, thing) for place, thing in enumerate(after))
    kept = set(was.values())
    yield from ((thing, None) for place, thing in enumerate(before) if place not in kept)


def _renamed(gone: Mapping[int, str], new: Mapping[int, str]) -> dict[int, int]:
    """Which of the new labels was which of the old ones: the most alike first, each once."""
    ranked = sorted(
        (-alike, place, was)
        for place, label in new.items()
        for was, other in gone.items()
        if (alike := _likeness(label, other)) >= ALIKE
    )
    found: dict[int, int] = {}
    for _, place, was in ranked:
        if place not in found and was not in found.values():
            found[place] = was
    return found


def _likeness(here: str, there: str) -> float:
    one, other = _letters(here), _letters(there)
    return 2 * len(one & other) / (len(one) + len(other))


@lru_cache(maxsize=256)
def _letters(label: str) -> frozenset[str]:
    """Every two letters that follow each other, and the first."""
    word = f" {fold(label)}"
    return frozenset(word[place : place + 2] for place in range(len(word) - 1)) or frozenset({label})


def _fields(was: Thing, now: Thing) -> Iterator[Field]:
    for name in dict.fromkeys((*ORDER, *now, *was)):
        before, after = _text(was.get(name)), _text(now.get(name))
        if before != after and name != "sha256":
            yield Field(name, before, after)


def _blocks(name: str, before: str, after: str) -> Iterator[Field]:
    """The lines of a text that differ, block by block."""
    old, new = before.splitlines(), after.splitlines()
    for how, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes():
        if how != "equal":
            yield Field(name, "\n".join(old[first:last]), "\n".join(new[start:end]))


def _text(value: object) -> str:
    return "" if value is None else str(value)
