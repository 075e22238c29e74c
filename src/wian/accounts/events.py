from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wian.ledger.events import Event


@dataclass(frozen=True, slots=True)
class AccountOpened(Event):
    """A way to sign in was opened for a person."""

    says = _("opened an account")
    account: int
    person: int
