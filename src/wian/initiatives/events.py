from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class Started(Event):
    """An initiative began, with the framework it is driven by."""

    says = _("started an initiative")
    initiative: int
    owner: int
    pillars: int
    issues: int
