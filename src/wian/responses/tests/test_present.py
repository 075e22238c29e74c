import pytest
from conftest import TOLD
from django.urls import reverse

from wian.ledger.models import Entry
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Presentation
from wian.responses.queries import answer_of
from wian.responses.refusals import NothingToSign
from wian.responses.tests.unit import browser, form, owed_by


def test_presented_it_waits_for_the_head(unit):
    url = reverse("responses:present", args=[unit.recipient.pk])
    assert browser("preparer").post(url, form()).status_code == 302
    assert unit.state == "awaiting_signature"
    assert Entry.objects.order_by("-seq")[0].event == "responses.presented"
    row = Presentation.objects.get(recipient=unit.recipient)
    assert (row.name, row.office, row.at) == (unit.preparer.name, unit.preparer.office, TOLD)
    assert answer_of(unit.recipient, at=TOLD).presentation == row


def test_an_empty_answer_is_not_presented(untouched):
    with pytest.raises(NothingToSign):
        present(untouched.recipient, by=untouched.preparer, at=TOLD)


def test_presenting_twice_is_refused_on_a_page(unit):
    url = reverse("responses:present", args=[unit.recipient.pk])
    browser("preparer").post(url, form())
    again = browser("preparer").post(url, form())
    assert (again.status_code, "state-moved-on" in again.content.decode()) == (409, True)


def test_who_presented_it_is_on_record(unit):
    present(unit.recipient, by=unit.preparer, at=TOLD)
    row = Presentation.objects.filter(recipient=unit.recipient).latest("pk")
    assert (row.name, row.office, row.at) == (unit.preparer.name, unit.preparer.office, TOLD)


def test_with_two_asks_a_change_in_one_takes_the_whole_answer_back_and_it_is_presented_again(unit):
    projects = owed_by(unit.name, "propose")
    propose(projects, Project(title="ลดขั้นตอน"), by=unit.preparer, at=TOLD)
    present(unit.recipient, by=unit.preparer, at=TOLD)
    withdraw(unit.first, by=unit.preparer, at=TOLD)
    assert owed_by(unit.name, "propose").state == "awaiting_signature"
    unit.add()
    assert not answer_of(unit.recipient, at=TOLD).is_presented
    present(unit.recipient, by=unit.preparer, at=TOLD)
    assert answer_of(unit.recipient, at=TOLD).is_presented


def test_what_there_is_may_be_presented_and_the_rest_stays_open(untouched):
    untouched.add()
    page = reverse("responses:answer", args=[untouched.recipient.pk])
    client = browser("receiver")
    assert "เสนอลงนามเท่าที่มี แล้วเพิ่มภายหลัง" in client.get(page).content.decode()
    client.post(reverse("responses:present", args=[untouched.recipient.pk]), form())
    assert (untouched.state, owed_by(untouched.name, "propose").state) == ("awaiting_signature", "pending")


def test_outsiders_get_404(unit):
    url = reverse("responses:present", args=[unit.recipient.pk])
    for who in ("outsider", "owner", "executive"):
        assert browser(who).post(url, form()).status_code == 404, who
