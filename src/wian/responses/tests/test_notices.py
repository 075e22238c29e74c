"""Who hears of an answer: the head that must sign, the unit what became of it, the owner what came in."""

from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.directory.queries import staff_in
from wian.kit import clock
from wian.kit.notices import Notice, notices_of
from wian.ledger.models import Entry
from wian.responses.commands.accept import accept
from wian.responses.commands.acknowledge import acknowledge
from wian.responses.commands.confirm import confirm
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.commands.fill_in import fill_in
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.models import Submission
from wian.responses.tests.unit import Unit, ask_too, owed_by

REMARK = "หมายเลขโทรศัพท์ไม่ถูกต้อง"


def said(event: str, which: int = 0) -> list[Notice]:
    """What the last entry of that event has to say, or the one `which` before it."""
    return notices_of(Entry.objects.filter(event=f"responses.{event}").order_by("-seq")[which])


def staff(unit: Unit) -> set[int]:
    return set(staff_in([unit.recipient.unit_id], on=clock.today())[unit.recipient.unit_id])


def people(notices: list[Notice]) -> set[int]:
    return {one.person for one in notices}


@pytest.fixture
def sent(unit) -> Unit:
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    return unit


def test_the_head_and_who_acts_for_the_head_hear_that_an_answer_awaits_signature(story, unit):
    present(unit.recipient, by=unit.preparer, at=TOLD)
    notices = said("presented")
    assert people(notices) == {unit.head.person, story.cast.parts["deputy"].person}
    for who in ("finance_head", "deputy"):
        assert enter(who).get(notices[0].url).status_code == 200


def test_what_is_signed_meanwhile_calls_for_no_signature(unit):
    present(unit.recipient, by=unit.preparer, at=TOLD)
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert said("presented") == []


def test_the_unit_hears_that_it_was_sent_and_the_owner_sees_it_on_the_site(sent, owner):
    code = Submission.objects.latest("pk").code
    notices = said("submitted")
    mine = [one for one in notices if one.wording.code == "responses.submitted"]
    came = [one for one in notices if one.wording.code == "responses.came_in"]
    assert people(mine) == staff(sent)
    assert {(one.facts["code"], one.url) for one in mine} == {(code, reverse("responses:proof", args=[code]))}
    assert [(one.person, one.mails) for one in came] == [(owner.person, False)]
    assert came[0].url.endswith(f"#unit-{sent.recipient.pk}")


def test_a_tap_is_nobodys_news(story, unit):
    owed = ask_too(unit.name, "acknowledge")
    acknowledge(owed, by=unit.preparer, at=TOLD)
    assert said("submitted") == []


def test_what_was_told_a_unit_it_is_asked_to_confirm_and_not_told_as_sent(told, owner):
    entries = Entry.objects.filter(about=f"circulars.recipient:{told.recipient.pk}")
    recorded = entries.get(event="responses.recorded_on_behalf")
    assert people(notices_of(recorded)) == staff(told)
    assert notices_of(entries.get(event="responses.submitted")) == []
    confirm(told.recipient, by=told.preparer, at=TOLD)
    assert notices_of(recorded) == [], "it is confirmed"
    assert [(one.person, one.mails) for one in said("confirmed")] == [(owner.person, False)]


def test_an_answer_that_was_sent_back_is_told_with_the_ask_and_the_remark(sent, owner):
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    notices = said("returned")
    assert people(notices) == staff(sent)
    assert {one.facts["remark"] for one in notices} == {REMARK}
    assert str(notices[0].facts["asks"]).startswith(sent.places.ask.what)


def test_sent_again_meanwhile_it_is_not_told_as_sent_back(sent, owner):
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    sign_off(sent.recipient, by=sent.head, at=TOLD + timedelta(hours=1))
    assert said("returned") == []


def test_complete_is_told_to_the_unit_while_it_is_so(sent, owner):
    accept(sent.places, by=owner, at=TOLD)
    assert people(said("accepted")) == staff(sent)
    send_back(sent.places, remark=REMARK, by=owner, at=TOLD)
    assert said("accepted") == []


def test_taking_back_is_told_to_the_owner(sent, owner):
    take_back(sent.recipient, by=sent.preparer, at=TOLD)
    assert people(said("taken_back")) == {owner.person}
    assert said("submitted") == [], "what was taken back before it was told is not told as sent"


def test_what_was_taken_back_and_sent_again_is_not_told_as_taken_back(sent):
    take_back(sent.recipient, by=sent.preparer, at=TOLD)
    sign_off(sent.recipient, by=sent.head, at=TOLD)
    assert said("taken_back") == []


def test_a_slip_put_right_is_told_to_the_unit(sent, owner):
    correct_for_unit(sent.first, {"phone": "08 5550 0999"}, by=owner, at=TOLD)
    assert people(said("corrected_for_unit")) == staff(sent)


def test_typing_in_a_file_is_told_once_a_day_and_not_by_mail(story, owner):
    general = Unit("กองอำนวยการ", story.cast.preparers["กองอำนวยการ"], story.cast.heads["กองอำนวยการ"])
    owed = owed_by(general.name, "propose")
    for at in (TOLD, TOLD + timedelta(hours=1), TOLD + timedelta(days=1)):
        fill_in(owed, Project(title=f"โครงการเมื่อ {at}"), by=owner, at=at)
    first, second, next_day = said("filled_in", 2), said("filled_in", 1), said("filled_in")
    assert people(first) == staff(general) == people(next_day)
    assert second == []
    assert {one.mails for one in first} == {False}
