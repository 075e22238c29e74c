"""Which units a typed list means, as far as that is sure, and what has to be chosen or corrected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from saraban.unit_list import units_in
from saraban.words import fold
from wian.directory.models import Unit
from wian.directory.queries import matching

OUT = "out"  # leave the name out; otherwise the id of a unit is chosen


@dataclass(frozen=True, slots=True)
class Named:
    """One name of the list, and the `choice` made where it is not sure what it means ("" while none is)."""

    match: matching.Match
    choice: str = ""

    @property
    def field(self) -> str:
        """The name of the field in which the unit is chosen."""
        return f"unit-{sha256(fold(self.match.name).encode()).hexdigest()[:12]}"

    @property
    def unit(self) -> Unit | None:
        chosen = (near.unit for near in self.match.near if str(near.unit.pk) == self.choice)
        return self.match.unit or next(chosen, None)


@dataclass(frozen=True, slots=True)
class Listed:
    """The names of a list in its order, and its lines that are not clear."""

    named: tuple[Named, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def units(self) -> list[Unit]:
        """The units that are meant, each once."""
        return list(dict.fromkeys(one.unit for one in self.named if one.unit))

    @property
    def unsure(self) -> list[Named]:
        return [one for one in self.named if one.match.near]

    @property
    def unknown(self) -> list[str]:
        """The names that nothing in the directory is like."""
        return [one.match.name for one in self.named if one.match.how == matching.NEW]


def listed(text: str, *, within: Unit, choices: Mapping[str, object]) -> Listed:
    """What `text`, a unit a line, means in a letter of `within`; `choices` is what was posted. Three statements at most."""
    rows, unclear = units_in(text)
    names = {fold(name): name for name, _count in rows}
    matches = [Named(match) for match in matching.match(list(names.values()), within=within)]
    return Listed(tuple(Named(one.match, str(choices.get(one.field, ""))) for one in matches), tuple(unclear))


def digest_of(units: Iterable[Unit]) -> str:
    """What stands for a list of units on a page that was seen."""
    return sha256(",".join(str(pk) for pk in sorted(unit.pk for unit in units)).encode()).hexdigest()
