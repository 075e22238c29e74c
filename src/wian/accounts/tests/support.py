"""Signing in for the tests of this room and of those above it."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from wian.accounts.models import Account
from wian.directory.models import Person
from wian.kit.actor import Actor
from wian.kit.forms import CSRF

BACKEND = "wian.accounts.sessions.Backend"


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


def form_on(page: Any, url: str) -> dict[str, str]:
    """What the form on `page` that posts to `url` would send if nothing were typed; without the token."""
    reader = _Forms(page.request["PATH_INFO"])
    reader.feed(page.content.decode())
    fields = reader.fields[url]
    return {name: value for name, value in fields.items() if name != CSRF}


class _Forms(HTMLParser):
    def __init__(self, here: str) -> None:
        super().__init__()
        self.here = here
        self.fields: dict[str, dict[str, str]] = {}

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = self.fields.setdefault(found.get("action", self.here), {})
        elif tag == "input" and (found.get("type") not in {"radio", "checkbox"} or "checked" in found):
            self.form[found["name"]] = found.get("value", "")
