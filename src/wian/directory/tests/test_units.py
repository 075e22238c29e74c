"""The page of units, posts and who holds them."""

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.desks.story import DOORS, OTHERS
from wian.directory.commands.add_post import add_post
from wian.directory.commands.add_unit import add_unit
from wian.directory.commands.appoint import appoint
from wian.directory.models import Holding, Person, Role
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE

SEE = {"administrator", "auditor"}


@pytest.fixture
def url(story) -> str:
    return reverse("directory:units")


def test_only_administrator_and_auditor_see_it(url):
    answered = {part: enter(part).get(url).status_code for part in (*DOORS, *OTHERS)}
    assert answered == {part: 200 if part in SEE else 404 for part in (*DOORS, *OTHERS)}


def test_it_is_only_read(url):
    assert enter("administrator").post(url).status_code == 405


def test_it_shows_who_holds_each_post_today(story, url):
    page = enter("administrator").get(url).content.decode()
    for office in story.cast.parts.values():
        assert office.name in page
    assert all(unit in page for unit in story.cast.units)


def test_whoever_has_left_is_not_shown(story, url):
    head = story.cast.parts["head"]
    browser = enter("administrator")
    assert head.name in browser.get(url).content.decode()
    Holding.objects.filter(post=head.post).update(until=clock.today().replace(day=1))
    assert head.name not in browser.get(url).content.decode()


def test_more_units_ask_no_more(url, asks_no_more_with_more_rows):
    def add(count: int) -> None:
        at = clock.now()
        for number in range(count):
            unit = add_unit(f"กองทดลอง {count} ส่วน {number}", by=COMMAND_LINE, at=at)
            post = add_post(unit, "หัวหน้า", roles=[Role.HEAD, Role.CLERK], by=COMMAND_LINE, at=at)
            person = Person.objects.create(given_name=f"คนที่ {number}", family_name="ทดลอง")
            appoint(person, post, since=clock.today(), by=COMMAND_LINE, at=at)

    asks_no_more_with_more_rows(enter("auditor"), url, add)
