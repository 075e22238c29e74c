"""What several of these tests do and look at: a letter launched, every table of the site, a campaign with more units."""

from typing import Any

from django.apps import apps

from wian.asks.commands.launch import Campaign, launch
from wian.asks.commands.read_in import read, save_draft
from wian.asks.models import Ask, Obligation, ReadIn
from wian.circulars.models import Circular, Recipient
from wian.directory.commands.add_post import add_post
from wian.directory.commands.add_unit import add_unit
from wian.directory.commands.appoint import appoint
from wian.directory.models import Person, Role
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE, Actor


def keep(text: str, **facts: Any) -> ReadIn:
    """A draft of the letter."""
    return save_draft(text.encode(), name="letter.txt", at=clock.now(), **facts)


def launch_(text: str, *, by: Actor = COMMAND_LINE, draft: ReadIn | None = None, **facts: str) -> Campaign:
    """The letter read and launched now; `facts` are of its draft."""
    proposal = read(text.encode(), name="letter.txt")
    return launch(draft or keep(text, **facts), proposal, by=by, at=clock.now())


def rows() -> dict[str, int]:
    """How many rows every table has."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def grown(before: dict[str, int]) -> dict[str, int]:
    """The tables that have more or fewer rows than before, and by how many."""
    return {label: count - before[label] for label, count in rows().items() if count != before[label]}


def address_more(circular: Circular, count: int) -> None:
    """Address the circular to `count` more units, each with somebody to call."""
    asks = list(Ask.objects.filter(circular=circular))
    order = Recipient.objects.filter(circular=circular).count()
    for number in range(order + 1, order + count + 1):
        unit = add_unit(f"กองทดลองที่ {number}", by=COMMAND_LINE, at=clock.now())
        post = add_post(unit, "นักทดลอง", roles=[Role.PREPARER], by=COMMAND_LINE, at=clock.now())
        person = Person.objects.create(given_name=f"คนที่ {number}", family_name="ทดลอง", phone="08 5555 0000")
        appoint(person, post, since=clock.today(), by=COMMAND_LINE, at=clock.now())
        recipient = Recipient.objects.create(circular=circular, unit=unit, order=number)
        Obligation.objects.bulk_create(Obligation(ask=ask, recipient=recipient, max=2) for ask in asks)
