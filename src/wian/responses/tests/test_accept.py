import pytest
from conftest import TOLD
from django.urls import reverse

from wian.accounts.tests.support import form_on
from wian.asks.commands.exempt import exempt
from wian.asks.models import Ask, Obligation
from wian.asks.refusals import BelowMinimum, NotInThatState
from wian.asks.states import ObligationState
from wian.files.commands.keep import keep
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.attach import attach
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.save_draft import Typed, save_draft
from wian.responses.commands.sign_off import sign_off
from wian.responses.queries.drafts import TEXT
from wian.responses.tests.unit import ask_too, browser, form, owed_by


def url_of(owed):
    return reverse("responses:accept", args=[owed.pk])


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


def test_exempted_from_the_rest_it_is(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    exempt(unit.places, reason="มีข้าราชการคนเดียว", by=owner, at=TOLD)
    accept(unit.places, by=owner, at=TOLD)
    assert (unit.state, unit.places.sent) == ("accepted", 1)


def test_nothing_to_send_is_complete_too(untouched, owner):
    respond_nil(untouched.places, reason="ไม่มี", by=untouched.preparer, at=TOLD)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    accept(untouched.places, by=owner, at=TOLD)
    assert untouched.state == "accepted"


def test_a_report_is_complete_with_its_text(untouched, owner):
    report = ask_too(untouched.name, Ask.Kind.REPORT)
    save_draft(report, TEXT, {TEXT: Typed("ทำแล้ว", 0)}, by=untouched.preparer, at=TOLD)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    accept(report, by=owner, at=TOLD)
    assert owed_by(untouched.name, Ask.Kind.REPORT).state == "accepted"


def test_what_was_not_submitted_is_not_accepted(unit, owner):
    unit.add()
    with pytest.raises(NotInThatState):
        accept(unit.places, by=owner, at=TOLD)


def test_while_the_unit_adds_to_it_it_is_not_accepted(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    unit.add()
    with pytest.raises(NotInThatState):
        accept(unit.places, by=owner, at=TOLD)


def test_on_the_page_and_on_to_the_next_answer(unit):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    done = browser("owner").post(url_of(unit.places), form())
    after = Obligation.objects.filter(
        ask=unit.places.ask, state=ObligationState.SUBMITTED, recipient__order__gt=unit.recipient.order
    ).order_by("recipient__order")[0]
    assert (done.status_code, done.url) == (302, reverse("responses:review", args=[after.pk]))
    assert unit.state == "accepted"


def test_what_the_unit_sent_meanwhile_is_not_accepted_unseen(unit):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    client, review = browser("owner"), reverse("responses:review", args=[unit.places.pk])
    typed = form_on(client.get(review), url_of(unit.places))
    file = keep(b"one more", name="more.pdf", type_="application/pdf")
    attach(unit.places, file, name="เพิ่มเติม.pdf", by=unit.preparer, at=TOLD)
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    refused = client.post(url_of(unit.places), typed)
    assert (refused.status_code, "answer-changed" in refused.content.decode()) == (409, True)
    assert unit.state == "submitted"
    again = form_on(refused, url_of(unit.places))
    assert client.post(url_of(unit.places), again).status_code == 302
    assert unit.state == "accepted"


def test_what_the_unit_sent_meanwhile_for_another_ask_is_no_obstacle(unit):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    client, review = browser("owner"), reverse("responses:review", args=[unit.places.pk])
    typed = form_on(client.get(review), url_of(unit.places))
    report = ask_too(unit.name, Ask.Kind.REPORT)
    save_draft(report, TEXT, {TEXT: Typed("ทำแล้ว", 0)}, by=unit.preparer, at=TOLD)
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert client.post(url_of(unit.places), typed).status_code == 302
    assert unit.state == "accepted"


def test_after_the_last_one_back_to_the_table(unit):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    Obligation.objects.filter(state="submitted").exclude(pk=unit.places.pk).update(state="accepted")
    done = browser("owner").post(url_of(unit.places), form())
    table = reverse("asks:matrix", args=[unit.recipient.circular_id])
    assert done.url == f"{table}#unit-{unit.recipient.pk}"


def test_after_signing_in_again_one_is_led_to_the_answer(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    led = browser("owner").get(url_of(unit.places))
    assert (led.status_code, led.url) == (302, reverse("responses:review", args=[unit.places.pk]))


def test_there_is_nothing_to_accept_before_it_was_submitted(unit):
    client, url = browser("owner"), url_of(unit.places)
    assert (client.get(url).status_code, client.post(url, form()).status_code) == (404, 404)


def test_refused_on_the_page_with_its_code(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    refused = browser("owner").post(url_of(unit.places), form())
    assert (refused.status_code, "below-minimum" in refused.content.decode()) == (409, True)


def test_outsiders_get_404(unit):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    for who in ("other_owner", "executive", "auditor", "preparer"):
        assert browser(who).post(url_of(unit.places), form()).status_code == 404, who
    assert unit.state == "submitted"
