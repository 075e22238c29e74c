import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.refusals import AnswerClosed
from wian.files.commands.keep import keep
from wian.ledger.models import Entry
from wian.responses.commands.attach import attach
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Response, Submission
from wian.responses.refusals import SomethingIn
from wian.responses.tests.unit import browser, form

WHY = "ข้าราชการของกองอยู่ระหว่างลาศึกษาต่อ"


def say(unit):
    respond_nil(unit.places, reason=WHY, by=unit.preparer, at=TOLD)


def test_it_is_an_answer_with_its_reason(untouched):
    say(untouched)
    assert (untouched.places.nil, untouched.state) == (True, "draft")
    assert Response.objects.get(pk=untouched.places.pk).nil_reason == WHY
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, WHY in entry.payload) == ("responses.nil_responded", False)


def test_it_is_signed_and_sent_like_names(untouched):
    say(untouched)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    assert WHY in Submission.objects.get(recipient=untouched.recipient).content


def test_naming_somebody_later_undoes_it(untouched):
    say(untouched)
    untouched.add()
    assert (untouched.places.nil, untouched.places.taken) == (False, 1)


def test_not_while_people_are_named(unit):
    with pytest.raises(SomethingIn) as refused:
        say(unit)
    assert "ภูริเดช คำแสน" in refused.value.message
    assert unit.places.nil is False


def test_not_while_a_file_is_attached(untouched):
    list_ = keep(b"names", name="list.pdf", type_="application/pdf")
    attach(untouched.places, list_, name="รายชื่อ.pdf", by=untouched.preparer, at=TOLD)
    with pytest.raises(SomethingIn) as refused:
        say(untouched)
    assert "รายชื่อ.pdf" in refused.value.message


def test_not_after_submission(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    with pytest.raises(AnswerClosed):
        say(unit)


def test_on_the_page_a_reason_is_needed(unit, untouched):
    url = reverse("responses:nil", args=[unit.places.pk])
    client = browser("preparer")
    assert client.post(url, form(reason="")).status_code == 200
    refused = client.post(url, form(reason=WHY))
    assert (refused.status_code, WHY in refused.content.decode()) == (409, True)


def test_outsiders_get_404(unit):
    url = reverse("responses:nil", args=[unit.places.pk])
    for who in ("outsider", "owner", "executive"):
        assert browser(who).post(url, form(reason=WHY)).status_code == 404, who
