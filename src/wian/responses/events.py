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
class Proposed(Event):
    """A unit proposed a project."""

    says = _("proposed a project")
    obligation: int
    proposal: int


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn(Event):
    """A unit withdrew a project."""

    says = _("withdrew a project")
    obligation: int
    proposal: int


@dataclass(frozen=True, slots=True)
class Corrected(Event):
    """A unit changed what it had in and not yet sent."""

    says = _("corrected an entry")
    obligation: int
    item: str
    fields: list[str]


@dataclass(frozen=True, slots=True)
class Attached(Event):
    """A unit attached a file to its answer."""

    says = _("attached a file")
    obligation: int
    attachment: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Detached(Event):
    """A unit took a file out of its answer."""

    says = _("removed a file")
    obligation: int
    attachment: int


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


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """The owner opened what a unit had sent; from here on the unit cannot take it back."""

    says = _("opened the answer")
    obligation: int


@dataclass(frozen=True, slots=True)
class TakenBack(Event):
    """A unit took its answer back before the owner had opened it."""

    says = _("took the answer back")
    recipient: int
    submission: int


@dataclass(frozen=True, slots=True)
class Returned(Event):
    """The owner sent an answer back with a remark."""

    says = _("sent the answer back for correction")
    obligation: int


@dataclass(frozen=True, slots=True)
class CorrectedForUnit(Event):
    """The owner put a slip of the pen right in what a unit had sent."""

    says = _("corrected a slip for the unit")
    obligation: int
    item: str
    fields: list[str]


@dataclass(frozen=True, slots=True)
class FilledIn(Event):
    """The owner typed in what a unit had sent as a file."""

    says = _("typed in what the unit sent as a file")
    obligation: int
    item: str


@dataclass(frozen=True, slots=True)
class MemoNumbered(Event):
    """A unit noted the number that its covering memo was given."""

    says = _("noted the number of the covering memo")
    recipient: int
    submission: int
    number: str
