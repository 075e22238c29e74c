"""An ask is closed and opened again."""

from uuid import uuid4

import pytest
from django.urls import reverse

from saraban.numerals import to_thai
from wian.accounts.tests.support import enter
from wian.asks.commands.close import close, reopen
from wian.asks.commands.move import take_seat
from wian.asks.models import Ask, Obligation
from wian.asks.refusals import AskClosed, ClosedBefore
from wian.kit import clock
from wian.ledger.models import Entry


@pytest.fixture
def ask(story) -> Ask:
    return Ask.objects.filter(circular=story.circular)[0]


@pytest.fixture
def open_(ask) -> Obligation:
    return Obligation.objects.filter(ask=ask, state="pending").select_related("recipient__unit")[0]


def is_closed(ask: Ask) -> bool:
    return Ask.objects.get(pk=ask.pk).closed_at is not None


def states(ask: Ask) -> list[tuple]:
    return list(Obligation.objects.filter(ask=ask).values_list("pk", "state", "taken", "sent", "due_at"))


def test_closed_it_takes_nothing_and_what_was_sent_stands(ask, open_, owner):
    before = states(ask)
    close(ask, by=owner, at=clock.now())
    with pytest.raises(AskClosed):
        take_seat(open_)
    assert states(ask) == before
    assert Entry.objects.order_by("-seq")[0].event == "asks.closed"


def test_opened_again_it_takes_answers_and_the_date_stays(ask, open_, owner):
    close(ask, by=owner, at=clock.now())
    before = states(ask)
    reopen(ask, by=owner, at=clock.now())
    assert states(ask) == before
    assert take_seat(open_)


@pytest.mark.parametrize("command", [close, reopen])
def test_not_twice(ask, owner, command):
    if command is reopen:
        close(ask, by=owner, at=clock.now())
    command(ask, by=owner, at=clock.now())
    with pytest.raises(ClosedBefore):
        command(ask, by=owner, at=clock.now())


def test_another_ask_of_the_letter_stays_open(ask, owner):
    close(ask, by=owner, at=clock.now())
    assert [is_closed(one) for one in Ask.objects.filter(circular=ask.circular)] == [True, False]


def test_on_the_page_after_a_look_at_who_has_not_sent(ask):
    browser = enter("owner")
    for name, closed in (("close", True), ("reopen", False)):
        url = reverse(f"asks:{name}", args=[ask.pk])
        page = browser.get(url)
        unsent = Obligation.objects.filter(ask=ask, sent=None).exclude(state="exempt").count()
        assert page.context["facts"][-1][1] == to_thai(unsent)
        assert browser.post(url, {"key": str(uuid4())}).status_code == 302
        assert is_closed(ask) is closed


@pytest.mark.parametrize("name", ["close", "reopen"])
def test_what_is_done_already_is_refused_by_name(ask, owner, name):
    if name == "close":
        close(ask, by=owner, at=clock.now())
    url = reverse(f"asks:{name}", args=[ask.pk])
    for page in (enter("owner").get(url), enter("owner").post(url, {"key": str(uuid4())})):
        assert (page.status_code, "closed-before" in page.content.decode()) == (409, True)


@pytest.mark.parametrize("name", ["close", "reopen"])
def test_outsiders_get_404(ask, name):
    url = reverse(f"asks:{name}", args=[ask.pk])
    for who in ("other_owner", "executive", "auditor", "preparer"):
        assert enter(who).post(url, {"key": str(uuid4())}).status_code == 404, who
    assert not is_closed(ask)
