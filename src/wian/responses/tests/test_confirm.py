import pytest
from conftest import TOLD
from django.urls import reverse

from wian.ledger.models import Entry
from wian.responses.commands.confirm import confirm
from wian.responses.models import OnBehalfEntry
from wian.responses.queries import answer_of
from wian.responses.refusals import NothingToConfirm
from wian.responses.tests.unit import browser, form


def test_the_unit_confirms_with_one_tap_and_has_received_the_letter(told):
    assert answer_of(told.recipient, at=TOLD).to_confirm
    confirm(told.recipient, by=told.preparer, at=TOLD)
    assert (told.places.on_behalf, told.recipient.received_at) == (False, TOLD)
    entry = OnBehalfEntry.objects.get(submission__recipient=told.recipient)
    assert (entry.confirmed_at, entry.confirmed_by) == (TOLD, told.preparer.office)
    assert Entry.objects.order_by("-seq")[0].event == "responses.confirmed"


def test_it_is_confirmed_once(told):
    confirm(told.recipient, by=told.preparer, at=TOLD)
    with pytest.raises(NothingToConfirm):
        confirm(told.recipient, by=told.preparer, at=TOLD)


def test_nothing_recorded_nothing_to_confirm(unit):
    url = reverse("responses:confirm", args=[unit.recipient.pk])
    refused = browser("preparer").post(url, form())
    assert (refused.status_code, "nothing-to-confirm" in refused.content.decode()) == (409, True)


def test_with_one_tap_on_the_page(told):
    url = reverse("responses:confirm", args=[told.recipient.pk])
    assert browser("confirmer").post(url, form()).status_code == 302
    assert told.places.on_behalf is False


def test_outsiders_get_404(told):
    url = reverse("responses:confirm", args=[told.recipient.pk])
    for who in ("outsider", "owner", "executive", "preparer"):
        assert browser(who).post(url, form()).status_code == 404, who
    assert told.places.on_behalf is True
