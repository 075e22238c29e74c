from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class UnitAdded(Event):
    """A unit was entered in the directory."""

    says = _("entered a unit in the directory")
    unit: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class PostAdded(Event):
    """A post was set up in a unit, with its roles."""

    says = _("set up a post")
    post: int
    unit: int
    title: str
    roles: list[str]


@dataclass(frozen=True, slots=True)
class Appointed(Event):
    """A person came to hold a post, or to act in it."""

    says = _("recorded who holds a post")
    holding: int
    post: int
    person: int
    kind: str


@dataclass(frozen=True, slots=True)
class AddressSet(Event):
    """A person's e-mail address was entered, changed or taken away (`there` says whether there is one now)."""

    says = _("set an e-mail address")
    person: int
    there: bool
