"""Slips of the pen that the owner puts right in what a unit sent."""

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.ledger.models import Entry
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Correction, Nomination, Proposal
from wian.responses.queries import answer_of
from wian.responses.refusals import AlreadyNamed, AlreadyWithdrawn, NotASlip, NothingCorrected
from wian.responses.tests.unit import browser, form, owed_by

NAME = {"title": "นาย", "given_name": "ภูริเดช", "family_name": "คำแสน", "post": "นิติกรปฏิบัติการ", "email": ""}


@pytest.fixture
def sent(unit):
    unit.add("สมหวัง", "ตั้งใจ")
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    return unit


@pytest.fixture
def project(sent) -> Proposal:
    rows = Proposal.objects.select_related("response__obligation__recipient__unit")
    return rows.filter(response=owed_by(sent.name, "propose").pk)[0]


def test_what_stood_there_and_what_stands_now_is_kept(sent, owner):
    person = sent.first
    before = (person.family_name, person.phone)
    [first, second] = correct_for_unit(
        person, {"family_name": f"{before[0]}ส์", "phone": "08 9999 9999"}, by=owner, at=TOLD
    )
    assert (first.field, first.before, first.after) == ("family_name", before[0], f"{before[0]}ส์")
    assert (second.field, second.before, second.after) == ("phone", before[1], "08 9999 9999")
    stands = Nomination.objects.get(pk=person.pk)
    assert (stands.family_name, stands.phone, stands.sent_at) == (f"{before[0]}ส์", "08 9999 9999", TOLD)
    assert sent.state == "submitted"
    entry = Entry.objects.order_by("-seq")[0]
    assert entry.event == "responses.corrected_for_unit"
    assert "9999" not in entry.payload


def test_the_unit_sees_it_with_its_answer(sent, owner):
    correct_for_unit(sent.first, {"phone": "08 9999 9999"}, by=owner, at=TOLD)
    parts = answer_of(sent.recipient, at=TOLD).parts
    told = [correction.after for part in parts for correction in part.corrections]
    assert told == ["08 9999 9999"]


@pytest.mark.parametrize(
    ("field", "text"), [("given_name", "สมชาย"), ("post", "ผู้อำนวยการ"), ("family_name", "")]
)
def test_another_word_is_no_slip(sent, owner, field, text):
    with pytest.raises(NotASlip):
        correct_for_unit(sent.first, {field: text}, by=owner, at=TOLD)
    assert not Correction.objects.filter(obligation=sent.places).exists()


def test_a_title_is_confused_easily(sent, owner):
    correct_for_unit(sent.first, {"title": "นางสาว"}, by=owner, at=TOLD)
    assert sent.first.title == "นางสาว"


def test_the_same_words_correct_nothing(sent, owner):
    with pytest.raises(NothingCorrected):
        correct_for_unit(sent.first, {"phone": sent.first.phone}, by=owner, at=TOLD)


def test_no_one_becomes_somebody_who_is_named_already(sent, owner):
    other = Nomination.objects.filter(response=sent.places.pk).last()
    Nomination.objects.filter(pk=other.pk).update(given_name="ภูริเดชา", family_name="คำแสน", person_key="ก")
    with pytest.raises(AlreadyNamed):
        correct_for_unit(sent_item(other.pk), {"given_name": "ภูริเดช"}, by=owner, at=TOLD)


def sent_item(pk) -> Nomination:
    return Nomination.objects.select_related("response__obligation__recipient__unit").get(pk=pk)


def test_a_project_too_but_not_what_it_says(sent, project, owner):
    title = project.title
    correct_for_unit(project, {"title": f"{title}์", "money": "extra"}, by=owner, at=TOLD)
    fresh = Proposal.objects.get(pk=project.pk)
    assert (fresh.title, fresh.money) == (f"{title}์", project.money)
    assert [row.field for row in Correction.objects.filter(obligation=project.response_id)] == ["title"]


def test_what_was_sent_back_is_the_units_again(sent, owner):
    person = sent.first
    send_back(sent.places, remark="โปรดแก้ไข", by=owner, at=TOLD)
    with pytest.raises(AlreadyWithdrawn):
        correct_for_unit(person, {"phone": "08 9999 9999"}, by=owner, at=TOLD)


class TestPage:
    def url(self, unit) -> str:
        return reverse("responses:correct_for_unit", args=[unit.first.pk])

    def test_it_holds_what_stands_there_and_corrects_it(self, sent):
        client, url = browser("owner"), self.url(sent)
        held = client.get(url).context["form"].initial
        assert held["family_name"] == sent.first.family_name
        done = client.post(url, form(**held | {"phone": "0899999999"}))
        assert done.url == reverse("responses:review", args=[sent.places.pk])
        assert sent.first.phone == "08 9999 9999"

    def test_reasons_are_not_among_the_slips(self, sent):
        assert set(browser("owner").get(self.url(sent)).context["form"].fields) == {"key", *NAME, "phone"}

    def test_another_word_is_refused_by_name_and_kept(self, sent):
        client, url = browser("owner"), self.url(sent)
        held = client.get(url).context["form"].initial
        refused = client.post(url, form(**held | {"given_name": "สมหญิงคนใหม่"}))
        page = refused.content.decode()
        assert (refused.status_code, "not-a-slip" in page, "สมหญิงคนใหม่" in page) == (409, True, True)

    def test_a_project_on_its_page(self, sent, project):
        url = reverse("responses:correct_project_for_unit", args=[project.pk])
        client = browser("owner")
        held = client.get(url).context["form"].initial
        assert client.post(url, form(**held | {"phone": "0899999999"})).status_code == 302
        assert Proposal.objects.get(pk=project.pk).phone == "08 9999 9999"

    def test_before_it_was_sent_there_is_nothing_to_correct(self, unit):
        assert browser("owner").get(self.url(unit)).status_code == 404

    def test_outsiders_get_404(self, sent, project):
        projects = reverse("responses:correct_project_for_unit", args=[project.pk])
        for who in ("other_owner", "executive", "auditor", "preparer"):
            for url in (self.url(sent), projects):
                assert browser(who).post(url, form(**NAME, phone="0899999999")).status_code == 404, who
        assert not Correction.objects.filter(obligation__recipient=sent.recipient).exists()
