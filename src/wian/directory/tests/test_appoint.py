"""Who holds which office on which day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from wian.directory.commands.add_post import add_post
from wian.directory.commands.appoint import appoint
from wian.directory.models import Holding, Person, Post, Role
from wian.directory.queries import actor_of, heads_of, holdings_on, offices_of, staff_of, whom_to_call
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
BEFORE, WITHIN, AFTER = date(2026, 9, 30), date(2026, 10, 15), date(2026, 11, 1)
UNIT = "กองสื่อสารองค์กร"


@pytest.fixture
def unit(story):
    return story.cast.units[UNIT]


@pytest.fixture
def person(story) -> Person:
    return Person.objects.create(title="นาย", given_name="ก่อเกียรติ", family_name="ร่มรื่น", phone="08 5555 9999")


def new_post(unit, title: str, *roles: Role) -> Post:
    return add_post(unit, title, roles=roles, by=COMMAND_LINE, at=clock.now())


def hold(person: Person, post: Post, *, since: date = FIRST, until: date | None = None, **facts) -> Holding:
    return appoint(person, post, since=since, until=until, by=COMMAND_LINE, at=clock.now(), **facts)


def titles(person: Person, on: date) -> list[str]:
    return [office.title for office in offices_of(person, on=on)]


def test_an_appointment_is_in_the_ledger_without_a_name(unit, person):
    post = new_post(unit, "นักเขียน", Role.PREPARER)
    with written() as entries:
        holding = hold(person, post)
    assert entries == [
        (
            "directory.appointed",
            {"holding": holding.pk, "post": post.pk, "person": person.pk, "kind": "substantive"},
        )
    ]


def test_an_office_says_who_acts_where_and_what_it_may_do(unit, person):
    post = new_post(unit, "นักเขียน", Role.PREPARER, Role.CLERK)
    holding = hold(person, post)
    (office,) = offices_of(person, on=WITHIN)
    assert office == actor_of(holding)
    assert (office.key, office.title, office.name) == (
        f"holding:{holding.pk}",
        "นักเขียน",
        "นายก่อเกียรติ ร่มรื่น",
    )
    assert (office.person, office.post, office.unit) == (person.pk, post.pk, unit.pk)
    assert (office.unit_name, office.path, office.roles) == (
        UNIT,
        unit.path,
        frozenset({"preparer", "clerk"}),
    )


def test_an_office_lasts_from_its_first_through_its_last_day(unit, person):
    hold(person, new_post(unit, "นักเขียน"), until=LAST)
    held = {day: titles(person, day) for day in (BEFORE, FIRST, WITHIN, LAST, AFTER)}
    assert held == {BEFORE: [], FIRST: ["นักเขียน"], WITHIN: ["นักเขียน"], LAST: ["นักเขียน"], AFTER: []}


def test_the_own_post_comes_before_acting_in_another(unit, person):
    head = Post.objects.get(unit=unit, roles__role=Role.HEAD)
    hold(person, head, until=LAST, kind=Holding.Kind.ACTING_GOVERNMENT)
    hold(person, new_post(unit, "นักเขียน"))
    acting = f"รักษาราชการแทน{head.title}"
    assert titles(person, WITHIN) == ["นักเขียน", acting]
    assert titles(person, BEFORE) == []
    assert titles(person, AFTER) == ["นักเขียน"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Holding.Kind.SUBSTANTIVE, ""),
        (Holding.Kind.ACTING_GOVERNMENT, "รักษาราชการแทน"),
        (Holding.Kind.ACTING_POST, "รักษาการในตำแหน่ง"),
        (Holding.Kind.ON_BEHALF, "ปฏิบัติราชการแทน"),
    ],
)
def test_each_kind_of_acting_is_signed_in_its_own_words(unit, person, kind, words):
    hold(person, new_post(unit, "หัวหน้าช่าง"), kind=kind)
    assert titles(person, WITHIN) == [f"{words}หัวหน้าช่าง"]


def test_the_deputy_of_the_story_acts_for_the_head(story):
    deputy = story.cast.parts["deputy"]
    offices = offices_of(Person.objects.get(pk=deputy.person), on=clock.today())
    assert offices == [deputy, story.cast.parts["acting"]]


def test_an_office_does_not_end_before_it_begins(unit, person):
    post = new_post(unit, "นักเขียน")
    with pytest.raises(IntegrityError), transaction.atomic():
        hold(person, post, since=FIRST, until=BEFORE)


def test_the_head_comes_before_who_acts_for_the_head(story, unit, person):
    head = story.cast.heads[UNIT]
    chair = Post.objects.get(pk=head.post)
    Holding.objects.filter(post=chair).update(until=LAST)
    hold(person, chair, kind=Holding.Kind.ACTING_GOVERNMENT)
    back = hold(Person.objects.get(pk=head.person), chair, since=AFTER)
    assert heads_of(unit.pk, on=AFTER) == [back.person, person]
    Holding.objects.filter(pk=back.pk).delete()
    assert heads_of(unit.pk, on=AFTER) == [person]


def test_staff_is_counted_by_person_and_day(unit, person):
    here = staff_of(unit.pk, on=WITHIN)
    hold(person, new_post(unit, "นักเขียน"), until=LAST)
    hold(person, new_post(unit, "ช่างภาพ"), until=LAST)
    assert here == 2
    assert [staff_of(unit.pk, on=day) for day in (BEFORE, WITHIN, AFTER)] == [2, 3, 2]


def test_the_unit_of_one_person_has_one(story):
    assert staff_of(story.cast.parts["sole"].unit, on=clock.today()) == 1


def test_the_preparer_is_called_then_the_clerk_then_the_head(story, unit, person):
    other = Person.objects.create(given_name="ใจดี", family_name="ร่มรื่น")
    head, preparer = story.cast.heads[UNIT].person, story.cast.preparers[UNIT].person
    holdings = {holding.person_id: holding for holding in holdings_on(WITHIN).filter(post__unit=unit)}

    def called() -> int | None:
        found = whom_to_call([unit.pk], on=AFTER).get(unit.pk)
        return found.pk if found else None

    assert called() == preparer
    hold(other, new_post(unit, "ช่างภาพ"))  # a post without a part in answering
    hold(person, new_post(unit, "ธุรการ", Role.CLERK, Role.AUDITOR))
    assert called() == preparer
    Holding.objects.filter(pk=holdings[preparer].pk).update(until=LAST)
    assert called() == person.pk
    Holding.objects.filter(person=person).update(until=LAST)
    assert called() == head
    Holding.objects.filter(pk=holdings[head].pk).update(until=LAST)
    assert called() is None


def test_each_unit_is_called_at_its_own(story):
    units = {unit.pk: name for name, unit in story.cast.units.items() if name != "กองการคลังและพัสดุ"}
    called = whom_to_call(units, on=clock.today())
    assert {unit: person.pk for unit, person in called.items()} == {
        unit: story.cast.preparers[name].person for unit, name in units.items()
    }
