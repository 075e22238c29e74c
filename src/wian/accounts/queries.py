import json
from datetime import date, datetime
from uuid import UUID

from allauth.account.adapter import get_adapter
from cryptography.fernet import InvalidToken
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404

from wian.accounts.models import Account, KeptForm
from wian.accounts.refusals import TooManyTries
from wian.accounts.rules import Posted
from wian.directory.queries import offices_of
from wian.kit.actor import Actor
from wian.kit.request import Request


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


def is_password_of(request: Request, password: str) -> bool:
    """Is it the password of whoever is signed in? Wrong tries count together with those of the sign-in. Raises TooManyTries."""
    credentials = {"username": request.user.get_username(), "password": password}
    try:
        found = get_adapter(request).authenticate(request, **credentials)
    except ValidationError as limited:
        raise TooManyTries from limited
    return found is not None and found.pk == request.user.pk


def form_kept(form: UUID, account: int, *, key: str, at: datetime) -> Posted:
    """A form kept for `account` in the browser that holds `key`, less than a day ago. Raises Http404."""
    kept = get_object_or_404(KeptForm, pk=form, account=account, at__gt=at - KeptForm.FOR)
    try:
        return Posted(*json.loads(KeptForm.lock(key).decrypt(kept.sealed)))
    except InvalidToken as wrong_browser:
        raise Http404 from wrong_browser
