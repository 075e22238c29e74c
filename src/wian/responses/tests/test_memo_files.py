"""The covering memo as files: what the page says, typeset, and to go on writing in."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from conftest import TOLD
from django.urls import reverse

from saraban.paper import Paper, printed, text_of
from saraban.reading.sources import source_of
from saraban.typesetting import source_of_pdf
from wian.responses.commands.number_memo import number_memo
from wian.responses.commands.sign_off import sign_off
from wian.responses.queries.memo import memo_of
from wian.responses.queries.memo_paper import paper_of_memo
from wian.responses.tests.unit import browser

KINDS = ("pdf", "docx")


def url_of(recipient, ending: str) -> str:
    return reverse(f"responses:memo_{ending}", args=[recipient.pk])


def fetched(recipient, ending: str, who: str = "preparer", more: str = "") -> bytes:
    answered = browser(who).get(url_of(recipient, ending) + more)
    assert answered.status_code == 200
    return answered.getvalue()


def source(recipient, more: str = "") -> Paper:
    """The paper that is attached to the PDF."""
    paper = source_of_pdf(fetched(recipient, "pdf", more=more))
    assert paper
    return paper


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("ending", KINDS)
def test_it_says_what_the_page_says(unit, ending):
    unit.add()
    submission = sign_off(unit.recipient, by=unit.head, at=TOLD)
    memo = memo_of(unit.recipient, json.loads(submission.content), submission, on=TOLD.date())
    read = words(source_of(fetched(unit.recipient, ending)).text)
    said = (
        memo.cause,
        memo.closing,
        *(point.words for point in memo.points),
        f"({memo.signer})",
        *memo.office,
    )
    assert [line for line in said if words(line) not in read] == []
    for point in memo.points:
        for row in point.table.rows if point.table else ():
            assert [cell for cell in row if words(cell) not in read] == []


def test_its_source_is_attached_to_it(unit):
    submission = sign_off(unit.recipient, by=unit.head, at=TOLD)
    number_memo(unit.recipient, number="บช 0203/57", on=TOLD.date(), by=unit.preparer, at=TOLD)
    paper = source(unit.recipient)
    assert (paper.kind, paper.number, paper.date) == ("memo", "บช ๐๒๐๓/๕๗", TOLD.date())
    assert paper.verify_url.endswith(reverse("responses:proof", args=[submission.code]))
    assert submission.code in paper.signed_as


def test_who_signs_for_the_head_stands_in_two_lines(story, unit):
    submission = sign_off(unit.recipient, by=story.cast.parts["acting"], at=TOLD)
    memo = memo_of(unit.recipient, json.loads(submission.content), submission, on=TOLD.date())
    signatory = paper_of_memo(memo, submission).signatory
    assert (signatory.acting, signatory.acting_for) == ("acting_government", "ผู้อำนวยการกองการคลังและพัสดุ")


def test_what_is_signed_by_hand_says_nothing_of_an_account(unit):
    """A draft, to be printed and signed."""
    paper = source(unit.recipient)
    assert (paper.signed_as, paper.verify_url, paper.date) == ("", "", None)
    assert text_of(printed(paper)).endswith("ผู้อำนวยการกองการคลังและพัสดุ")


def test_what_would_be_sent_now_has_a_file_of_its_own(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    unit.add("มาทีหลัง")
    assert "มาทีหลัง" not in str(source(unit.recipient))
    assert "มาทีหลัง" in str(source(unit.recipient, "?draft=1"))
    page = (
        browser("preparer")
        .get(reverse("responses:memo", args=[unit.recipient.pk]) + "?draft=1")
        .content.decode()
    )
    assert url_of(unit.recipient, "pdf") + "?draft=1" in page


def test_the_word_file_opens(unit):
    with ZipFile(BytesIO(fetched(unit.recipient, "docx"))) as package:
        assert package.testzip() is None
        assert "word/document.xml" in package.namelist()


@pytest.mark.parametrize("ending", KINDS)
def test_what_paper_cannot_show_is_refused_with_what_it_is(unit, ending):
    unit.add(post="นักวิชาการ 🙂")
    refused = browser("preparer").get(url_of(unit.recipient, ending))
    page = refused.content.decode()
    assert (refused.status_code, "memo-unprintable" in page, "🙂" in page) == (409, True, True)


@pytest.mark.parametrize("ending", KINDS)
def test_where_nothing_is_in_it_leads_back_to_the_answer(untouched, ending):
    answered = browser("receiver").get(url_of(untouched.recipient, ending))
    assert answered.url == reverse("responses:answer", args=[untouched.recipient.pk])


@pytest.mark.parametrize("ending", KINDS)
def test_the_owner_gets_what_was_sent_and_outsiders_nothing(unit, ending):
    assert browser("owner").get(url_of(unit.recipient, ending)).status_code == 404
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert fetched(unit.recipient, ending, "owner")
    for who in ("outsider", "executive", "other_owner"):
        assert browser(who).get(url_of(unit.recipient, ending)).status_code == 404, who
