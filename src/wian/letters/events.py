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


@dataclass(frozen=True, slots=True)
class NumberReserved(Event):
    """A number was drawn before its letter was signed; the reason is in the register."""

    says = _("reserved a letter number")
    entry: int
    series: str
    number: int


@dataclass(frozen=True, slots=True)
class NumberCancelled(Event):
    """A reserved number was given up; it stays in the register."""

    says = _("cancelled a letter number")
    entry: int


@dataclass(frozen=True, slots=True)
class Signed(Event):
    """A paper was signed, in which way (`Signature.Way`), and what exactly."""

    says = _("signed a letter")
    draft: int
    unit: int
    way: str
    digest: str


@dataclass(frozen=True, slots=True)
class Issued(Event):
    """A letter got its number and date, and its bytes were sealed."""

    says = _("issued a letter")
    letter: int
    draft: int
    unit: int
    kind: str
    number: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ScanAttached(Event):
    """The scan of a letter that was signed on paper was put on file."""

    says = _("attached the scan of a letter signed on paper")
    letter: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Superseded(Event):
    """A letter no longer holds: another stands in its place, or none (0)."""

    says = _("declared that a letter no longer holds")
    letter: int
    by: int


@dataclass(frozen=True, slots=True)
class EmblemSet(Event):
    """The emblem on the papers of a unit, and of the units below it, was set."""

    says = _("set the emblem of papers")
    unit: int
    sha256: str


@dataclass(frozen=True, slots=True)
class CertificateSet(Event):
    """The certificate that seals the papers of a unit, and of the units below it, was set."""

    says = _("set the certificate that seals papers")
    unit: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PutForward(Event):
    """A draft was put forward to be checked."""

    says = _("put a draft forward")
    draft: int
    unit: int


@dataclass(frozen=True, slots=True)
class Passed(Event):
    """A draft was checked and passed on to be signed."""

    says = _("passed a draft")
    draft: int
    unit: int


@dataclass(frozen=True, slots=True)
class SentBack(Event):
    """A draft was sent back to be changed; the remark stands with it."""

    says = _("sent a draft back")
    draft: int
    unit: int


@dataclass(frozen=True, slots=True)
class GivenUp(Event):
    """A draft was given up; the reason stands with it."""

    says = _("gave a draft up")
    draft: int
    unit: int


@dataclass(frozen=True, slots=True)
class ReceivedNumberGiven(Event):
    """A letter in the register of letters received got its running number."""

    says = _("gave a letter received its number")
    incoming: int
    number: str


@dataclass(frozen=True, slots=True)
class ActionNoted(Event):
    """A unit noted in its register what became of a letter."""

    says = _("noted what became of a letter")
    incoming: int
