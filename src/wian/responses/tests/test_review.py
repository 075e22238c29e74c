"""What the owner looks at: the answer in full, how it came, what changed, what comes next."""

from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.models import Ask, Obligation
from wian.files.commands.keep import keep
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.attach import attach
from wian.responses.commands.correct import correct_name
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.commands.nominate import Name
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.save_draft import Typed, save_draft
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.models import Submission
from wian.responses.queries.drafts import TEXT
from wian.responses.queries.review import review_of
from wian.responses.tests.unit import ask_too, browser, owed_by

REMARK = "หมายเลขโทรศัพท์ไม่ถูกต้อง"


def url_of(owed) -> str:
    return reverse("responses:review", args=[owed.pk])


def shown(owed, who: str = "owner") -> str:
    return browser(who).get(url_of(owed)).content.decode()


def sign(unit, at=TOLD) -> Submission:
    return sign_off(unit.recipient, by=unit.head, at=at)


def other_phone(unit, phone: str = "08 7777 7777") -> None:
    person = unit.first
    fields = {name: getattr(person, name) for name in ("title", "given_name", "family_name", "post")}
    correct_name(person, Name(**fields, phone=phone), by=unit.preparer, at=TOLD)


@pytest.fixture
def sent(unit):
    unit.add("จิราพร", "คำดี")
    sign(unit)
    return unit


@pytest.fixture
def corrected(sent, owner):
    """Sent back, and sent again with another telephone number."""
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    other_phone(sent)
    sign(sent, TOLD + timedelta(hours=1))
    return sent


class TestOpened:
    def test_looking_at_it_is_noted_once(self, sent):
        before = Entry.objects.count()
        for _ in range(2):
            shown(sent.places)
        assert sent.places.opened_at == TOLD
        assert [entry.event for entry in Entry.objects.filter(seq__gt=before)] == ["responses.opened"]

    def test_from_then_on_the_unit_does_not_take_it_back(self, sent):
        assert review_of(sent.places, at=TOLD).answer.may_take_back
        for owed in (sent.places, owed_by(sent.name, Ask.Kind.PROPOSE)):
            shown(owed)
        assert not review_of(sent.places, at=TOLD).answer.may_take_back

    def test_a_program_that_only_asks_whether_it_is_there_opens_nothing(self, sent):
        assert browser("owner").head(url_of(sent.places)).status_code == 200
        assert sent.places.opened_at is None

    def test_it_is_only_read(self, sent):
        assert browser("owner").post(url_of(sent.places)).status_code == 405

    def test_outsiders_get_404_and_open_nothing(self, sent):
        for who in ("other_owner", "executive", "auditor", "preparer"):
            assert browser(who).get(url_of(sent.places)).status_code == 404, who
        assert sent.places.opened_at is None

    def test_before_it_was_sent_there_is_nothing_to_look_at(self, unit):
        assert browser("owner").get(url_of(unit.places)).status_code == 404


class TestAnswer:
    def test_names_with_posts_and_phones_and_who_signed(self, sent):
        page = shown(sent.places)
        for fact in ("จิราพร คำดี", "นิติกรปฏิบัติการ", "๐๘ ๑๒๓๔ ๕๖๗๘", sent.head.name, "ส่งทันกำหนด"):
            assert fact in page

    def test_late_is_said(self, unit):
        sign(unit, TOLD + timedelta(days=4))
        page = shown(unit.places)
        assert ("ส่งล่าช้า" in page, "ส่งทันกำหนด" in page) == (True, False)

    def test_a_project_with_what_it_says(self, unit):
        project = Project(title="โครงการใหม่", visible_result="จองคิวได้", money="extra", satang=12345600)
        propose(owed_by(unit.name, Ask.Kind.PROPOSE), project, by=unit.preparer, at=TOLD)
        sign(unit)
        page = shown(owed_by(unit.name, Ask.Kind.PROPOSE))
        assert all(fact in page for fact in ("โครงการใหม่", "จองคิวได้", "๑๒๓,๔๕๖"))

    def test_a_report_with_its_text_and_files(self, untouched):
        report = ask_too(untouched.name, Ask.Kind.REPORT)
        save_draft(report, TEXT, {TEXT: Typed("ลดแล้ว ๓ งาน", 0)}, by=untouched.preparer, at=TOLD)
        file = keep(b"a table", name="table.pdf", type_="application/pdf")
        attach(report, file, name="ตาราง.pdf", by=untouched.preparer, at=TOLD)
        sign(untouched)
        page = shown(report)
        assert all(fact in page for fact in ("ลดแล้ว ๓ งาน", "ตาราง.pdf"))

    def test_why_there_is_nothing(self, untouched):
        respond_nil(untouched.places, reason="ไม่มีผู้ที่เข้าเกณฑ์", by=untouched.preparer, at=TOLD)
        sign(untouched)
        assert "ไม่มีผู้ที่เข้าเกณฑ์" in shown(untouched.places)

    def test_who_told_it_to_the_owner(self, told):
        assert told.preparer.name in shown(told.places)

    def test_what_the_unit_is_adding_is_not_shown_before_it_is_sent(self, unit):
        sign(unit)
        unit.add("ยังไม่ส่ง", "ให้เห็น")
        page = shown(unit.places)
        assert ("ภูริเดช" in page, "ยังไม่ส่ง ให้เห็น" in page) == (True, False)
        assert not review_of(unit.places, at=TOLD).may_be_accepted

    def test_what_the_owner_put_right(self, sent, owner):
        correct_for_unit(sent.first, {"phone": "08 9999 9999"}, by=owner, at=TOLD)
        page = shown(sent.places)
        assert page.index("<del>") < page.index("<ins>")
        assert "๐๘ ๙๙๙๙ ๙๙๙๙</ins>" in page


class TestActs:
    def links(self, owed) -> set[str]:
        page = shown(owed)
        names = ("responses:accept", "responses:send_back", "responses:fill_in", "asks:exempt")
        return {name for name in names if f'"{reverse(name, args=[owed.pk])}"' in page}

    def test_what_is_complete_is_accepted_or_sent_back(self, sent):
        assert self.links(sent.places) == {"responses:accept", "responses:send_back"}

    def test_what_is_short_is_not_accepted_and_the_other_ways_stand_there(self, unit):
        sign(unit)
        assert self.links(unit.places) == {"responses:send_back", "asks:exempt"}

    def test_what_came_as_a_file_is_typed_in_first(self, untouched):
        file = keep(b"the paper", name="names.pdf", type_="application/pdf")
        attach(untouched.places, file, name="รายชื่อ.pdf", by=untouched.preparer, at=TOLD)
        sign(untouched)
        assert self.links(untouched.places) == {"responses:fill_in", "responses:send_back"}

    def test_while_it_is_added_to_it_is_only_sent_back(self, unit):
        sign(unit)
        unit.add()
        assert self.links(unit.places) == {"responses:send_back"}

    def test_what_is_accepted_may_be_sent_back(self, sent, owner):
        accept(sent.places, by=owner, at=TOLD)
        assert self.links(sent.places) == {"responses:send_back"}

    def test_every_slip_can_be_put_right_from_here(self, sent):
        page = shown(sent.places)
        links = [reverse("responses:correct_for_unit", args=[sent.first.pk])]
        assert all(link in page for link in links)
        projects = owed_by(sent.name, Ask.Kind.PROPOSE)
        assert "correct-project-for-unit" in shown(projects)


class TestDifference:
    def review(self, unit, kind=Ask.Kind.NOMINATE):
        return review_of(owed_by(unit.name, kind), at=TOLD)

    def test_the_remark_and_what_changed_since(self, corrected):
        review = self.review(corrected)
        assert (review.returned.remark, review.before.number, review.answer.submission.number) == (
            REMARK,
            1,
            2,
        )
        [change] = review.changes
        assert [field.name for field in change.fields] == ["phone"]
        page = shown(corrected.places)
        assert REMARK in page
        assert "๐๘ ๗๗๗๗ ๗๗๗๗</ins>" in page

    def test_the_other_asks_have_not_changed(self, corrected):
        review = self.review(corrected, Ask.Kind.PROPOSE)
        assert (review.changes, review.before, review.returned) == ((), None, None)
        assert review.answer.submission.number == 1, "it came with the first"

    def test_it_stands_until_the_answer_changes_again(self, corrected):
        """A submission for another ask in between leaves it as it is."""
        report = ask_too(corrected.name, Ask.Kind.REPORT)
        save_draft(report, TEXT, {TEXT: Typed("เพิ่ม", 0)}, by=corrected.preparer, at=TOLD)
        sign(corrected, TOLD + timedelta(hours=2))
        review = self.review(corrected)
        assert (review.before.number, review.answer.submission.number) == (1, 2)
        assert review.changes

    def test_sent_again_as_it_was_it_says_so(self, sent, owner):
        send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
        sign(sent)
        assert self.review(sent).changes == ()
        assert "ยังไม่มีการแก้ไขหลังจากส่งคืน" in shown(sent.places)

    def test_what_was_added_to_a_submitted_answer_is_a_difference(self, unit):
        sign(unit)
        unit.add("มาทีหลัง", "สุดท้าย")
        sign(unit, TOLD + timedelta(hours=1))
        assert [(change.how, change.after) for change in self.review(unit).changes] == [
            ("added", "นายมาทีหลัง สุดท้าย")
        ]

    def test_what_was_taken_back_unseen_is_nothing_to_compare_with(self, sent):
        take_back(sent.recipient, by=sent.preparer, at=TOLD)
        other_phone(sent)
        sign(sent, TOLD + timedelta(hours=1))
        assert self.review(sent).before is None

    def test_but_it_is_when_it_had_been_sent_back_from_there(self, sent, owner):
        """One submission may be opened and sent back in one ask, and taken back in another."""
        open_answer(sent.places, by=owner, at=TOLD)
        take_back(sent.recipient, by=sent.preparer, at=TOLD)
        send_back(sent.places, remark=REMARK, by=owner, at=TOLD + timedelta(minutes=5))
        other_phone(sent)
        sign(sent, TOLD + timedelta(hours=1))
        assert self.review(sent).before.number == 1


class TestNext:
    def test_the_same_ask_of_the_next_unit_then_the_next_ask_then_round(self, sent):
        waiting = Obligation.objects.filter(ask__circular=sent.recipient.circular, state="submitted")
        rows = list(waiting.select_related("ask", "recipient").order_by("ask__order", "recipient__order"))
        assert len(rows) > 4
        for here, after in zip(rows, [*rows[1:], rows[0]], strict=True):
            review = review_of(here, at=TOLD)
            assert (review.next, review.left) == (after, len(rows) - 1)

    def test_the_last_one_leads_nowhere(self, sent):
        Obligation.objects.filter(state="submitted").exclude(pk=sent.places.pk).update(state="accepted")
        review = review_of(sent.places, at=TOLD)
        assert (review.next, review.left) == (None, 0)


def test_longer_histories_ask_no_more(corrected, asks_no_more_with_more_rows):
    def more(count: int) -> None:
        last = Submission.objects.filter(recipient=corrected.recipient).latest("number")
        for number in range(last.number + 1, last.number + count + 1):
            Submission.objects.create(
                recipient=corrected.recipient, number=number, code=f"X{number}", content=last.content, at=TOLD
            )

    asks_no_more_with_more_rows(browser("owner"), url_of(corrected.places), more)
