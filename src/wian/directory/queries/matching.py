"""Which units the names in a letter mean: those that are sure, and those that a person has to choose, with the reason."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from saraban.unit_names import MISSING, Likeness, Names, is_abbreviation, written_out
from saraban.words import fold
from wian.directory.models import Unit, UnitType
from wian.directory.queries import is_elsewhere, nearest, nearness, units_named

NEAR_AT_MOST = 3
SAME_AT_MOST = 10  # of units that have one name, so many are offered

EXACT, LOOK_ALIKE, ABBREVIATION, SAME, NEAR, NEW = (
    "exact", "look-alike", "abbreviation", "same-name", "near", "new",
)  # fmt: skip

REASONS = {
    "missing": gettext_lazy("“%(there)s” is missing"),
    "extra": gettext_lazy("“%(here)s” is too much"),
    "spelling": gettext_lazy("“%(here)s” instead of “%(there)s”"),
    "other-kind": gettext_lazy("“%(here)s” instead of “%(there)s”"),
    "initials": gettext_lazy("may be an abbreviation of this name"),
    "letters": gettext_lazy("may be an abbreviation of letters of this name"),
}


@dataclass(frozen=True, slots=True)
class Near:
    """A unit that a name may mean; `place` is the unit above it, `likeness` None where it has just that name."""

    unit: Unit
    place: Unit | None
    likeness: Likeness | None = None

    @property
    def reason(self) -> str:
        like = self.likeness
        if like is None:
            return _("the same name or abbreviation")
        return str(REASONS[like.kind]) % {"here": like.here, "there": like.there}


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: `unit` where that is sure; where it is not, the units that it may mean, the likeliest first.

    `how`: exact, look-alike (but for spaces, digits, letters that look alike) or abbreviation; without a unit same-name
    (several have that name or abbreviation), near, or new (there is nothing like it).
    """

    name: str
    unit: Unit | None
    how: str
    near: tuple[Near, ...] = ()


def match(names: Collection[str], *, within: Unit) -> tuple[Match, ...]:
    """What each of `names` means in a letter of the unit `within`. Three statements at most, however many names and units.

    A unit of another tree or of another department is meant only by a name that says so (กองคลัง กรม…).
    """
    found = units_named(names, within=within)
    directory = _Directory(within)
    return tuple(_named(name, found.get(fold(name), [])) or directory.match(name) for name in names)


def _named(name: str, units: Collection[Unit]) -> Match | None:
    for unit in units if len(units) == 1 else ():
        return Match(name, unit, EXACT if " ".join(name.split()) == unit.name else LOOK_ALIKE)
    return None


class _Directory:
    """The units that a letter of `within` may mean, read when the first name asks for them."""

    def __init__(self, within: Unit) -> None:
        self.within = within

    def match(self, name: str) -> Match:
        """What a name means that is not the name of just one unit."""
        key = fold(name)
        if named := self._by_key.get(key) or self._by_place.get(key):
            return self._one_of(name, nearest(named, self.within), EXACT)
        like = self._like(name)
        if named := self._by_abbreviation.get(key) or self._by_key.get(fold(self._written_out(name))):
            # Where a group is known as กพร., สำนักงาน ก.พ.ร. may be meant as well.
            letters = [one for one in like if is_abbreviation(name)]
            called = [one.unit for one in letters if one.likeness and one.likeness.kind == MISSING]
            return self._one_of(name, [*nearest(named, self.within), *called], ABBREVIATION)
        return Match(name, None, NEAR if like else NEW, tuple(like[:NEAR_AT_MOST]))

    def _one_of(self, name: str, units: list[Unit], how: str) -> Match:
        meant = list(dict.fromkeys(units))
        if len(meant) == 1:
            return Match(name, meant[0], how)
        return Match(name, None, SAME, tuple(Near(one, self._place(one)) for one in meant[:SAME_AT_MOST]))

    def _like(self, name: str) -> list[Near]:
        """The units whose names look like `name`, the likeliest first; of those alike, the one nearest in the tree."""
        found = [(self._reachable[at], like) for at, like in self._names.like(self._written_out(name))]
        found.sort(key=lambda one: (one[1].distance, -nearness(one[0], self.within), one[0].pk))
        return [Near(unit, self._place(unit), like) for unit, like in found]

    def _place(self, unit: Unit) -> Unit | None:
        return self._by_pk[unit.parent_id] if unit.parent_id else None

    def _written_out(self, name: str) -> str:
        return written_out(name, self._ministries)

    @cached_property
    def _by_pk(self) -> dict[int, Unit]:
        """The whole tree of `within`, and the tops of the others."""
        top = f"/{self.within.ancestors[0]}/"
        units = Unit.objects.filter(Q(parent=None) | Q(path__startswith=top)).order_by("pk")
        return {unit.pk: unit for unit in units}

    @cached_property
    def _reachable(self) -> list[Unit]:
        departments = {pk for pk, unit in self._by_pk.items() if unit.type == UnitType.DEPARTMENT}
        departments.difference_update(self.within.ancestors)
        return [one for one in self._by_pk.values() if not is_elsewhere(one, self.within, departments)]

    @cached_property
    def _names(self) -> Names:
        return Names(unit.name for unit in self._reachable)

    @cached_property
    def _ministries(self) -> dict[str, str]:
        ministries = [unit for unit in self._reachable if unit.type == UnitType.MINISTRY]
        return {key: unit.name for unit in ministries for key in unit.abbreviations}

    @cached_property
    def _by_key(self) -> dict[str, list[Unit]]:
        """By name; a name that is an abbreviation also by what it stands for."""
        written_out = ((self._written_out(unit.name), unit) for unit in self._reachable)
        longer = ((fold(name), unit) for name, unit in written_out if name != unit.name)
        return _grouped([*((unit.key, unit) for unit in self._reachable), *longer])

    @cached_property
    def _by_abbreviation(self) -> dict[str, list[Unit]]:
        return _grouped((key, unit) for unit in self._reachable for key in unit.abbreviations)

    @cached_property
    def _by_place(self) -> dict[str, list[Unit]]:
        """By name with where it stands, from either end: with a unit above it, or with all of them."""
        return _grouped((key, unit) for unit in self._by_pk.values() for key in set(self._with_places(unit)))

    def _with_places(self, unit: Unit) -> Iterator[str]:
        above = [self._by_pk[one].key for one in reversed(unit.ancestors[:-1])]
        for keys in [[one] for one in above] + [above]:
            if keys:
                yield "".join([unit.key, *keys])
                yield "".join([*reversed(keys), unit.key])


def _grouped(pairs: Iterable[tuple[str, Unit]]) -> dict[str, list[Unit]]:
    grouped: dict[str, list[Unit]] = defaultdict(list)
    for key, unit in pairs:
        grouped[key].append(unit)
    return grouped
