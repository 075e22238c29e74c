import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.refusals import BelowMinimum, NotInThatState
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.sign_off import sign_off
from wian.responses.tests.unit import browser, form


def test_an_answer_with_all_that_was_asked_for_is_complete(unit, owner):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    accept(unit.places, by=owner, at=TOLD)
    assert unit.state == "accepted"
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, entry.payload) == (
        "responses.accepted",
        f'{{"names":2,"obligation":{unit.places.pk},"schema":1}}',
    )


def test_below_the_minimum_it_is_not(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    with pytest.raises(BelowMinimum):
        accept(unit.places, by=owner, at=TOLD)
    assert unit.state == "submitted"


def test_nothing_to_send_is_complete_too(untouched, owner):
    respond_nil(untouched.places, reason="ไม่มี", by=untouched.preparer, at=TOLD)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    accept(untouched.places, by=owner, at=TOLD)
    assert untouched.state == "accepted"


def test_what_was_not_submitted_is_not_accepted(unit, owner):
    unit.add()
    with pytest.raises(NotInThatState):
        accept(unit.places, by=owner, at=TOLD)


def test_on_the_page_after_a_look_at_the_names(unit):
    unit.add("จิราพร", "คำดี")
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    client, url = browser("owner"), reverse("responses:accept", args=[unit.places.pk])
    page = client.get(url).content.decode()
    assert ("จิราพร คำดี" in page, 'name="key"' in page) == (True, True)
    assert client.post(url, form()).status_code == 302
    assert unit.state == "accepted"


def test_there_is_nothing_to_accept_before_it_was_submitted(unit):
    client, url = browser("owner"), reverse("responses:accept", args=[unit.places.pk])
    assert (client.get(url).status_code, client.post(url, form()).status_code) == (404, 404)


def test_while_names_are_missing_there_is_no_button(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    client, url = browser("owner"), reverse("responses:accept", args=[unit.places.pk])
    assert 'name="key"' not in client.get(url).content.decode()


def test_refused_on_the_page_with_its_code(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    refused = browser("owner").post(reverse("responses:accept", args=[unit.places.pk]), form())
    assert (refused.status_code, "below-minimum" in refused.content.decode()) == (409, True)


def test_outsiders_get_404(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    url = reverse("responses:accept", args=[unit.places.pk])
    for who in ("other_owner", "executive", "auditor", "preparer"):
        assert browser(who).post(url, form()).status_code == 404, who
    assert unit.state == "submitted"
