"""The page on which a unit takes a letter in: one screen, one act."""

from uuid import uuid4

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as
from wian.asks.queries import obligations_of
from wian.circulars.models import Recipient
from wian.directory.tests.support import written
from wian.kit import clock
from wian.letters.models import Incoming

UNIT = "กองพัฒนามาตรฐานบริการ"  # has not received the story's letter


@pytest.fixture
def recipient(story) -> Recipient:
    return Recipient.objects.get(circular=story.circular, unit=story.cast.units[UNIT])


@pytest.fixture
def url(recipient) -> str:
    return reverse("asks:receive", args=[recipient.pk])


@pytest.fixture
def answer(recipient) -> str:
    return reverse("responses:answer", args=[recipient.pk])


@pytest.fixture
def browser(story):
    return enter_as(story.cast.preparers[UNIT])


def received(recipient: Recipient) -> list[str]:
    """The numbers under which the unit has entered the letter."""
    rows = Incoming.objects.filter(unit=recipient.unit, letter=recipient.circular.letter)
    return [row.number for row in rows]


def test_one_screen_says_what_is_owed_by_when_and_whom_to_call(story, recipient, url, answer, browser):
    page = browser.get(url).content.decode()
    for obligation in obligations_of(recipient):
        assert obligation.ask.sentence in page
    assert page.count("เสาร์") == 2, "the weekday of each due date"
    assert story.circular.contact_name in page
    assert 'href="tel:0855550142"' in page
    assert reverse("circulars:original", args=[story.circular.pk]) in page
    assert answer in page


@pytest.mark.parametrize("number", ["", "๐๑๒๓"])
def test_receiving_leads_on_to_the_answer(story, recipient, url, answer, browser, number):
    done = browser.post(url, {"key": uuid4(), "number": number})
    assert (done.status_code, done.url) == (302, answer)
    assert received(recipient) == [number]
    kept = Recipient.objects.get(pk=recipient.pk)
    assert (kept.received_at, kept.received_by) == (clock.now(), story.cast.preparers[UNIT].office)


def test_what_was_received_is_answered(url, answer, browser):
    browser.post(url, {"key": uuid4()})
    led = browser.get(url)
    assert (led.status_code, led.url) == (302, answer)


def test_the_same_form_posted_twice_acts_once(recipient, url, answer, browser):
    form = {"key": uuid4(), "number": "๐๑๒๓"}
    with written() as entries:
        answered = [browser.post(url, form) for _ in range(2)]
    assert [(done.status_code, done.url) for done in answered] == [(302, answer)] * 2
    assert received(recipient) == ["๐๑๒๓"]
    assert [event for event, _ in entries] == ["letters.registered_in", "circulars.received"]


def test_another_form_after_it_is_refused_and_keeps_what_was_typed(recipient, url, browser):
    browser.post(url, {"key": uuid4(), "number": "๑"})
    with written() as entries:
        refused = browser.post(url, {"key": uuid4(), "number": "เลขที่พิมพ์ไว้"})
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "already-received" in page
    assert "เลขที่พิมพ์ไว้" in page
    assert received(recipient) == ["๑"]
    assert entries == []


@pytest.mark.parametrize("typed", [{"number": "๑"}, {"key": "x"}, {"key": str(uuid4()), "number": "๑" * 41}])
def test_an_incomplete_form_does_nothing(recipient, url, browser, typed):
    answered = browser.post(url, typed)
    assert (answered.status_code, bool(answered.context["form"].errors)) == (200, True)
    assert received(recipient) == []


@pytest.mark.parametrize(
    "part", ["outsider", "owner", "other_owner", "executive", "auditor", "administrator", "clerk"]
)
def test_for_everybody_else_it_is_not_there(recipient, url, part):
    browser = enter(part)
    answered = [browser.get(url).status_code, browser.post(url, {"key": uuid4()}).status_code]
    assert answered == [404, 404]
    assert received(recipient) == []


def test_head_and_preparer_of_the_unit_may(story, url):
    for actor in (story.cast.heads[UNIT], story.cast.preparers[UNIT]):
        assert enter_as(actor).get(url).status_code == 200


def test_a_clerk_may_have_the_next_number_given(story, recipient, url):
    """The head numbers the letters of the unit; who prepares answers does not."""
    head = enter_as(story.cast.heads[UNIT])
    assert 'name="draw"' in head.get(url).content.decode()
    assert 'name="draw"' not in enter_as(story.cast.preparers[UNIT]).get(url).content.decode()
    head.post(url, {"key": uuid4(), "number": "", "draw": "on"})
    assert received(recipient) == ["๑"]


def test_a_number_that_was_typed_goes_before_the_next_one(story, recipient, url):
    enter_as(story.cast.heads[UNIT]).post(url, {"key": uuid4(), "number": "๗๗", "draw": "on"})
    assert received(recipient) == ["๗๗"]
