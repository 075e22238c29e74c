"""The letter in paragraphs, with the words marked that somebody is led to."""

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.circulars.queries import paragraphs_of

TEXT = "เรียน\r\n\r\nหนึ่ง สอง\nสาม\n \n\n  สี่ ห้า \n"


def words(*span: int) -> list[list[str]]:
    """Each paragraph by its runs, what is marked in brackets."""
    return [
        [f"[{run.text}]" if run.marked else run.text for run in paragraph]
        for paragraph in paragraphs_of(TEXT, *span)
    ]


def test_blank_lines_part_paragraphs():
    assert [[run.strip() for run in paragraph] for paragraph in words()] == [
        ["เรียน"],
        ["หนึ่ง สอง\nสาม"],
        ["สี่ ห้า"],
    ]


def test_every_run_says_where_it_stands():
    runs = [run for paragraph in paragraphs_of(TEXT, 11, 20) for run in paragraph]
    assert all(TEXT[run.at :].startswith(run.text) for run in runs)


@pytest.mark.parametrize(
    ("phrase", "paragraph"),
    [
        ("สอง", ["หนึ่ง ", "[สอง]", "\nสาม"]),
        ("หนึ่ง สอง\nสาม", ["[หนึ่ง สอง\nสาม]"]),
        ("สอง\nสาม", ["หนึ่ง ", "[สอง\nสาม]"]),
    ],
)
def test_what_is_pointed_at_is_marked(phrase, paragraph):
    start = TEXT.index(phrase)
    assert words(start, start + len(phrase))[1] == paragraph


def test_a_mark_may_go_on_into_the_next_paragraph():
    assert words(TEXT.index("สาม"), TEXT.index("ห้า"))[1:] == [["หนึ่ง สอง\n", "[สาม]"], ["[สี่ ]", "ห้า \n"]]


def marks(story, query: str) -> str:
    page = enter("clerk").get(reverse("circulars:letter", args=[story.circular.pk]) + query)
    assert page.status_code == 200
    return page.content.decode()


def test_a_link_leads_to_the_place_in_the_letter(story):
    subject = story.circular.letter.subject
    start = story.circular.letter.text.index(subject)
    page = marks(story, f"?mark={start}-{start + len(subject)}")
    assert f'<mark id="mark-{start}">{subject}</mark>' in page


@pytest.mark.parametrize(
    "query", ["", "?mark=", "?mark=5", "?mark=a-b", "?mark=99999-1", "?mark=-1-5", "?mark=900000-900009"]
)
def test_a_place_that_is_none_marks_nothing(story, query):
    assert "<mark" not in marks(story, query)


def test_the_timeline_is_offered_to_those_who_may_read_it(story):
    page, url = (
        reverse("circulars:letter", args=[story.circular.pk]),
        f"/responses/{story.circular.pk}/letter-timeline/",
    )
    assert {who: url in enter(who).get(page).content.decode() for who in ("owner", "auditor", "clerk")} == {
        "owner": True,
        "auditor": True,
        "clerk": False,
    }
