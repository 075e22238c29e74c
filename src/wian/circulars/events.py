from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class Addressed(Event):
    """A letter was addressed to the units it will be sent to."""

    says = _("addressed a circular")
    circular: int
    letter: int
    units: list[int]


@dataclass(frozen=True, slots=True)
class Dispatched(Event):
    """A circular was sent round."""

    says = _("dispatched a circular")
    circular: int


@dataclass(frozen=True, slots=True)
class Received(Event):
    """A unit took the circular in (ลงรับ)."""

    says = _("received a circular")
    recipient: int
    unit: int
