from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class Nominated(Event):
    """A unit named a person; a place is taken."""

    says = _("named a person")
    obligation: int
    nomination: int


@dataclass(frozen=True, slots=True)
class Withdrawn(Event):
    """A unit withdrew a name; the place is free again."""

    says = _("withdrew a name")
    obligation: int
    nomination: int


@dataclass(frozen=True, slots=True)
class NilResponded(Event):
    """A unit said that it has nothing to send, with its reason."""

    says = _("stated that there is nothing to send")
    obligation: int


@dataclass(frozen=True, slots=True)
class Presented(Event):
    """An answer was put before the head of the unit for signature."""

    says = _("put the answer forward for signature")
    recipient: int


@dataclass(frozen=True, slots=True)
class Submitted(Event):
    """A unit's answer to a letter left the unit, signed or recorded on its behalf."""

    says = _("submitted the answer")
    recipient: int
    submission: int
    number: int
    sha256: str
    way: str
    late: bool


@dataclass(frozen=True, slots=True)
class RecordedOnBehalf(Event):
    """The owner wrote a unit's answer down as it was told."""

    says = _("recorded an answer on behalf of the unit")
    recipient: int
    channel: str


@dataclass(frozen=True, slots=True)
class Confirmed(Event):
    """A unit confirmed what had been recorded on its behalf."""

    says = _("confirmed what was recorded on the unit's behalf")
    recipient: int
    submission: int


@dataclass(frozen=True, slots=True)
class Accepted(Event):
    """The owner found a unit's answer complete. This decides nothing about its content."""

    says = _("accepted an answer as complete")
    obligation: int
    names: int
