"""A unit asks for more time, and reads what became of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as
from wian.asks.commands.extend import ask_for_time, extend, refuse_time
from wian.asks.models import ExtensionRequest, Obligation
from wian.asks.queries import obligations_of
from wian.asks.refusals import NothingToExtend, NotLater, RequestWaiting
from wian.circulars.models import Recipient
from wian.kit import clock
from wian.ledger.models import Entry

UNIT = "กองพัฒนามาตรฐานบริการ"  # owes everything, by the day after TOLD
UNTIL = clock.end_of(clock.day_of(TOLD) + timedelta(days=7))


@pytest.fixture
def recipient(story) -> Recipient:
    return Recipient.objects.get(circular=story.circular, unit=story.cast.units[UNIT])


@pytest.fixture
def ask(story, recipient):
    def now(until=UNTIL, at=TOLD) -> ExtensionRequest:
        return ask_for_time(
            recipient, until=until, reason="ลงพื้นที่ต่างจังหวัด", by=story.cast.preparers[UNIT], at=at
        )

    return now


def test_it_waits_for_the_owner_and_moves_nothing(recipient, ask, story):
    before = [owed.due_at for owed in obligations_of(recipient)]
    request = ask()
    assert (request.granted, request.asked_by) == (None, story.cast.preparers[UNIT].office)
    assert [owed.due_at for owed in obligations_of(recipient)] == before
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, "ต่างจังหวัด" in entry.payload) == ("asks.time_asked", False)


def test_also_after_the_date(ask):
    assert ask(at=UNTIL - timedelta(days=1)).granted is None


def test_not_for_a_date_that_stands_already_or_has_passed(recipient, ask):
    for until, at in ((obligations_of(recipient)[0].due_at, TOLD), (UNTIL, UNTIL + timedelta(days=1))):
        with pytest.raises(NotLater):
            ask(until, at)
    assert not ExtensionRequest.objects.filter(recipient=recipient).exists()


def test_one_at_a_time_and_again_once_it_was_decided(ask, owner):
    request = ask()
    with pytest.raises(RequestWaiting):
        ask()
    refuse_time(request, remark="ต้องเสนอที่ประชุม", by=owner, at=TOLD)
    assert ask().granted is None


def test_not_when_everything_was_sent(recipient, ask):
    Obligation.objects.filter(recipient=recipient).update(state="submitted", sent=1)
    with pytest.raises(NothingToExtend):
        ask()


@pytest.fixture
def url(recipient) -> str:
    return reverse("asks:ask_for_time", args=[recipient.pk])


@pytest.fixture
def browser(story):
    return enter_as(story.cast.preparers[UNIT])


def typed(until: str = "30/11/2569", reason: str = "ลงพื้นที่ต่างจังหวัด") -> dict:
    return {"key": uuid4(), "until": until, "reason": reason}


def test_a_date_and_a_reason_on_one_page(recipient, url, browser):
    assert browser.get(url).content.decode().count("เสาร์") == 2, "what is owed by when"
    done = browser.post(url, typed())
    assert (done.status_code, done.url) == (302, reverse("responses:answer", args=[recipient.pk]))
    [request] = ExtensionRequest.objects.filter(recipient=recipient)
    assert request.until == clock.end_of(clock.day_of(TOLD) + timedelta(days=10)), "the whole of that day"


@pytest.mark.parametrize("wrong", [{"until": ""}, {"reason": " "}, {"until": "31/11/2569"}])
def test_both_are_needed(recipient, url, browser, wrong):
    answered = browser.post(url, typed(**wrong))
    assert (answered.status_code, bool(answered.context["form"].errors)) == (200, True)
    assert not ExtensionRequest.objects.filter(recipient=recipient).exists()


def test_what_was_typed_stays_with_the_refusal_beside_the_date(url, browser):
    refused = browser.post(url, typed(until="20/11/2569"))
    assert (refused.status_code, list(refused.context["form"].errors)) == (409, ["until"])
    assert all(words in refused.content.decode() for words in ("not-later", "ลงพื้นที่ต่างจังหวัด"))


def test_while_it_waits_the_page_shows_it_and_offers_no_other(url, browser, ask):
    ask()
    page = browser.get(url).content.decode()
    assert ("ลงพื้นที่ต่างจังหวัด" in page, 'name="until"' in page) == (True, False)
    assert browser.post(url, typed()).status_code == 409


def test_what_was_decided_is_read_here(url, browser, ask, owner, recipient):
    refuse_time(ask(), remark="ต้องเสนอที่ประชุม", by=owner, at=TOLD)
    page = browser.get(url).content.decode()
    assert ("ต้องเสนอที่ประชุม" in page, 'name="until"' in page) == (True, True)
    ask()
    asks = [owed.ask for owed in obligations_of(recipient)]
    extend(recipient.circular, asks=asks, units=[recipient], until=UNTIL, by=owner, at=TOLD)
    page = browser.get(url).content.decode()
    assert ("ต้องเสนอที่ประชุม" in page, "๒๗ พฤศจิกายน ๒๕๖๙" in page) == (False, True)


def test_for_everybody_else_it_is_not_there(recipient, url):
    for part in ("outsider", "owner", "executive", "preparer"):
        other = enter(part)
        assert (other.get(url).status_code, other.post(url, typed()).status_code) == (404, 404), part
    assert not ExtensionRequest.objects.filter(recipient=recipient).exists()
