"""What crosses on the way: an addition and a tap, a call and a signature, a later date and another ask."""

import json
from datetime import timedelta

import pytest
from conftest import TOLD

from wian.asks.commands.close import close
from wian.asks.commands.extend import ask_for_time, extend
from wian.asks.models import Ask, ExtensionRequest, Obligation
from wian.asks.queries import cell_of
from wian.ledger.models import Entry
from wian.responses.commands.acknowledge import acknowledge
from wian.responses.commands.attach import attach
from wian.responses.commands.confirm import confirm
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.commands.nominate import Name
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.models import Attachment, Nomination, OnBehalfEntry, Submission
from wian.responses.queries import answer_of, submission_of
from wian.responses.refusals import NothingToConfirm
from wian.responses.tests.unit import ask_too, owed_by

AFTER = TOLD + timedelta(days=5)
PERSON = Name(given_name="บอกทาง", family_name="โทรศัพท์", post="นิติกร", phone="0811112222")


def sign(unit, at=TOLD) -> Submission:
    return sign_off(unit.recipient, by=unit.head, at=at)


def projects(unit):
    return owed_by(unit.name, Ask.Kind.PROPOSE)


def by_phone(unit, owner, at=TOLD, told_at=TOLD) -> Submission:
    told = {unit.places: Told(names=[PERSON])}
    return record_on_behalf(
        unit.recipient, told, channel="phone", informant="ก", told_at=told_at, by=owner, at=at
    )


def names_in(submission: Submission) -> list[str]:
    return [name["given_name"] for part in json.loads(submission.content)["asks"] for name in part["names"]]


@pytest.fixture
def sent(untouched):
    """A unit that sent one name of two."""
    untouched.add("ลงนาม", "แล้ว")
    sign(untouched)
    return untouched


def test_a_tap_sends_nothing_that_was_not_signed(sent):
    sent.add("ยังไม่", "ลงนาม")
    tap = acknowledge(ask_too(sent.name, "acknowledge"), by=sent.preparer, at=TOLD)
    assert (names_in(tap), sent.places.sent) == ([], 1)
    assert submission_of(sent.recipient).number == 1, "a tap is not the answer that a memo covers"


def test_what_was_added_to_a_closed_ask_is_in_no_submission(sent, owner):
    sent.add("ยังไม่", "ลงนาม")
    close(sent.places.ask, by=owner, at=TOLD)
    propose(projects(sent), Project(title="ศูนย์บริการ"), by=sent.preparer, at=TOLD)
    assert names_in(sign(sent)) == ["ลงนาม"]


def test_what_stands_is_sent_back_also_while_the_unit_adds_to_it(sent, owner):
    sent.add("ยังไม่", "ลงนาม")
    send_back(sent.places, remark="ระดับตำแหน่ง", by=owner, at=TOLD)
    assert (sent.state, sent.places.sent) == ("returned", None)
    assert sent.names == ["นายลงนาม แล้ว", "นายยังไม่ ลงนาม"]


def test_a_slip_is_corrected_on_what_stands_now(sent, owner):
    person = Nomination.objects.select_related(
        "response__obligation__ask", "response__obligation__recipient__unit"
    ).get(pk=sent.first.pk)
    Nomination.objects.filter(pk=person.pk).update(reason="แก้ไขระหว่างนั้น")
    correct_for_unit(person, {"phone": "08 9999 0000"}, by=owner, at=TOLD)
    assert (sent.first.phone, sent.first.reason) == ("08 9999 0000", "แก้ไขระหว่างนั้น")


def test_what_was_told_in_time_and_written_down_later_is_in_time(untouched, owner):
    by_phone(untouched, owner, at=AFTER, told_at=TOLD)
    assert (untouched.places.late, untouched.places.submitted_at) == (False, TOLD)


def test_what_was_told_is_confirmed_also_after_the_rest_was_signed(untouched, owner):
    by_phone(untouched, owner)
    propose(projects(untouched), Project(title="ศูนย์บริการ"), by=untouched.preparer, at=TOLD)
    sign(untouched)
    answer = answer_of(untouched.recipient, at=TOLD)
    assert (answer.to_confirm, answer.on_behalf.informant) == (True, "ก")
    confirm(untouched.recipient, by=untouched.preparer, at=TOLD)
    assert not answer_of(untouched.recipient, at=TOLD).to_confirm
    assert not OnBehalfEntry.objects.filter(
        submission__recipient=untouched.recipient, confirmed_at=None
    ).exists()


def test_what_no_longer_stands_is_not_confirmed(untouched, owner):
    by_phone(untouched, owner)
    send_back(untouched.places, remark="ระดับตำแหน่ง", by=owner, at=TOLD)
    assert not answer_of(untouched.recipient, at=TOLD).to_confirm
    with pytest.raises(NothingToConfirm):
        confirm(untouched.recipient, by=untouched.preparer, at=TOLD)


def test_a_request_is_granted_by_a_date_that_helps_it(sent, owner):
    until = TOLD + timedelta(days=7)
    ask_for_time(sent.recipient, until=until, reason="รอข้อมูล", by=sent.preparer, at=TOLD)
    circular = sent.recipient.circular
    extend(circular, asks=[sent.places.ask], units=None, until=until, by=owner, at=TOLD)
    request = ExtensionRequest.objects.get(recipient=sent.recipient)
    assert request.granted is None, "the projects, for which it was asked, are due as before"
    extend(circular, asks=[projects(sent).ask], units=None, until=until, by=owner, at=TOLD)
    request.refresh_from_db()
    assert request.granted


def test_dates_of_another_letter_stay(sent, owner, story):
    other = Ask.objects.filter(circular=story.earlier).first()
    asks = [sent.places.ask, other]
    before = set(other.obligations.values_list("pk", "due_at"))
    extend(story.circular, asks=asks, units=None, until=AFTER, by=owner, at=TOLD)
    assert set(other.obligations.values_list("pk", "due_at")) == before


def test_what_lies_with_the_head_in_time_stays_in_time_when_the_rest_follows(untouched):
    untouched.add()
    present(untouched.recipient, by=untouched.preparer, at=TOLD)
    propose(projects(untouched), Project(title="ศูนย์บริการ"), by=untouched.preparer, at=AFTER)
    present(untouched.recipient, by=untouched.preparer, at=AFTER)
    cells = [cell_of(owed, untouched.recipient, AFTER) for owed in (untouched.places, projects(untouched))]
    assert [cell.overdue for cell in cells] == [False, True]


def test_the_ledger_calls_late_what_is_late_now(untouched):
    untouched.add()
    sign(untouched, at=AFTER)
    extra = ask_too(untouched.name, "acknowledge")
    Obligation.objects.filter(pk=extra.pk).update(due_at=None)
    acknowledge(extra, by=untouched.preparer, at=AFTER)
    told = Entry.objects.filter(event="responses.submitted").order_by("-seq")
    assert [json.loads(entry.payload)["late"] for entry in told[:2]] == [False, True]


def test_taking_back_says_so_of_what_was_signed_not_of_the_tap(sent):
    tap = acknowledge(ask_too(sent.name, "acknowledge"), by=sent.preparer, at=TOLD)
    take_back(sent.recipient, by=sent.preparer, at=TOLD)
    assert not hasattr(Submission.objects.get(pk=tap.pk), "taken_back")
    assert submission_of(sent.recipient).taken_back.at == TOLD


def test_a_file_is_no_acknowledgement(story, untouched):
    note = ask_too(untouched.name, "acknowledge")
    like = Attachment.objects.select_related("file").first()
    attach(note, like.file, name="บันทึก.docx", by=untouched.preparer, at=TOLD)
    sign(untouched)
    assert owed_by(untouched.name, "acknowledge").state == "submitted"


def test_an_acknowledgement_that_was_sent_back_waits_for_another_tap(untouched, owner):
    note = ask_too(untouched.name, "acknowledge")
    acknowledge(note, by=untouched.preparer, at=TOLD)
    send_back(owed_by(untouched.name, "acknowledge"), remark="หน่วยงานผิด", by=owner, at=TOLD)
    untouched.add()
    sign(untouched)
    assert owed_by(untouched.name, "acknowledge").state == "returned"


def test_opening_what_does_not_stand_is_no_act(untouched, owner):
    before = Entry.objects.count()
    open_answer(untouched.places, by=owner, at=TOLD)
    assert Entry.objects.count() == before
