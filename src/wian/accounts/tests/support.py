"""Signing in for the tests of this room and of those above it."""

from django.test import Client

from wian.accounts.models import Account
from wian.directory.models import Person
from wian.kit.actor import Actor

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def enter(part: str) -> Client:
    """A browser in which that part of the story has signed in."""
    return _signed_in(Account.objects.get(username=part))


def enter_as(actor: Actor) -> Client:
    """A browser of whoever holds that office; for those of the cast who have no account, one is opened."""
    assert actor.person
    person = Person.objects.get(pk=actor.person)
    account = Account.objects.filter(person=person).first()
    return _signed_in(account or Account.objects.create_user(f"person-{person.pk}", person=person))


def _signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, BACKEND)
    return client
