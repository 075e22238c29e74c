from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class Shared(Event):
    """The owner made a link to the one page of a campaign, which needs no sign-in."""

    says = _("made a link to the one page")
    circular: int
    share: int
    days: int


@dataclass(frozen=True, slots=True)
class ShareEnded(Event):
    """The owner ended such a link before it expired."""

    says = _("ended a link to the one page")
    circular: int
    share: int
