"""A unit at work, and a browser for anybody of the story."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from conftest import TOLD
from django.test import Client

from wian.accounts.models import Account
from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligations_of
from wian.circulars.models import Recipient
from wian.kit.actor import Actor
from wian.responses.commands.nominate import Name, nominate
from wian.responses.models import Nomination

LETTER = "บช ๐๓๐๕.๒/ว ๐๔๑๘"  # the one that is due tomorrow


def recipient_of(unit: str) -> Recipient:
    """What the letter that is due tomorrow is to a unit."""
    rows = Recipient.objects.select_related("unit", "circular__letter", "circular__initiative__owner__unit")
    return rows.get(unit__name=unit, circular__letter__number=LETTER)


def owed_by(unit: str, kind: str) -> Obligation:
    """What a unit owes for the ask of that kind."""
    return next(row for row in obligations_of(recipient_of(unit)) if row.ask.kind == kind)


def places_of(unit: str) -> Obligation:
    """What a unit owes for the nominations."""
    return owed_by(unit, Ask.Kind.NOMINATE)


def ask_too(unit: str, kind: str) -> Obligation:
    """The letter asks a unit for one thing more."""
    recipient = recipient_of(unit)
    first = obligations_of(recipient)[0]
    order = Ask.objects.filter(circular=recipient.circular).count() + 1
    ask = Ask.objects.create(
        circular=recipient.circular, order=order, kind=kind, what="อีกเรื่องหนึ่ง", start=0, end=0
    )
    Obligation.objects.create(ask=ask, recipient=recipient, due_at=first.due_at)
    return owed_by(unit, kind)


@dataclass
class Unit:
    """A unit at work: its places, its hands, and what it has named so far."""

    name: str
    preparer: Actor
    head: Actor

    @property
    def recipient(self) -> Recipient:
        return recipient_of(self.name)

    @property
    def places(self) -> Obligation:
        return places_of(self.name)

    @property
    def state(self) -> str:
        return self.places.state

    @property
    def names(self) -> list[str]:
        return [str(name) for name in Nomination.objects.filter(response=self.places.pk, withdrawn_at=None)]

    @property
    def first(self) -> Nomination:
        """The first person named."""
        rows = Nomination.objects.select_related("response__obligation__recipient__unit")
        return rows.filter(response=self.places.pk)[0]

    def add(self, given: str = "สมหวัง", family: str = "ตั้งใจ", **rest: Any) -> Nomination:
        fields = {"title": "นาย", "post": "นิติกรปฏิบัติการ", "phone": "08 1234 5678", **rest}
        return nominate(
            self.places, Name(given_name=given, family_name=family, **fields), by=self.preparer, at=TOLD
        )


def browser(who: str) -> Client:
    """A browser of somebody of the story, signed in."""
    client = Client()
    client.force_login(Account.objects.get(username=who), "wian.accounts.sessions.Backend")
    return client


def seen_on(page: Any) -> str:
    """The digest of the answer that a page shows and its form carries."""
    found = re.search(r'name="seen" value="(\w{64})"', page.content.decode())
    assert found
    return found[1]


def form(**typed: Any) -> dict[str, Any]:
    """A posted form with a key of its own."""
    return {"key": str(uuid4()), **typed}
