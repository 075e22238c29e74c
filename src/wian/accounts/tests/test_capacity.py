"""In which office a person acts: chosen for the session, among the offices of the day."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from wian.accounts.models import Account
from wian.accounts.tests.support import BACKEND, enter
from wian.directory.models import Holding
from wian.kit import clock

URL = "/accounts/capacity/"


@pytest.fixture
def deputy(story) -> Client:
    return enter("deputy")


def acts_as(browser: Client) -> str:
    return browser.get(URL).context["actor"].key


def offered(browser: Client) -> list[str]:
    return [office.key for office in browser.get(URL).context["offices"]]


def choose(browser: Client, key: str):
    return browser.post(URL, {"capacity": key})


def end(key: str) -> None:
    """The office ended yesterday."""
    Holding.objects.filter(pk=key.removeprefix("holding:")).update(until=clock.today() - timedelta(days=1))


def test_everybody_acts_in_their_own_post_first(story):
    parts = ("owner", "head", "clerk", "deputy", "auditor")
    assert {part: acts_as(enter(part)) for part in parts} == {
        part: story.cast.parts[part].key for part in parts
    }


def test_the_office_chosen_lasts_for_the_session(story, deputy):
    own, acting = story.cast.parts["deputy"], story.cast.parts["acting"]
    assert offered(deputy) == [own.key, acting.key]
    chosen = choose(deputy, acting.key)
    assert (chosen.status_code, chosen.url) == (302, reverse("desks:mine"))
    assert acts_as(deputy) == acting.key
    assert acts_as(enter("deputy")) == own.key, "another session is not touched"
    choose(deputy, own.key)
    assert acts_as(deputy) == own.key


def test_the_page_says_the_office_and_marks_the_one_in_use(story, deputy):
    choose(deputy, story.cast.parts["acting"].key)
    page = deputy.get(URL).content.decode()
    assert story.cast.parts["acting"].title in page
    assert page.count('aria-current="true"') == 1
    marked = page.index('aria-current="true"')
    assert page.index(f'value="{story.cast.parts["acting"].key}"') < marked
    assert page.index(f'value="{story.cast.parts["deputy"].key}"') < page.index(
        f'value="{story.cast.parts["acting"].key}"'
    )


@pytest.mark.parametrize("key", ["", "command-line", "no-office", "holding:999999", "owner's"])
def test_nobody_acts_in_an_office_that_is_not_theirs(story, deputy, key):
    choose(deputy, story.cast.parts["owner"].key if key == "owner's" else key)
    assert acts_as(deputy) == story.cast.parts["deputy"].key


def test_an_office_that_ended_is_gone_and_the_own_post_is_back(story, deputy):
    own, acting = story.cast.parts["deputy"], story.cast.parts["acting"]
    choose(deputy, acting.key)
    end(acting.key)
    assert offered(deputy) == [own.key]
    assert acts_as(deputy) == own.key


def test_whoever_left_every_office_may_do_nothing(story, deputy):
    for office in (story.cast.parts["deputy"], story.cast.parts["acting"]):
        end(office.key)
    answered = deputy.get(URL)
    assert (answered.status_code, offered(deputy), acts_as(deputy)) == (200, [], "no-office")
    assert answered.context["actor"].roles == frozenset()
    assert deputy.get(reverse("letters:register")).status_code == 404


def test_an_account_without_a_person_has_no_office(story):
    account = Account.objects.create_user("machine", "a password")
    browser = Client()
    browser.force_login(account, BACKEND)
    assert (offered(browser), acts_as(browser)) == ([], "no-office")
