from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.queries import obligations_of
from wian.ledger.models import Entry
from wian.responses.commands.acknowledge import acknowledge
from wian.responses.commands.correct import correct_name
from wian.responses.commands.nominate import Name
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.models import Submission, TakeBack
from wian.responses.refusals import OpenedByOwner
from wian.responses.tests.unit import ask_too, browser, form

NAME = Name(given_name="ภูริเดช", family_name="คำแสน", post="นักวิชาการคลังชำนาญการ", phone="0811112222")


@pytest.fixture
def sent(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    return unit


def test_it_is_in_preparation_again_and_may_be_corrected(sent):
    take_back(sent.recipient, by=sent.preparer, at=TOLD)
    assert (sent.state, sent.places.sent) == ("draft", None)
    correct_name(sent.first, NAME, by=sent.preparer, at=TOLD)
    assert sent.first.post == "นักวิชาการคลังชำนาญการ"


def test_who_took_it_back_is_on_record_and_the_submission_stays(sent):
    take_back(sent.recipient, by=sent.preparer, at=TOLD)
    [submission] = Submission.objects.filter(recipient=sent.recipient)
    row = TakeBack.objects.get(submission=submission)
    assert (row.name, row.office, row.at) == (sent.preparer.name, sent.preparer.office, TOLD)
    assert Entry.objects.order_by("-seq")[0].event == "responses.taken_back"


def test_an_acknowledgement_is_not_taken_back(untouched):
    note = ask_too(untouched.name, "acknowledge")
    acknowledge(note, by=untouched.preparer, at=TOLD)
    with pytest.raises(OpenedByOwner):
        take_back(untouched.recipient, by=untouched.preparer, at=TOLD)


def test_nothing_sent_nothing_to_take_back(untouched):
    with pytest.raises(OpenedByOwner):
        take_back(untouched.recipient, by=untouched.preparer, at=TOLD)


def url_of(unit) -> str:
    return reverse("responses:take_back", args=[unit.recipient.pk])


def test_on_the_page_after_it_was_said_until_when(sent):
    client, page = browser("preparer"), reverse("responses:answer", args=[sent.recipient.pk])
    assert url_of(sent) in client.get(page).content.decode()
    assert "จนกว่าเจ้าของเรื่องจะเปิดดู" in client.get(url_of(sent)).content.decode()
    assert sent.state == "submitted"
    done = client.post(url_of(sent), form())
    assert (done.status_code, done.url, sent.state) == (302, page, "draft")
    shown = client.get(page).content.decode()
    assert (f"{sent.preparer.name} ถอนคืนแล้ว" in shown, url_of(sent) in shown) == (True, False)


def test_once_the_owner_has_opened_it_the_page_does_not_offer_it_and_says_whom_to_call(sent, owner):
    for owed in obligations_of(sent.recipient):
        open_answer(owed, by=owner, at=TOLD)
    client = browser("preparer")
    page = client.get(reverse("responses:answer", args=[sent.recipient.pk])).content.decode()
    assert url_of(sent) not in page
    refused = client.post(url_of(sent), form())
    shown = refused.content.decode()
    assert (refused.status_code, "opened-by-owner" in shown, "พิมพ์ชนก" in shown) == (409, True, True)
    assert sent.state == "submitted"


def test_signed_again_it_is_a_submission_of_its_own_and_in_time_if_the_first_was(sent):
    take_back(sent.recipient, by=sent.preparer, at=TOLD)
    again = sign_off(sent.recipient, by=sent.head, at=TOLD + timedelta(days=9))
    assert (again.number, sent.places.late) == (2, False)


def test_outsiders_get_404(sent):
    for who in ("outsider", "owner", "executive"):
        assert browser(who).post(url_of(sent), form()).status_code == 404, who
    assert sent.state == "submitted"
