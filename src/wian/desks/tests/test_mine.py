from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.models import Ask, Obligation
from wian.asks.queries import progress_of
from wian.circulars.models import Circular, Recipient
from wian.desks.queries import SHOWN, desk_of
from wian.directory.models import Unit
from wian.letters.models import Draft, Letter
from wian.responses.commands.present import present
from wian.responses.tests.unit import browser, recipient_of


def units(answers: Any) -> list[str]:
    return [answer.recipient.unit.name for answer in answers]


def desk(story: Any, part: str, at: Any = TOLD) -> Any:
    return desk_of(story.cast.parts[part], at=at)


def test_a_unit_sees_its_own_letters_and_no_campaign(story):
    found = desk(story, "preparer")
    assert units(found.to_answer) == ["กองการคลังและพัสดุ"] * 2
    assert [answer.recipient.circular for answer in found.to_answer] == [story.circular, story.earlier]
    assert (found.to_sign, found.answered, found.owned, found.followed) == ((), (), (), ())


def test_a_head_sees_what_waits_for_a_signature_first(story):
    found = desk(story, "head")
    assert (units(found.to_sign), found.to_answer) == (["กองนโยบายและแผนงาน"], ())


def test_who_prepares_does_not_sign(story):
    preparer = story.cast.preparers["กองนโยบายและแผนงาน"]
    assert desk_of(preparer, at=TOLD).to_sign == ()


def test_an_answer_that_was_sent_moves_down(story):
    preparer = story.cast.preparers["กองอำนวยการ"]
    assert units(desk_of(preparer, at=TOLD).answered) == ["กองอำนวยการ"]


def test_what_was_recorded_for_a_unit_waits_for_its_word(story):
    found = desk(story, "confirmer")
    assert (units(found.to_confirm), found.answered) == (["กองสื่อสารองค์กร"], ())


def test_who_prepares_sees_what_lies_with_the_head(story):
    found = desk_of(story.cast.preparers["กองนโยบายและแผนงาน"], at=TOLD)
    assert (units(found.with_head), found.to_sign, found.to_answer) == (["กองนโยบายและแผนงาน"], (), ())


def test_who_acts_for_the_head_sees_what_to_sign_in_the_own_post_too(story):
    unit = "กองการคลังและพัสดุ"
    present(recipient_of(unit), by=story.cast.parts["preparer"], at=TOLD)
    assert units(browser("deputy").get("/").context["desk"].to_sign) == [unit]
    assert units(browser("preparer").get("/").context["desk"].with_head) == [unit]


def test_acting_in_another_unit_signs_nothing_here(story):
    unit = "กองการคลังและพัสดุ"
    present(recipient_of(unit), by=story.cast.parts["preparer"], at=TOLD)
    deputy, elsewhere = story.cast.parts["deputy"], story.cast.parts["head"]
    assert desk_of(deputy, at=TOLD, offices=[deputy, elsewhere]).to_sign == ()


def test_who_is_alone_in_a_unit_signs_what_is_ready(story):
    found = desk(story, "sole")
    assert (units(found.to_sign), found.to_answer) == (["ศูนย์ประสานงานข่าว"], ())


def test_a_clerk_alone_in_a_unit_answers_and_does_not_sign(story):
    sole = story.cast.parts["sole"]
    found = desk_of(replace(sole, roles=sole.roles - {"head"}), at=TOLD)
    assert (found.to_sign, units(found.to_answer)) == ((), ["ศูนย์ประสานงานข่าว"])


def test_open_work_is_never_cut_however_much_was_answered_since(story):
    send_letters(story, SHOWN + 1, state="accepted")
    found = desk(story, "preparer")
    assert [answer.recipient.circular for answer in found.to_answer] == [story.circular, story.earlier]
    assert len(found.answered) == SHOWN


def test_the_owner_sees_the_campaigns_the_newest_first_and_another_owner_nothing(story):
    assert [row.circular for row in desk(story, "owner").owned] == [story.circular, story.earlier]
    other = desk(story, "other_owner")
    assert (other.owned, other.papers_to_check) == ((), (Draft.objects.get(state="checking"),))


def test_an_owner_is_led_to_reading_a_letter_in_and_nobody_else(story):
    for who, led in (("owner", True), ("other_owner", True), ("executive", False), ("preparer", False)):
        assert (reverse("asks:read_in") in browser(who).get("/").content.decode()) is led, who


@pytest.mark.parametrize("part", ["executive", "secretary", "signatory", "auditor"])
def test_overseers_follow_them(story, part):
    found = [campaign.progress for campaign in desk(story, part).followed]
    assert found == [progress_of(story.circular), progress_of(story.earlier)]


def test_an_executive_of_another_part_of_the_tree_does_not(story):
    elsewhere = Unit.objects.create(name="กรมอื่น", key="กรมอื่น", path="/9999/")
    stranger = replace(story.cast.parts["executive"], unit=elsewhere.pk, path=elsewhere.path)
    assert desk_of(stranger, at=TOLD).is_empty


def test_in_english(story):
    client = browser("executive")
    client.cookies["wian_language"] = "en"
    line = " ".join(client.get("/").content.decode().split())
    assert "Submitted <strong>6</strong> of 17 units" in line


def send_letters(story: Any, count: int, **facts: Any) -> None:
    """Send so many more letters to กองการคลังและพัสดุ, each with one ask; `facts` are of what is owed."""
    model, unit = story.circular, story.cast.units["กองการคลังและพัสดุ"]
    for _ in range(count):
        number = Letter.objects.count()
        letter = Letter.objects.create(
            kind="memo", number=f"ท {number}", subject="เรื่องอื่น", text="ก", source=model.letter.source
        )
        circular = Circular.objects.create(
            initiative=model.initiative, letter=letter, state="dispatched", dispatched_at=TOLD
        )
        recipient = Recipient.objects.create(circular=circular, unit=unit, order=1)
        ask = Ask.objects.create(circular=circular, order=1, kind="nominate", what="ก", start=0, end=1)
        owed = {"max": 2, "due_at": TOLD + timedelta(days=number), **facts}
        Obligation.objects.create(ask=ask, recipient=recipient, **owed)


def test_a_desk_asks_no_more_with_more_letters(story, asks_no_more_with_more_rows):
    for who in ("preparer", "owner"):
        asks_no_more_with_more_rows(browser(who), "/", lambda count: send_letters(story, count))
