"""Which known names look like a written one, and why. Nothing here decides that two names are one unit: a person does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from saraban.unit_names.abbreviations import is_abbreviation, words_abbreviated
from saraban.unit_names.vocabulary import KIND, LIGHT_WORD, OFFICES
from saraban.words import fold

_DEPENDENT = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")  # stands behind, above or below its letter

# Kinds of likeness, the nearest first.
MISSING, EXTRA, SPELLING, INITIALS, OTHER_KIND, LETTERS = (
    "missing", "extra", "spelling", "initials", "other-kind", "letters",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a written name and a known one are alike.

    `kind`: missing (what stands in `there` is missing in the written name), extra (it has `here` besides), spelling and
    other-kind (`here` instead of `there`), initials (it abbreviates the words of the known name), letters (letters of it).
    `distance` ranks: the smaller the nearer.
    """

    kind: str
    here: str
    there: str
    distance: float


class Names:
    """Known names, prepared for finding those that look like a written one. Names that are equal when folded are not alike."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = [_Name.of(name) for name in names]
        self._by_core: dict[str, list[int]] = defaultdict(list)
        self._by_bare: dict[str, list[int]] = defaultdict(list)
        self._by_gram: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self.names):
            self._by_core[name.core].append(at)
            self._by_bare[name.bare].append(at)
            for gram in name.grams:
                self._by_gram[gram].append(at)

    def like(self, written: str) -> Iterator[tuple[int, Likeness]]:
        """The places of the names that look like `written`, each with the reason, in no order."""
        name = _Name.of(written)
        found = {at: likeness for at in self._candidates(name) if (likeness := _alike(name, self.names[at]))}
        if is_abbreviation(written):
            found = dict(self._abbreviated(name.key)) | found
        surest = min((likeness.distance for likeness in found.values()), default=0)
        yield from (one for one in found.items() if one[1].kind != LETTERS or surest == one[1].distance)

    def _abbreviated(self, letters: str) -> Iterator[tuple[int, Likeness]]:
        """The names that begin with the first of `letters` and have the others behind it, in their order."""
        if len(letters) < 2:
            return
        in_order = re.compile("[เ-ไ]?" + letters[0] + "".join(f"[^{one}]*{one}" for one in letters[1:]))
        for at, known in enumerate(self.names):
            if in_order.match(known.key) and (likeness := _abbreviates(letters, known)):
                yield at, likeness

    def _candidates(self, name: _Name) -> set[int]:
        """Every name that may be alike: of the rarest three-letter parts of `name`, a slip of the pen leaves one as it is."""
        grams = sorted(name.grams, key=lambda gram: len(self._by_gram.get(gram, ())))
        found = {at for gram in grams[: 3 * name.slips + 1] for at in self._by_gram.get(gram, ())}
        found.update(self._by_core.get(name.core, ()), self._by_bare.get(name.bare, ()))
        if not name.is_place:
            for core in _shortened(name.core):
                found.update(self._by_core.get(core, ()))
        return found


@dataclass(frozen=True)
class _Name:
    """A name prepared: folded, its kind in front and the rest, and its numbers, which tell units apart."""

    key: str
    kind: str
    core: str

    @classmethod
    def of(cls, name: str) -> _Name:
        key = fold(name)
        kind = found[0] if (found := KIND.match(key)) and found.end() < len(key) else ""
        return cls(key, kind, key[len(kind) :])

    @cached_property
    def is_place(self) -> bool:
        return bool(self.kind) and self.kind not in OFFICES

    @cached_property
    def bare(self) -> str:
        """Without the words that are left out or put in."""
        return LIGHT_WORD.sub("", self.core) or self.core

    @cached_property
    def numbers(self) -> list[str]:
        return re.findall(r"\d+", self.key)

    @property
    def grams(self) -> set[str]:
        """Its parts of three letters; only names of one kind share them."""
        padded = f"^^{self.core}$$"
        return {self.kind + padded[at : at + 3] for at in range(len(padded) - 2)}

    @cached_property
    def slips(self) -> int:
        """How many letters may be wrong in a name of this length; names of places are close to each other."""
        length = len(self.core)
        if self.is_place or length < 8:
            return int(length >= 4)
        return 2 if length < 16 else 3


def _shortened(core: str) -> Iterator[str]:
    """A name without any one stretch of it, down to a third of its length."""
    least = max(4, len(core) // 3)
    for start, end in combinations(range(len(core) + 1), 2):
        if len(core) - (end - start) >= least:
            yield core[:start] + core[end:]


def _alike(name: _Name, known: _Name) -> Likeness | None:
    """Why they are alike, if they are. Names with other numbers, or of other kinds of places, are other units."""
    if name.key == known.key or name.numbers != known.numbers:
        return None
    kinds_differ = name.kind != known.kind
    if kinds_differ and name.kind and known.kind and (name.is_place or known.is_place):
        return None
    if name.core == known.core:
        return _of_kind(name, known)
    if kinds_differ:
        return None
    return _of_core(name, known)


def _of_kind(name: _Name, known: _Name) -> Likeness:
    if not name.kind:
        return Likeness(MISSING, "", known.kind, 0.5)
    if not known.kind:
        return Likeness(EXTRA, name.kind, "", 0.5)
    return Likeness(OTHER_KIND, name.kind, known.kind, 2)


def _of_core(name: _Name, known: _Name) -> Likeness | None:
    here, there = _difference(name.core, known.core)
    if not here or not there:
        return _with_more(name, known, here, there)
    slips = _distance(here, there, max(name.slips, known.slips))
    if slips is None and name.bare != known.bare:
        return None
    return Likeness(SPELLING, *_in_letters(name.core, known.core), slips or 1.5)


def _with_more(name: _Name, known: _Name, here: str, there: str) -> Likeness | None:
    """One name has everything that the other has, and something more: a letter, a light word, or what may be left out."""
    more, short = here or there, min(len(name.core), len(known.core))
    if not LIGHT_WORD.sub("", more):
        return Likeness(MISSING if there else EXTRA, here, there, 1)
    if len(more) <= name.slips:
        return Likeness(SPELLING, *_in_letters(name.core, known.core), len(more))
    joined = more.startswith("และ") or more.endswith("และ")
    if not name.is_place and short >= 4 and (joined or len(more) <= short):
        return Likeness(MISSING if there else EXTRA, here, there, 1 + 2 * len(more) / (short + len(more)))
    return None


def _difference(one: str, other: str) -> tuple[str, str]:
    """What is left of each between their common beginning and their common end."""
    start, end = _common(one, other)
    return one[start : len(one) - end], other[start : len(other) - end]


def _common(one: str, other: str) -> tuple[int, int]:
    """The lengths of their common beginning and of the common end behind it."""
    most, start, end = min(len(one), len(other)), 0, 0
    while start < most and one[start] == other[start]:
        start += 1
    while end < most - start and one[-end - 1] == other[-end - 1]:
        end += 1
    return start, end


def _in_letters(one: str, other: str) -> tuple[str, str]:
    """The difference as it can be read: with whole letters around it, more of them where one is merely missing."""
    start, end = _common(one, other)
    missing = start + end == min(len(one), len(other))
    for _ in range(2 if missing else 1):
        start = max(0, start - 1)
        while start and _DEPENDENT.match(one, start):
            start -= 1
    end = max(0, end - missing)
    while end and _DEPENDENT.match(one[-end]):
        end -= 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _distance(one: str, other: str, most: int) -> int | None:
    """How many letters to put in, leave out or change to turn one into the other; None for more than `most`."""
    if abs(len(one) - len(other)) > most or min(len(one), len(other)) > 4 * most + 8:
        return None
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        above, row[0] = row[0], at
        for place, other_letter in enumerate(other, start=1):
            above, row[place] = (
                row[place],
                min(above + (letter != other_letter), row[place] + 1, row[place - 1] + 1),
            )
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def _abbreviates(letters: str, known: _Name) -> Likeness | None:
    if len(known.key) < 2 * len(letters):
        return None
    skipped = words_abbreviated(letters, known.key)
    if skipped is not None:
        return Likeness(INITIALS, "", "", 1 + skipped)
    return Likeness(LETTERS, "", "", 3) if len(letters) > 2 else None
