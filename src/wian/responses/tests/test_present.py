import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligations_of
from wian.ledger.models import Entry
from wian.responses.commands.nominate import Name, nominate
from wian.responses.commands.present import present
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Presentation
from wian.responses.queries import answer_of
from wian.responses.refusals import NothingToSign
from wian.responses.tests.unit import browser, form


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
    first = unit.places.ask
    second = Ask.objects.create(
        circular=first.circular, order=9, kind="nominate", what="อีกเรื่อง", start=0, end=1
    )
    Obligation.objects.create(ask=second, recipient=unit.recipient, max=1, due_at=unit.places.due_at)
    other = next(owed for owed in obligations_of(unit.recipient) if owed.ask_id == second.pk)
    person = Name(given_name="อีกคน", family_name="อีกเรื่อง", post="นิติกร", phone="0811112222")
    nominate(other, person, by=unit.preparer, at=TOLD)
    present(unit.recipient, by=unit.preparer, at=TOLD)
    withdraw(unit.first, by=unit.preparer, at=TOLD)
    assert not answer_of(unit.recipient, at=TOLD).is_presented
    unit.add()
    present(unit.recipient, by=unit.preparer, at=TOLD)
    assert answer_of(unit.recipient, at=TOLD).is_presented


def test_outsiders_get_404(unit):
    url = reverse("responses:present", args=[unit.recipient.pk])
    for who in ("outsider", "owner", "executive"):
        assert browser(who).post(url, form()).status_code == 404, who
