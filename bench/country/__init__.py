"""A big country, made in bulk: 8,800 units, ten asks of each, answers in every state. Believable, and nobody's."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from django.db import transaction

from bench.country import words
from bench.country.answers import Answers
from bench.country.campaign import ONE, TEN, TWO, owed_to, send_round
from bench.country.land import bulk, open_to, settle, staff
from wian.accounts.models import Account
from wian.circulars.models import Circular
from wian.directory.models import Role, Unit
from wian.kit import clock
from wian.letters.models import Incoming

UNITS, NAMES = 8800, 10_000
SENT_OUT = timedelta(days=21)
CROWD = 16


@dataclass(frozen=True, slots=True)
class Country:
    """`wide` asks ten things of every unit and is well under way; `fresh` asks two of units whose preparers may sign in and have
    done nothing yet; `rush` asks three names of a few units with sixteen preparers each."""

    wide: Circular
    fresh: Circular
    rush: Circular
    owner: Account
    preparers: dict[int, Account]
    crowds: dict[int, list[Account]]


@transaction.atomic
def build(*, units: int = UNITS, accounts: int = 0, crowds: int = 0) -> Country:
    """Make it in an empty site: `accounts` units of `fresh`, `crowds` of `rush`, the latter beside the rest."""
    random = Random(2569)
    at = clock.now()
    began = at - SENT_OUT
    gc.disable()
    land = settle(units + crowds, random=random, at=began - timedelta(days=30))
    homes, crowded = land.units[: len(land.units) - crowds], land.units[len(land.units) - crowds :]
    wide = send_round("การขับเคลื่อนบริการท้องที่ ระยะที่หนึ่ง", 1, TEN, homes, by=land.owner, at=began)
    names = NAMES * units // UNITS
    Answers(wide, land, names=names, random=random, at=at).write(owed_to(wide, TEN))
    fresh = send_round("การยกระดับบริการท้องที่ ปีที่สอง", 2, TWO, homes[:accounts], by=land.owner, at=at)
    rush = send_round("การตั้งทีมพลังบริการ", 3, ONE, crowded, by=land.owner, at=at)
    for circular, asks in ((fresh, TWO), (rush, ONE)):
        bulk(owed_to(circular, asks))
        _receive(circular)
    preparers = open_to((land.preparers[unit.pk].person, f"preparer-{unit.pk}") for unit in homes[:accounts])
    open_to((land.heads[unit.pk].person, f"head-{unit.pk}") for unit in homes[: min(accounts, 20)])
    gathered = _gather(crowded, random)
    gc.enable()
    return Country(
        wide, fresh, rush, Account.objects.get(username="big-owner"),
        {unit.pk: account for unit, account in zip(homes, preparers, strict=False)}, gathered,
    )  # fmt: skip


def _receive(circular: Circular) -> None:
    at = circular.dispatched_at
    assert at
    circular.recipients.update(received_at=at, received_by="งานสารบรรณ")
    bulk(
        Incoming(unit_id=row.unit_id, letter=circular.letter, received_at=at)
        for row in circular.recipients.all()
    )


def _gather(units: Sequence[Unit], random: Random) -> dict[int, list[Account]]:
    """Sixteen preparers who may sign in, for each of the units."""
    crowds: dict[int, list[Account]] = {unit.pk: [] for unit in units}
    for number in range(CROWD):
        held = staff(units, words.POSTS[0], Role.PREPARER, random=random, at=clock.now())
        people = [(holding.person, f"crowd-{number}-{holding.pk}") for holding in held]
        for unit, account in zip(units, open_to(people), strict=True):
            crowds[unit.pk].append(account)
    return crowds
