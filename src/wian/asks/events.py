from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class Launched(Event):
    """A letter became a campaign: its asks, and one obligation for each ask and unit."""

    says = _("launched a circular")
    circular: int
    asks: list[str]
    obligations: int
    seats: int
