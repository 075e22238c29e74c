from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.commands.close import close
from wian.asks.models import Ask, Obligation
from wian.asks.refusals import AnswerClosed, AskClosed
from wian.responses.commands.acknowledge import acknowledge
from wian.responses.models import Submission
from wian.responses.tests.unit import ask_too, browser, form


@pytest.fixture
def note(untouched) -> Obligation:
    """The letter also asks to be noted."""
    return ask_too(untouched.name, Ask.Kind.ACKNOWLEDGE)


def now(owed: Obligation) -> Obligation:
    return Obligation.objects.get(pk=owed.pk)


def test_one_tap_is_sent_at_once_with_proof_and_nobody_has_to_look_at_it(untouched, note):
    submission = acknowledge(note, by=untouched.preparer, at=TOLD)
    assert (now(note).state, now(note).late, untouched.recipient.received_at) == ("accepted", False, TOLD)
    assert (submission.signature.way, submission.signature.name) == ("tap", untouched.preparer.name)


def test_it_sends_nothing_else(untouched, note):
    untouched.add()
    acknowledge(note, by=untouched.preparer, at=TOLD)
    assert (untouched.state, untouched.places.sent) == ("draft", None)


def test_after_the_date_it_is_late(untouched, note):
    acknowledge(note, by=untouched.preparer, at=note.due_at + timedelta(seconds=1))
    assert now(note).late


def test_it_is_noted_once(untouched, note):
    acknowledge(note, by=untouched.preparer, at=TOLD)
    with pytest.raises(AnswerClosed):
        acknowledge(note, by=untouched.preparer, at=TOLD)
    assert Submission.objects.filter(recipient=untouched.recipient).count() == 1


def test_not_when_it_is_closed(untouched, note, owner):
    close(note.ask, by=owner, at=TOLD)
    with pytest.raises(AskClosed):
        acknowledge(note, by=untouched.preparer, at=TOLD)


def test_on_the_page_it_is_one_button_which_is_gone_afterwards(untouched, note):
    client, url = browser("receiver"), reverse("responses:acknowledge", args=[note.pk])
    page = reverse("responses:answer", args=[untouched.recipient.pk])
    assert url in client.get(page).content.decode()
    done = client.post(url, form())
    assert (done.status_code, done.url) == (302, f"{page}#ask-{note.pk}")
    assert url not in client.get(page).content.decode()


def test_other_asks_are_not_answered_by_a_tap(untouched):
    url = reverse("responses:acknowledge", args=[untouched.places.pk])
    assert browser("receiver").post(url, form()).status_code == 404


def test_outsiders_get_404(note):
    url = reverse("responses:acknowledge", args=[note.pk])
    for who in ("outsider", "preparer", "owner", "executive"):
        assert browser(who).post(url, form()).status_code == 404, who
    assert now(note).state == "pending"
