import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.refusals import AnswerClosed
from wian.ledger.models import Entry
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Nomination, Proposal
from wian.responses.refusals import AlreadySent, AlreadyWithdrawn
from wian.responses.tests.unit import browser, form, owed_by


def test_the_place_is_free_again_and_the_name_stays_on_record(unit):
    withdraw(unit.first, by=unit.preparer, at=TOLD)
    assert (unit.places.taken, unit.names) == (0, [])
    assert Nomination.objects.get(pk=unit.first.pk).withdrawn_at == TOLD
    assert Entry.objects.order_by("-seq")[0].event == "responses.withdrawn"


def test_a_name_is_withdrawn_once(unit):
    name = unit.first
    withdraw(name, by=unit.preparer, at=TOLD)
    with pytest.raises(AlreadyWithdrawn):
        withdraw(name, by=unit.preparer, at=TOLD)
    assert unit.places.taken == 0


def test_withdrawn_again_while_another_name_stands_it_takes_no_place(unit):
    name = unit.first
    unit.add("จิราพร", "คำดี")
    withdraw(name, by=unit.preparer, at=TOLD)
    with pytest.raises(AlreadyWithdrawn):
        withdraw(name, by=unit.preparer, at=TOLD)
    assert (unit.places.taken, unit.names) == (1, ["นายจิราพร คำดี"])


def test_not_after_submission(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    with pytest.raises(AnswerClosed):
        withdraw(unit.first, by=unit.preparer, at=TOLD)
    assert (unit.places.taken, unit.names) == (1, ["นายภูริเดช คำแสน"])


def test_it_takes_the_answer_back_from_the_heads_desk(unit):
    present(unit.recipient, by=unit.preparer, at=TOLD)
    withdraw(unit.first, by=unit.preparer, at=TOLD)
    assert unit.state == "draft"


def test_on_the_page_after_one_look(unit):
    url = reverse("responses:withdraw", args=[unit.first.pk])
    client = browser("preparer")
    assert "ภูริเดช คำแสน" in client.get(url).content.decode()
    assert unit.places.taken == 1
    assert client.post(url, form()).status_code == 302
    assert unit.places.taken == 0


@pytest.fixture
def project(untouched) -> Proposal:
    """The only project of a unit."""
    owed = owed_by(untouched.name, "propose")
    return propose(owed, Project(title="ลดขั้นตอน"), by=untouched.preparer, at=TOLD)


def test_a_project_is_withdrawn_on_the_page_after_one_look(untouched, project):
    url = reverse("responses:withdraw_project", args=[project.pk])
    client = browser("receiver")
    assert "ลดขั้นตอน" in client.get(url).content.decode()
    done = client.post(url, form())
    owed = owed_by(untouched.name, "propose")
    card = f"{reverse('responses:answer', args=[untouched.recipient.pk])}#ask-{owed.pk}"
    assert (done.status_code, done.url, owed.taken) == (302, card, 0)
    assert Entry.objects.order_by("-seq")[0].event == "responses.proposal_withdrawn"


def test_a_project_that_was_sent_is_not_withdrawn(untouched, project):
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    propose(owed_by(untouched.name, "propose"), Project(title="เพิ่ม"), by=untouched.preparer, at=TOLD)
    with pytest.raises(AlreadySent):
        withdraw(Proposal.objects.get(pk=project.pk), by=untouched.preparer, at=TOLD)


def test_outsiders_get_404(unit, project):
    urls = (
        reverse("responses:withdraw", args=[unit.first.pk]),
        reverse("responses:withdraw_project", args=[project.pk]),
    )
    for who in ("outsider", "owner", "executive"):
        for url in urls:
            assert browser(who).post(url, form()).status_code == 404, (who, url)
    assert (unit.places.taken, Proposal.objects.get(pk=project.pk).withdrawn_at) == (1, None)
