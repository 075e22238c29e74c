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


@dataclass(frozen=True, slots=True)
class Sent(Event):
    """A letter that was issued here was sent to units for information: nothing is asked of them."""

    says = _("sent a letter for information")
    circular: int
    letter: int
    units: int


@dataclass(frozen=True, slots=True)
class LetterAccepted(Event):
    """A unit takes the letter on (รับเรื่อง)."""

    says = _("accepted the letter")
    recipient: int
    unit: int


@dataclass(frozen=True, slots=True)
class LetterRejected(Event):
    """A unit does not take the letter on; the reason stands with the recipient."""

    says = _("rejected the letter")
    recipient: int
    unit: int


@dataclass(frozen=True, slots=True)
class LetterCalledInvalid(Event):
    """A unit says that the letter is faulty; the reason stands with the recipient."""

    says = _("called the letter invalid")
    recipient: int
    unit: int


@dataclass(frozen=True, slots=True)
class ExchangeTakenIn(Event):
    """A letter came in as a file of the TH e-GIF exchange; `sha256` is of that file."""

    says = _("took in a letter of the TH e-GIF exchange")
    letter: int
    unit: int
    sha256: str
