from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class FactsCorrected(Event):
    """The owner corrected what was read from a letter. What stood and what stands is kept beside, `sha256` is of both."""

    says = _("corrected what was read from a letter")
    read_in: int
    facts: list[str]
    sha256: str


@dataclass(frozen=True, slots=True)
class PutAside(Event):
    """A letter that was read in left the list of drafts, without being launched."""

    says = _("put a letter aside that was read in")
    read_in: int


@dataclass(frozen=True, slots=True)
class Launched(Event):
    """A letter became a campaign: its asks, and one obligation for each ask and unit."""

    says = _("launched a circular")
    circular: int
    asks: list[str]
    obligations: int
    seats: int


@dataclass(frozen=True, slots=True)
class TimeAsked(Event):
    """A unit asked for more time for what it still owes to a letter."""

    says = _("asked for more time")
    recipient: int
    until: str


@dataclass(frozen=True, slots=True)
class Extended(Event):
    """The owner moved the date of asks on, for one unit or for all."""

    says = _("moved the date on")
    circular: int
    asks: list[int]
    units: list[int]
    until: str


@dataclass(frozen=True, slots=True)
class TimeRefused(Event):
    """The owner did not grant more time."""

    says = _("did not grant more time")
    recipient: int


@dataclass(frozen=True, slots=True)
class Exempted(Event):
    """A unit need not answer an ask."""

    says = _("exempted the unit")
    obligation: int


@dataclass(frozen=True, slots=True)
class ExemptionEnded(Event):
    """A unit has to answer an ask after all."""

    says = _("ended the exemption")
    obligation: int


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """Answers to an ask are no longer taken."""

    says = _("closed an ask")
    ask: int


@dataclass(frozen=True, slots=True)
class Reopened(Event):
    """Answers to an ask are taken again."""

    says = _("opened an ask again")
    ask: int


@dataclass(frozen=True, slots=True)
class Reminded(Event):
    """The owner reminded units of what they still owe to a letter."""

    says = _("reminded units")
    circular: int
    reminder: int
    units: int
