"""What a letter would become: limits, deadlines, and a question for every choice made."""

from datetime import date, datetime

import pytest

import saraban
from wian.asks.doubts import Question
from wian.asks.proposal import ABOUT, Proposal, propose
from wian.asks.tests.letters import ANNEX, DUE, IMPOSSIBLE, NOMINATE, PROPOSE, UNITS, memo
from wian.kit.clock import BANGKOK, end_of

EACH_TWO = "หน่วยงานละ ๒ คน"
LAO_KO, LAO_O = "\u0e81", "\u0ead"  # look like ก and อ, and are typed in their place


def proposal_of(*points: str, **letter) -> Proposal:
    return propose(saraban.read(memo(*points, **letter)))


def about(what: str, here: str, there: str = "") -> Question:
    """The question that a conflict of that kind is told as."""
    question, proposed = (str(text) % {"here": here, "there": there} for text in ABOUT[what])
    return Question(question, proposed)


def limits(proposal: Proposal, kind: str) -> list[tuple[str, int, int | None]]:
    (ask,) = (ask for ask in proposal.asks if ask.kind == kind)
    return [(unit, limit.min, limit.max) for unit, limit in ask.limits.items()]


QUOTA = about("quota", EACH_TWO, "กลุ่มใบไม้: 1")


def test_the_annex_gives_each_unit_its_number():
    proposal = proposal_of(NOMINATE)
    assert proposal.units == UNITS
    assert limits(proposal, "nominate") == [("กองกิ่งไม้", 2, 2), ("กองรากไม้", 2, 2), ("กลุ่มใบไม้", 1, 1)]
    assert proposal.seats == 5
    assert proposal.questions == (QUOTA,)


def test_the_annex_belongs_to_the_nominations_only():
    proposal = proposal_of(PROPOSE, NOMINATE)
    assert [ask.kind for ask in proposal.asks] == ["propose", "nominate"]
    assert limits(proposal, "propose") == [(unit, 1, None) for unit in UNITS]
    assert proposal.seats == 5, "projects are no seats"
    quota, open_range, list_of_units = proposal.questions
    assert (quota, open_range) == (QUOTA, about("open-range", "อย่างน้อยหน่วยงานละ ๑ - ๒ โครงการ", "1"))
    assert "3" in list_of_units.proposed


def test_the_letters_sentence_is_found_again():
    proposal = proposal_of(PROPOSE, NOMINATE)
    text = proposal.reading.text
    assert [text[slice(*ask.span)].strip() for ask in proposal.asks] == [f"๑. {PROPOSE}", f"๒. {NOMINATE}"]


def test_a_date_means_the_end_of_that_day_and_a_time_that_minute():
    propose_, nominate = proposal_of(PROPOSE, NOMINATE).asks
    assert nominate.due_at == end_of(date(2026, 11, 30))
    assert propose_.due_at == datetime(2026, 12, 15, 16, 30, tzinfo=BANGKOK)
    assert [ask.due_at.isoformat() for ask in (propose_, nominate) if ask.due_at] == [
        "2026-12-15T16:30:00+07:00",
        "2026-11-30T23:59:59+07:00",
    ]


@pytest.mark.parametrize(
    ("at", "overdue"),
    [
        (datetime(2026, 11, 30, 23, 59, 59, tzinfo=BANGKOK), []),
        (datetime(2026, 12, 1, tzinfo=BANGKOK), ["nominate"]),
        (datetime(2026, 12, 15, 16, 31, tzinfo=BANGKOK), ["propose", "nominate"]),
    ],
)
def test_a_deadline_that_has_passed_is_a_warning(at, overdue):
    proposal = proposal_of(PROPOSE, NOMINATE)
    warned = proposal.warnings(at)
    passed = [ask for ask in proposal.asks if ask.kind in overdue]
    assert len(warned) == len(passed)
    assert all(ask.what in warning for ask, warning in zip(passed, warned, strict=True))


@pytest.mark.parametrize("again", ["กองกิ่งไม้", "กอง กิ่งไม้", f"ก{LAO_O}งกิ่งไม้"])
def test_a_unit_named_twice_counts_once_with_its_first_number(again):
    proposal = proposal_of(NOMINATE, annex=(("กองกิ่งไม้", 2), ("กองรากไม้", 1), (again, 1)))
    assert proposal.units == ("กองกิ่งไม้", "กองรากไม้")
    assert limits(proposal, "nominate") == [("กองกิ่งไม้", 2, 2), ("กองรากไม้", 1, 1)]
    assert proposal.seats == 3
    assert about("duplicate-unit", "กองกิ่งไม้: 2", f"{again}: 1") in proposal.questions


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        (f"{LAO_KO}องกิ่งไม้", "กองกิ่งไม้"),
        (f"ก{LAO_O}งกิ่งไม้", "กองกิ่งไม้"),
        ("IT กิ่งไม้", "IT กิ่งไม้"),
    ],
)
def test_no_row_of_the_annex_is_dropped_whatever_letter_it_begins_with(typed, unit):
    assert proposal_of(NOMINATE, annex=((typed, 2), ("กองรากไม้", 1))).units == (unit, "กองรากไม้")


def test_an_open_range_is_a_minimum_without_limit():
    proposal = proposal_of(PROPOSE)
    assert limits(proposal, "propose") == [(unit, 1, None) for unit in UNITS]
    assert proposal.seats == 0
    assert proposal.questions == (about("open-range", "อย่างน้อยหน่วยงานละ ๑ - ๒ โครงการ", "1"),)


def test_a_closed_range_is_a_minimum_and_a_maximum():
    proposal = proposal_of(PROPOSE.replace("อย่างน้อยหน่วยงานละ ๑ - ๒", "หน่วยงานละ ๑ - ๓"))
    assert limits(proposal, "propose") == [(unit, 1, 3) for unit in UNITS]


def test_at_most_leaves_the_minimum_at_one():
    proposal = proposal_of(PROPOSE.replace("อย่างน้อยหน่วยงานละ ๑ - ๒", "หน่วยงานละไม่เกิน ๓"))
    assert limits(proposal, "propose") == [(unit, 1, 3) for unit in UNITS]


def test_without_a_number_one_is_owed_and_more_may_come():
    proposal = proposal_of(PROPOSE.replace(" อย่างน้อยหน่วยงานละ ๑ - ๒ โครงการ", ""))
    assert limits(proposal, "propose") == [(unit, 1, None) for unit in UNITS]


@pytest.mark.parametrize("when", ["", "ภายใน ๗ วันทำการ", "โดยด่วน"])
def test_without_a_date_there_is_no_deadline_but_a_question(when):
    proposal = proposal_of(NOMINATE.replace(DUE, when))
    (ask,) = proposal.asks
    assert ask.due_at is None
    assert proposal.warnings(datetime(2100, 1, 1, tzinfo=BANGKOK)) == []
    quota, no_deadline = proposal.questions
    assert quota == QUOTA
    assert ask.what in no_deadline.what


def test_a_date_that_cannot_be_is_asked_about_and_is_no_deadline():
    proposal = proposal_of(NOMINATE.replace(DUE, IMPOSSIBLE))
    (ask,) = proposal.asks
    assert ask.due_at is None
    assert about("impossible-date", "๓๑ ก.พ. ๒๕๗๐") in proposal.questions


def test_numbers_that_do_not_add_up_are_asked_about():
    proposal = proposal_of(NOMINATE.replace(EACH_TWO, "ตามบัญชีแนบท้าย รวมทั้งสิ้น ๙ คน"))
    assert proposal.seats == 5
    assert about("total", "รวมทั้งสิ้น ๙ คน", "5") in proposal.questions


def test_an_annex_that_agrees_leaves_nothing_to_ask():
    assert proposal_of(NOMINATE, annex=[(unit, 2) for unit, _ in ANNEX]).questions == ()


def test_an_empty_annex_names_no_unit():
    """หน่วยงาน in หน่วยงานละ ๒ คน is a word for every unit, not the name of one."""
    proposal = proposal_of(NOMINATE, annex=())
    assert (proposal.units, proposal.seats) == ((), 0)
    assert about("empty-annex", "ชื่อหน่วยงาน จำนวนที่คัดเลือก") in proposal.questions


def test_without_an_annex_no_unit_is_made_up():
    assert proposal_of(NOMINATE, annex=None).units == ()


@pytest.mark.parametrize("what", ABOUT)
def test_every_question_names_what_it_is_about(what):
    question = about(what, "<here>", "<there>")
    assert "<here>" in question.what
    assert question.proposed
    assert "%(" not in question.what + question.proposed
