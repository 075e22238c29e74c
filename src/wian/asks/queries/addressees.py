"""Whom a letter would go to: the units named in its list, by what the directory and the owner say of each name."""

from dataclasses import dataclass

from wian.asks.proposal import Proposal
from wian.asks.unit_choices import NEW, OUT, field_of
from wian.directory.models import Unit
from wian.directory.queries import matching
from wian.kit.actor import Actor

OFFERED_AT_MOST = 100  # names whose choices stand on the page at one time, besides those that are made


@dataclass(frozen=True, slots=True)
class Addressee:
    """One name, what it means, and what the owner chose where that is not sure ("" while nothing is chosen)."""

    match: matching.Match
    choice: str = ""

    @property
    def name(self) -> str:
        return self.match.name

    @property
    def field(self) -> str:
        return field_of(self.name)

    @property
    def unit(self) -> Unit | None:
        """The unit that is meant; None for a new one, and as long as it is not decided."""
        return self.match.unit or next(
            (near.unit for near in self.match.near if str(near.unit.pk) == self.choice), None
        )

    @property
    def offers(self) -> tuple[matching.Near, ...]:
        """The units to choose among; for a name that was left out also the one that it means for sure."""
        return self.match.near or ((matching.Near(self.match.unit, None),) if self.match.unit else ())

    @property
    def is_left_out(self) -> bool:
        return self.choice == OUT

    @property
    def is_decided(self) -> bool:
        """Did the owner choose? A unit that is no longer offered is no choice."""
        near = bool(self.match.near)
        return self.is_left_out or (near and (self.choice == NEW or self.unit is not None))

    @property
    def is_undecided(self) -> bool:
        return bool(self.match.near) and not self.is_decided

    @property
    def is_new(self) -> bool:
        """Would a launch enter it in the directory?"""
        return self.match.how == matching.NEW or (bool(self.match.near) and self.choice == NEW)


@dataclass(frozen=True, slots=True)
class Addressees:
    """The names of a letter's list, in its order; `left_out` are those that the owner left out of it."""

    named: tuple[Addressee, ...]
    left_out: tuple[Addressee, ...] = ()

    @property
    def known(self) -> int:
        """How many are in the directory for sure."""
        return sum(one.match.unit is not None for one in self.named)

    @property
    def units(self) -> frozenset[int]:
        """The ids of the units that are meant, as far as they are in the directory."""
        return frozenset(one.unit.pk for one in self.named if one.unit)

    @property
    def abbreviated(self) -> list[Addressee]:
        return [one for one in self.named if one.match.how == matching.ABBREVIATION]

    @property
    def new(self) -> list[Addressee]:
        return [one for one in self.named if one.is_new]

    @property
    def undecided(self) -> list[Addressee]:
        return [one for one in self.named if one.is_undecided]

    @property
    def offered(self) -> list[Addressee]:
        return self.undecided[:OFFERED_AT_MOST]

    @property
    def not_offered(self) -> int:
        return len(self.undecided) - len(self.offered)

    @property
    def decided(self) -> list[Addressee]:
        return [one for one in (*self.named, *self.left_out) if one.is_decided]

    @property
    def meant(self) -> list[Addressee]:
        """Those of which the owner chose the unit."""
        return [one for one in self.named if one.is_decided and one.unit]

    @property
    def twice(self) -> tuple[str, str] | None:
        """Two names that mean one unit, if there are any."""
        names: dict[int, str] = {}
        for one in self.named:
            if one.unit and (first := names.setdefault(one.unit.pk, one.name)) != one.name:
                return first, one.name
        return None


def addressees(proposal: Proposal, actor: Actor) -> Addressees:
    """Whom a letter of the actor's office would go to. Four statements at most, however many names."""
    return addressees_within(proposal, Unit.objects.get(pk=actor.unit or 0))


def addressees_within(proposal: Proposal, home: Unit) -> Addressees:
    """The same for the letter of a unit. Three statements at most."""
    left_out = [name for name, choice in proposal.choices.items() if choice == OUT]
    names = (*proposal.units, *left_out)
    found = tuple(
        Addressee(match, proposal.choices.get(match.name, "")) for match in matching.match(names, within=home)
    )
    return Addressees(found[: len(proposal.units)], found[len(proposal.units) :])
