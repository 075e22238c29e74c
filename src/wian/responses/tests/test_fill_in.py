"""What a unit sent as a file is typed in by the owner, and stands as sent by the unit."""

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.models import Ask
from wian.files.commands.keep import keep
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.attach import attach
from wian.responses.commands.fill_in import fill_in
from wian.responses.commands.nominate import Name
from wian.responses.commands.propose import Project
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Nomination
from wian.responses.queries import submitted_names, submitted_projects
from wian.responses.refusals import AlreadyNamed, NothingToFillIn, QuotaFull
from wian.responses.tests.unit import ask_too, browser, form, owed_by

PERSON = {"given_name": "จากไฟล์", "family_name": "ส่งมา", "post": "นิติกรปฏิบัติการ", "phone": "08 1111 2222"}
OTHER = PERSON | {"given_name": "อีกคน"}


def hand_in(unit, kind):
    """The unit sends a file and nothing else for the ask of that kind."""
    file = keep(b"the paper", name="names.pdf", type_="application/pdf")
    attach(owed_by(unit.name, kind), file, name="รายชื่อ.pdf", by=unit.preparer, at=TOLD)
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    return owed_by(unit.name, kind)


@pytest.fixture
def sent(untouched):
    hand_in(untouched, Ask.Kind.NOMINATE)
    return untouched


def test_it_stands_as_sent_and_the_state_stays(sent, owner):
    assert sent.places.awaits_entry
    before = submitted_names(sent.recipient.circular).count()
    person = fill_in(sent.places, Name(**PERSON), by=owner, at=TOLD)
    owed = sent.places
    assert (owed.state, owed.taken, owed.sent, owed.awaits_entry) == ("submitted", 1, 1, False)
    assert Nomination.objects.get(pk=person.pk).sent_at == TOLD
    assert submitted_names(sent.recipient.circular).count() == before + 1
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, entry.office) == ("responses.filled_in", owner.office)
    assert PERSON["given_name"] not in entry.payload


def test_the_owner_receives_no_letter_for_the_unit_by_it(sent, owner):
    received = sent.recipient.received_at
    fill_in(sent.places, Name(**PERSON), by=owner, at=TOLD)
    assert sent.recipient.received_at == received


def test_when_all_is_typed_in_it_can_be_accepted(sent, owner):
    for person in (PERSON, OTHER):
        fill_in(sent.places, Name(**person), by=owner, at=TOLD)
    accept(sent.places, by=owner, at=TOLD)
    assert sent.state == "accepted"


def test_not_more_than_the_unit_may_name(sent, owner):
    for person in (PERSON, OTHER):
        fill_in(sent.places, Name(**person), by=owner, at=TOLD)
    with pytest.raises(QuotaFull):
        fill_in(sent.places, Name(**PERSON | {"given_name": "เกิน"}), by=owner, at=TOLD)
    assert (sent.places.taken, sent.state) == (2, "submitted")


def test_nobody_twice(sent, owner):
    fill_in(sent.places, Name(**PERSON), by=owner, at=TOLD)
    with pytest.raises(AlreadyNamed):
        fill_in(sent.places, Name(**PERSON), by=owner, at=TOLD)
    assert (sent.places.taken, sent.places.sent, sent.state) == (1, 1, "submitted")


def test_projects_too(untouched, owner):
    owed = hand_in(untouched, Ask.Kind.PROPOSE)
    fill_in(owed, Project(title="โครงการจากไฟล์"), by=owner, at=TOLD)
    titles = [project.title for project in submitted_projects(untouched.recipient.circular)]
    assert "โครงการจากไฟล์" in titles
    assert owed_by(untouched.name, Ask.Kind.PROPOSE).sent == 1


def test_without_a_file_there_is_nothing_to_take_it_from(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    with pytest.raises(NothingToFillIn):
        fill_in(unit.places, Name(**PERSON), by=owner, at=TOLD)


def test_before_it_was_sent_it_is_the_units_own(untouched, owner):
    file = keep(b"the paper", name="names.pdf", type_="application/pdf")
    attach(untouched.places, file, name="รายชื่อ.pdf", by=untouched.preparer, at=TOLD)
    with pytest.raises(NothingToFillIn):
        fill_in(untouched.places, Name(**PERSON), by=owner, at=TOLD)
    assert untouched.places.taken == 0


class TestPage:
    def url(self, owed) -> str:
        return reverse("responses:fill_in", args=[owed.pk])

    def test_one_after_the_other_until_as_many_are_in_as_are_asked_for(self, sent):
        client, url = browser("owner"), self.url(sent.places)
        assert "รายชื่อ.pdf" in client.get(url).content.decode()
        assert client.post(url, form(**PERSON)).url == url
        assert client.post(url, form(**OTHER)).url == reverse("responses:review", args=[sent.places.pk])
        assert sent.names == ["จากไฟล์ ส่งมา", "อีกคน ส่งมา"]

    def test_a_project(self, untouched):
        owed = hand_in(untouched, Ask.Kind.PROPOSE)
        client = browser("owner")
        assert client.get(self.url(owed)).status_code == 200
        assert client.post(self.url(owed), form(title="โครงการจากไฟล์")).status_code == 302
        assert owed_by(untouched.name, Ask.Kind.PROPOSE).taken == 1

    def test_half_a_name_is_said_and_kept(self, sent):
        page = browser("owner").post(self.url(sent.places), form(given_name="จากไฟล์"))
        assert (page.status_code, 'value="จากไฟล์"' in page.content.decode()) == (200, True)
        assert sent.places.taken == 0

    def test_what_cannot_be_is_refused_by_name(self, sent, untouched, unit):
        sign_off(unit.recipient, by=unit.head, at=TOLD)
        report = ask_too(untouched.name, Ask.Kind.REPORT)
        file = keep(b"a report", name="report.pdf", type_="application/pdf")
        attach(report, file, name="report.pdf", by=untouched.preparer, at=TOLD)
        sign_off(untouched.recipient, by=untouched.head, at=TOLD)
        for owed in (unit.places, report):
            for page in (
                browser("owner").get(self.url(owed)),
                browser("owner").post(self.url(owed), form(**PERSON)),
            ):
                assert (page.status_code, "nothing-to-fill-in" in page.content.decode()) == (409, True)

    def test_outsiders_get_404(self, sent):
        for who in ("other_owner", "executive", "auditor", "preparer"):
            assert browser(who).post(self.url(sent.places), form(**PERSON)).status_code == 404, who
        assert sent.places.taken == 0
