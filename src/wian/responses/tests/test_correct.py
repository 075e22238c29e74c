from dataclasses import replace

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.refusals import AnswerClosed
from wian.ledger.models import Entry
from wian.responses.commands.correct import correct_name, correct_project
from wian.responses.commands.nominate import Name
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Nomination, Proposal
from wian.responses.refusals import AlreadyNamed, AlreadySent, LongerThanAYear
from wian.responses.tests.unit import browser, form, owed_by

NAME = Name(
    title="นาย", given_name="ภูริเดช", family_name="คำแสน", post="นักวิชาการคลังชำนาญการ", phone="0811112222"
)


@pytest.fixture
def project(unit) -> Proposal:
    """A project of which there is only the title."""
    owed = owed_by(unit.name, "propose")
    return propose(owed, Project(title="ลดขั้นตอน"), by=unit.preparer, at=TOLD)


def again(item):
    return type(item).objects.get(pk=item.pk)


def test_a_name_is_written_in_another_way_and_keeps_its_place(unit):
    correct_name(unit.first, NAME, by=unit.preparer, at=TOLD)
    assert (unit.first.post, unit.places.taken) == ("นักวิชาการคลังชำนาญการ", 1)


def test_the_ledger_knows_which_fields_and_not_what_they_say(unit):
    correct_name(unit.first, NAME, by=unit.preparer, at=TOLD)
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, '"post"' in entry.payload, "ชำนาญการ" in entry.payload) == (
        "responses.corrected", True, False,
    )  # fmt: skip


def test_nobody_becomes_somebody_who_is_named_already(unit):
    unit.add("จิราพร", "คำดี")
    with pytest.raises(AlreadyNamed):
        correct_name(
            unit.first, replace(NAME, given_name="จิราพร", family_name="คำดี"), by=unit.preparer, at=TOLD
        )
    assert unit.first.given_name == "ภูริเดช"


def test_it_takes_the_answer_back_from_the_heads_desk(unit):
    present(unit.recipient, by=unit.preparer, at=TOLD)
    correct_name(unit.first, NAME, by=unit.preparer, at=TOLD)
    assert unit.state == "draft"


def test_what_was_sent_stands_until_it_is_sent_back(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    with pytest.raises(AnswerClosed):
        correct_name(unit.first, NAME, by=unit.preparer, at=TOLD)
    unit.add("จิราพร", "คำดี")
    with pytest.raises(AlreadySent):
        correct_name(unit.first, NAME, by=unit.preparer, at=TOLD)
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    send_back(unit.places, remark="ระดับตำแหน่ง", by=owner, at=TOLD)
    correct_name(unit.first, NAME, by=unit.preparer, at=TOLD)
    assert unit.first.post == "นักวิชาการคลังชำนาญการ"


def test_a_project_keeps_its_rules(unit, project):
    too_long = Project(title="ลดขั้นตอน", horizon="short", ends_on=TOLD.date().replace(year=2028))
    with pytest.raises(LongerThanAYear):
        correct_project(project, too_long, by=unit.preparer, at=TOLD)
    assert again(project).horizon == ""


def test_a_name_on_its_page(unit):
    client, url = browser("preparer"), reverse("responses:correct_name", args=[unit.first.pk])
    assert "ภูริเดช" in client.get(url).content.decode()
    typed = {"given_name": "ภูริเดช", "family_name": "คำแสน", "phone": "0811112222"}
    assert client.post(url, form(**typed, post="")).status_code == 200
    done = client.post(url, form(**typed, post="นักวิชาการคลังชำนาญการ"))
    card = f"{reverse('responses:answer', args=[unit.recipient.pk])}#ask-{unit.places.pk}"
    assert (done.status_code, done.url, unit.first.phone) == (302, card, "08 1111 2222")


def test_a_project_is_completed_on_its_page(unit, project):
    client, url = browser("preparer"), reverse("responses:correct_project", args=[project.pk])
    assert "ลดขั้นตอน" in client.get(url).content.decode()
    typed = form(title="ลดขั้นตอนอนุญาต", money="extra", satang="80,000")
    assert client.post(url, typed).status_code == 302
    kept = again(project)
    assert (kept.title, kept.satang) == ("ลดขั้นตอนอนุญาต", 8_000_000)
    assert 'value="80,000"' in client.get(url).content.decode()


def test_a_refused_correction_keeps_what_was_typed(unit, project):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    url = reverse("responses:correct_project", args=[project.pk])
    refused = browser("preparer").post(url, form(title="ชื่อใหม่ของโครงการ"))
    assert (refused.status_code, "ชื่อใหม่ของโครงการ" in refused.content.decode()) == (409, True)
    assert again(project).title == "ลดขั้นตอน"


def test_outsiders_get_404(unit, project):
    urls = (
        reverse("responses:correct_name", args=[unit.first.pk]),
        reverse("responses:correct_project", args=[project.pk]),
    )
    for who in ("outsider", "owner", "executive"):
        for url in urls:
            assert browser(who).post(url, form(title="ก", given_name="ข")).status_code == 404, (who, url)
    assert Nomination.objects.get(pk=unit.first.pk).given_name == "ภูริเดช"


def test_two_people_who_correct_different_fields_both_did(project):
    url = reverse("responses:correct_project", args=[project.pk])
    pages = [browser(who).get(url).context["form"] for who in ("preparer", "clerk")]
    for who, page, typed in zip(
        ("preparer", "clerk"), pages, ({"place": "ห้องสมุด"}, {"benefits": "เร็วขึ้น"}), strict=True
    ):
        shown = {field: page[field].value() or "" for field in page.drafted_fields} | dict(page.stamps)
        assert browser(who).post(url, form(**{**shown, **typed})).status_code == 302
    project.refresh_from_db()
    assert (project.title, project.place, project.benefits) == ("ลดขั้นตอน", "ห้องสมุด", "เร็วขึ้น")
