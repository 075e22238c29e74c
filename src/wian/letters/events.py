from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class Filed(Event):
    """A letter was taken into the site, with the bytes it came in."""

    says = _("filed a letter")
    letter: int
    kind: str
    number: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RegisteredIn(Event):
    """A unit entered a letter in its register of letters received."""

    says = _("entered a letter in the register of letters received")
    letter: int
    unit: int
