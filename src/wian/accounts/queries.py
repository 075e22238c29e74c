from datetime import date

from django.shortcuts import get_object_or_404

from wian.accounts.models import Account
from wian.directory.queries import offices_of
from wian.kit.actor import Actor


def offices_open_to(account: Account, *, on: date) -> list[Actor]:
    """The capacities in which whoever signed in with `account` may act on that day; their own posts first."""
    return offices_of(account.person, on=on) if account.person else []


def offices_called(username: str, *, on: date) -> list[Actor]:
    """The capacities of the account called `username`; none when there is no such account."""
    account = Account.objects.filter(username=username, is_active=True).first()
    return offices_open_to(account, on=on) if account else []


def account_called(username: str) -> Account:
    """The account of that name. Raises Http404."""
    return get_object_or_404(Account, username=username, is_active=True)
