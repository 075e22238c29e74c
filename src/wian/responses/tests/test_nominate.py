import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.queries import obligations_of
from wian.asks.refusals import AnswerClosed
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Nomination
from wian.responses.refusals import AlreadyNamed, QuotaFull
from wian.responses.tests.unit import browser, form

PERSON = {
    "title": "นางสาว",
    "given_name": "จิราพร",
    "family_name": "คำดี",
    "post": "นักวิชาการพัสดุปฏิบัติการ",
    "phone": "๐๘ ๙๘๗๖ ๕๔๓๒",
}


def test_a_complete_name_takes_a_place(unit):
    unit.add("จิราพร", "คำดี")
    assert unit.names == ["นายภูริเดช คำแสน", "นายจิราพร คำดี"]
    assert (unit.places.taken, unit.state) == (2, "draft")


def test_it_is_in_the_ledger_without_the_name(unit):
    unit.add("จิราพร", "คำดี")
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, entry.about, entry.office) == (
        "responses.nominated",
        f"asks.obligation:{unit.places.pk}",
        f"{unit.preparer.title} {unit.name}",
    )
    assert "จิราพร" not in entry.payload


def test_a_full_unit_is_told_who_holds_the_places_and_what_to_do(unit):
    unit.add("จิราพร", "คำดี")
    with pytest.raises(QuotaFull) as refused:
        unit.add("คนที่สาม", "มาช้า")
    assert "นายภูริเดช คำแสน, นายจิราพร คำดี" in refused.value.message
    assert "พิมพ์ชนก" in refused.value.what_now
    assert unit.places.taken == 2
    assert not Nomination.objects.filter(given_name="คนที่สาม").exists()


def test_the_same_person_is_not_named_twice_whatever_the_title(unit):
    with pytest.raises(AlreadyNamed):
        unit.add("ภูริเดช ", "คำแสน", title="ดร.")
    assert (unit.places.taken, unit.names) == (1, ["นายภูริเดช คำแสน"])


def test_a_withdrawn_person_may_be_named_again(unit):
    withdraw(unit.first, by=unit.preparer, at=TOLD)
    unit.add("ภูริเดช", "คำแสน")
    assert unit.places.taken == 1


def test_answering_receives_the_letter(untouched):
    assert untouched.recipient.received_at is None
    untouched.add()
    assert (untouched.recipient.received_at, untouched.recipient.received_by) == (
        TOLD,
        untouched.preparer.office,
    )


def test_more_is_added_to_what_was_sent_until_it_is_accepted(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    unit.add()
    assert (unit.places.taken, unit.places.sent) == (2, 1)
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    accept(unit.places, by=owner, at=TOLD)
    with pytest.raises(AnswerClosed):
        unit.add("อีกคน", "หนึ่ง")


def post(who, unit, **typed):
    return browser(who).post(reverse("responses:nominate", args=[unit.places.pk]), form(**typed))


def test_on_the_page(unit):
    answered = post("preparer", unit, **PERSON)
    card = f"{reverse('responses:answer', args=[unit.recipient.pk])}#ask-{unit.places.pk}"
    assert (answered.status_code, answered.url) == (302, card)
    assert unit.names[-1] == "นางสาวจิราพร คำดี"


def test_what_was_typed_stays_when_a_field_is_missing(unit):
    answered = post("preparer", unit, **PERSON | {"phone": ""}, reason="ตั้งใจทำงาน")
    assert answered.status_code == 422
    assert all(word in answered.content.decode() for word in ("จิราพร", "คำดี", "ตั้งใจทำงาน"))
    assert unit.places.taken == 1


def test_what_was_typed_stays_when_the_unit_is_full(unit):
    unit.add()
    answered = post("preparer", unit, **PERSON)
    assert answered.status_code == 409
    page = answered.content.decode()
    assert all(word in page for word in ("จิราพร", "quota-full", "ภูริเดช คำแสน"))


def test_the_same_form_posted_twice_names_once(unit):
    client, typed = browser("preparer"), form(**PERSON)
    url = reverse("responses:nominate", args=[unit.places.pk])
    first, second = client.post(url, typed), client.post(url, typed)
    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    assert unit.names == ["นายภูริเดช คำแสน", "นางสาวจิราพร คำดี"]


def test_a_telephone_has_digits(unit):
    answered = post("preparer", unit, **PERSON | {"phone": "โทรศัพท์"})
    assert answered.status_code == 422
    assert "โทรศัพท์" in answered.content.decode()


def test_the_ask_that_is_not_a_nomination_takes_no_names(unit):
    projects = next(row for row in obligations_of(unit.recipient) if row.ask.kind == "propose")
    url = reverse("responses:nominate", args=[projects.pk])
    assert browser("preparer").post(url, form(**PERSON)).status_code == 404


def test_outsiders_get_404(unit):
    url = reverse("responses:nominate", args=[unit.places.pk])
    for who in ("outsider", "owner", "executive", "auditor"):
        assert browser(who).post(url, form(**PERSON)).status_code == 404, who
    assert unit.places.taken == 1


def test_what_was_typed_is_shown_when_the_answer_was_accepted_meanwhile(unit, owner):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    accept(unit.places, by=owner, at=TOLD)
    answered = post("preparer", unit, **PERSON)
    assert answered.status_code == 409
    assert all(word in answered.content.decode() for word in ("จิราพร", "answer-closed"))
