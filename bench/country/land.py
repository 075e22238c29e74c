"""The land: a ministry, its provinces with their districts and local bodies, and the people in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice
from random import Random
from typing import Any, TypeVar

from django.contrib.auth.hashers import make_password
from django.db.models import Model

from bench.country import words
from saraban.words import fold
from wian.accounts.models import Account
from wian.directory.commands.add_post import add_post
from wian.directory.commands.add_unit import add_unit
from wian.directory.commands.appoint import appoint
from wian.directory.models import Holding, Person, Post, PostRole, Role, Unit, UnitType
from wian.directory.queries import actor_of
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE, Actor

Row = TypeVar("Row", bound=Model)
PROVINCES = 77
MINISTRY, OFFICE = "กระทรวงบริหารท้องที่", "สำนักงานขับเคลื่อนบริการท้องที่"
PASSWORD = "wian-demo"


@dataclass(frozen=True, slots=True)
class Land:
    """The units that letters go to, in the order of the tree; by unit its head and preparer; who runs the campaigns."""

    units: Sequence[Unit]
    heads: dict[int, Holding]
    preparers: dict[int, Holding]
    owner: Actor


def bulk(rows: Iterable[Row]) -> list[Row]:
    """Insert rows of one table, many at a time; they come back with their keys."""
    made = list(rows)
    return made and type(made[0])._default_manager.bulk_create(made, batch_size=2000)


def settle(count: int, *, random: Random, at: datetime) -> Land:
    """Make `count` units below the ministry, each with a head and a preparer."""
    ministry = add_unit(MINISTRY, parent=None, code="บท ๐๑๐๐", by=COMMAND_LINE, at=at)
    office = add_unit(OFFICE, parent=ministry, code="บท ๐๓๐๑", phone="๐ ๒๕๕๕ ๐๒๐๐", by=COMMAND_LINE, at=at)
    since = clock.day_of(at) - timedelta(days=400)

    def cast(unit: Unit, title: str, role: Role, username: str) -> Actor:
        post = add_post(unit, title, roles=[role], by=COMMAND_LINE, at=at)
        person = Person.objects.create(**words.person(random), phone="๐ ๒๕๕๕ ๐๒๐๑")
        open_to([(person, username)])
        return actor_of(appoint(person, post, since=since, by=COMMAND_LINE, at=at))

    owner = cast(office, "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ", Role.OWNER, "big-owner")
    cast(ministry, f"ปลัด{MINISTRY}", Role.EXECUTIVE, "big-executive")
    cast(ministry, "ผู้ตรวจสอบระบบงานสารบรรณ", Role.AUDITOR, "big-auditor")
    units = _tree(ministry, count)
    heads = staff(units, "หัวหน้าหน่วยงาน", Role.HEAD, random=random, at=at)
    posts = (random.choice(words.POSTS) for _ in units)
    preparers = staff(units, posts, Role.PREPARER, random=random, at=at)
    by_unit = [
        {unit.pk: holding for unit, holding in zip(units, held, strict=True)} for held in (heads, preparers)
    ]
    return Land(units, by_unit[0], by_unit[1], owner)


def _tree(ministry: Unit, count: int) -> list[Unit]:
    """Provinces, districts in them, local bodies in those, so many that there are `count` units in all."""
    provinces = _level([ministry], "จังหวัด", UnitType.PROVINCE, min(PROVINCES, count))
    left = count - len(provinces)
    districts = _level(provinces, "อำเภอ", UnitType.OTHER, min(left, len(provinces) * 11))
    bodies = _level(districts, "เทศบาลตำบล", UnitType.OTHER, left - len(districts))
    return sorted(
        provinces + districts + bodies, key=lambda unit: [int(step) for step in unit.path.split("/")[1:-1]]
    )


def _level(parents: Sequence[Unit], kind: str, type_: UnitType, count: int) -> list[Unit]:
    """`count` units spread over the parents; `path` needs the key, so it is written afterwards."""
    names = (f"{kind}{place}" for place in cycle(words.places()))
    under = islice(cycle(parents), count)
    made = bulk(
        Unit(name=name, key=fold(name), type=type_, parent=parent, phone="๐ ๒๕๕๕ ๐๓๐๐")
        for name, parent in zip(names, under, strict=False)
    )
    for unit in made:
        assert unit.parent
        unit.path = f"{unit.parent.path}{unit.pk}/"
    Unit.objects.bulk_update(made, ["path"], batch_size=500)
    return made


def staff(
    units: Sequence[Unit], titles: str | Iterable[str], role: Role, *, random: Random, at: datetime
) -> list[Holding]:
    """One more person in every unit, in a post of that title with that role."""
    since = clock.day_of(at) - timedelta(days=400)
    called = cycle([titles]) if isinstance(titles, str) else titles
    posts = bulk(Post(unit=unit, title=title) for unit, title in zip(units, called, strict=False))
    bulk(PostRole(post=post, role=role) for post in posts)
    people = bulk(Person(**words.person(random), phone=words.phone(number)) for number in range(len(posts)))
    return bulk(
        Holding(post=post, person=person, since=since) for post, person in zip(posts, people, strict=True)
    )


_hash: dict[str, Any] = {}


def open_to(people: Iterable[tuple[Person, str]]) -> list[Account]:
    """Let people sign in, all with the same password, which is hashed once."""
    password = _hash.setdefault(PASSWORD, make_password(PASSWORD))
    return bulk(Account(person=person, username=username, password=password) for person, username in people)
