"""An answer is sent back with a remark, corrected, and sent again."""

from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.commands.close import close
from wian.asks.models import Ask
from wian.asks.refusals import AskClosed, NotInThatState
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.forms.review import PHRASES, SendBackForm
from wian.responses.models import Return
from wian.responses.tests.unit import browser, form, owed_by

REMARK = "หมายเลขโทรศัพท์ไม่ถูกต้อง"


@pytest.fixture
def sent(unit):
    """The unit, with two names and a project signed and sent."""
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    return unit


def test_nothing_of_it_stands_any_more_and_the_unit_may_change_it(sent, owner):
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    owed = sent.places
    assert (owed.state, owed.sent, owed.taken, owed.returned_at) == ("returned", None, 2, TOLD)
    assert owed.is_open
    assert sent.first.sent_at is None
    kept = Return.objects.get(obligation=owed)
    assert (kept.remark, kept.returned_by) == (REMARK, owner.office)
    entry = Entry.objects.order_by("-seq")[0]
    assert entry.event == "responses.returned"
    assert REMARK not in entry.payload


def test_the_other_asks_of_the_letter_stay_as_they_were_sent(sent, owner):
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    assert owed_by(sent.name, Ask.Kind.PROPOSE).state == "submitted"


def test_what_was_complete_may_still_be_sent_back(sent, owner):
    accept(sent.places, by=owner, at=TOLD)
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    assert sent.state == "returned"


def test_sent_again_after_the_date_it_is_in_time_as_it_was_at_first(sent, owner):
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    sign_off(sent.recipient, by=sent.head, at=TOLD + timedelta(days=9))
    owed = sent.places
    assert (owed.state, owed.late, owed.submitted_at, owed.returned_at) == ("submitted", False, TOLD, None)


def test_what_was_not_sent_is_not_sent_back(unit, owner):
    with pytest.raises(NotInThatState):
        send_back(unit.places, remark=REMARK, by=owner, at=TOLD)


def test_what_nobody_could_correct_is_not_sent_back(sent, owner):
    close(sent.places.ask, by=owner, at=TOLD)
    with pytest.raises(AskClosed):
        send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    assert sent.state == "submitted"


class TestRemark:
    def remark(self, kind: str, **typed) -> str:
        filled = SendBackForm(form(**typed), kind=kind)
        assert filled.is_valid(), filled.errors
        return filled.remark

    def test_ready_phrases_and_own_words_each_on_a_line(self, db):
        remark = self.remark("nominate", phrases=["post", "phone"], more="คนที่ ๒")
        assert remark.splitlines() == ["ตำแหน่งหรือระดับไม่ครบถ้วน", "หมายเลขโทรศัพท์ไม่ถูกต้อง", "คนที่ ๒"]

    def test_one_of_them_is_enough(self, db):
        assert self.remark("propose", phrases=["framework"]) == "โครงการไม่อยู่ในกรอบแนวทาง"
        assert self.remark("report", more="ขอตัวเลขปี ๒๕๖๘") == "ขอตัวเลขปี ๒๕๖๘"

    @pytest.mark.parametrize("kind", Ask.Kind.values)
    def test_none_is_not(self, db, kind):
        assert not SendBackForm(form(more="  "), kind=kind).is_valid()

    def test_phrases_fit_what_was_asked(self, db):
        offered = {
            kind: {code for code, _ in field.choices}
            if (field := SendBackForm(kind=kind).fields.get("phrases"))
            else set()
            for kind in Ask.Kind.values
        }
        assert "framework" in offered["propose"] - offered["nominate"]
        assert "post" in offered["nominate"] - offered["propose"]
        assert set().union(*offered.values()) == set(PHRASES)
        assert {kind for kind, codes in offered.items() if not codes} == {"acknowledge"}


class TestPage:
    def url(self, unit) -> str:
        return reverse("responses:send_back", args=[unit.places.pk])

    def test_with_a_phrase_in_the_units_language_whatever_the_owner_reads(self, sent):
        client = browser("owner")
        client.cookies["wian_language"] = "en"
        assert "Post or level is incomplete" in client.get(self.url(sent)).content.decode()
        done = client.post(self.url(sent), form(phrases=["post"], more="Person 2"))
        assert done.status_code == 302
        assert Return.objects.get(obligation=sent.places).remark == "ตำแหน่งหรือระดับไม่ครบถ้วน\nPerson 2"

    def test_without_a_word_it_is_said_what_is_missing(self, sent):
        page = browser("owner").post(self.url(sent), form())
        assert (page.status_code, set(page.context["form"].errors)) == (200, {"phrases"})
        assert sent.state == "submitted"

    def test_what_cannot_be_sent_back_is_refused_and_the_words_stay(self, sent, owner):
        close(sent.places.ask, by=owner, at=TOLD)
        page = browser("owner").post(self.url(sent), form(more="โปรดตรวจสอบ"))
        assert (page.status_code, "ask-closed" in page.content.decode()) == (409, True)
        assert "โปรดตรวจสอบ" in page.content.decode()

    def test_outsiders_get_404(self, sent):
        for who in ("other_owner", "executive", "auditor", "preparer"):
            assert browser(who).post(self.url(sent), form(more="ก")).status_code == 404, who
        assert sent.state == "submitted"
