"""What a colleague would ask about a draft before it is put forward."""

import pytest
from django.utils import translation

from saraban.paper import Annex, Signatory, body_of
from wian.letters.queries.doubts import doubts_of
from wian.letters.tests.drafting import BODY, begun

SEATS = "หน่วยงาน\tจำนวน (คน)\nกองกฎหมายและระเบียบ\t๒\nกองสื่อสารองค์กร\t๑"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def said(draft) -> str:
    return " ".join(doubts_of(draft))


def test_a_whole_paper_raises_none(story):
    assert doubts_of(begun(story)) == []
    assert doubts_of(begun(story, circular=True)) == []


def test_what_the_kind_must_have_is_missed(story):
    draft = begun(story, "external", subject="", contact=(), signatory=Signatory())
    [doubt] = doubts_of(draft)
    assert doubt == "Still missing: address, subject, whom to contact, name of who signs."
    minutes = begun(story, "minutes", subject="", addressee="", signatory=Signatory())
    assert "day of the meeting" in said(minutes)


def test_a_paper_that_nobody_signs_on_screen_is_said(story):
    draft = begun(story)
    draft.signer = None
    assert "on paper" in said(draft)


@pytest.mark.parametrize("mark", ["{{หน่วยงาน}}", "«ชื่อ»", "[ชื่อหน่วยงาน]", "<<name>>"])
def test_a_circular_that_differs_for_every_recipient_is_said(story, mark):
    body = body_of(f"ขอให้ {mark} ดำเนินการ")
    assert mark in said(begun(story, circular=True, body=body))
    assert doubts_of(begun(story, body=body)) == []


@pytest.mark.parametrize(
    "addressee", ["กองกฎหมายและระเบียบ", "ผู้อำนวยการกองกฎหมายและระเบียบ", "ปลัดกระทรวงบริการประชาชน"]
)
def test_a_circular_to_one_recipient_is_said(story, addressee):
    assert "single recipient" in said(begun(story, circular=True, addressee=addressee))
    assert doubts_of(begun(story, addressee=addressee)) == []


def test_numbers_of_single_units_belong_into_the_annex_of_a_circular(story):
    within = begun(story, circular=True, body=body_of(f"{BODY}\n{SEATS}"))
    assert "กองกฎหมายและระเบียบ, กองสื่อสารองค์กร" in said(within)
    annexed = begun(story, circular=True, annexes=(Annex("บัญชีจำนวนผู้เข้าร่วม", body_of(SEATS)),))
    assert doubts_of(annexed) == []


def test_what_the_text_speaks_of_must_be_there(story):
    body = body_of("รายละเอียดตามสิ่งที่ส่งมาด้วย และบัญชีแนบท้าย")
    draft = begun(story, "external", address=("ถนนสายธาร",), body=body)
    assert len(doubts_of(draft)) == 2
    assert doubts_of(begun(story, "external", address=("ถนนสายธาร",), body=body, enclosures=("บัญชี",))) == []


def test_a_letter_ends_as_it_begins(story):
    draft = begun(story, "external", address=("ถนนสายธาร",), salutation="กราบเรียน")
    assert "ขอแสดงความนับถืออย่างยิ่ง" in said(draft)
