"""The one page as a memo to print."""

from dataclasses import replace

import pypdfium2 as pdfium
from django.urls import reverse

from saraban.typesetting import source_of_pdf
from wian.accounts.tests.support import enter
from wian.desks.queries import standing_of
from wian.desks.views.one_page_pdf import paper_of
from wian.kit import clock


def url_of(circular) -> str:
    return reverse("desks:one_page_pdf", args=[circular.pk])


def test_it_says_how_the_campaign_stands(story):
    standing = standing_of(story.circular, at=clock.now())
    paper = source_of_pdf(enter("executive").get(url_of(story.circular)).getvalue())
    progress = standing.progress
    done = f"ส่งข้อมูลแล้ว {progress.units_done} จาก {progress.units} หน่วยงาน"
    assert done in [block.text for block in paper.body]
    [annex] = paper.annexes
    [table] = [block.table for block in annex.body if block.table]
    assert [row[1] for row in table.rows] == [row.recipient.unit.name for row, _owed in standing.rows]
    assert (paper.number, paper.date, paper.addressee) == ("", clock.today(), story.circular.letter.position)


def test_it_is_one_page_and_the_list_of_units_behind_it(story):
    with pdfium.PdfDocument(enter("executive").get(url_of(story.circular)).getvalue()) as document:
        assert len(document) == 2


def test_where_nobody_is_missing_there_is_no_list(story):
    standing = replace(standing_of(story.circular, at=clock.now()), rows=(), missing=0)
    assert paper_of(story.circular, standing, at=clock.now()).annexes == ()


def test_it_is_official_thai_on_an_english_screen_too(story):
    client = enter("owner")
    client.cookies["wian_language"] = "en"
    paper = source_of_pdf(client.get(url_of(story.circular)).getvalue())
    assert paper == paper_of(story.circular, standing_of(story.circular, at=clock.now()), at=clock.now())
    assert "เพื่อโปรดพิจารณาสั่งการ" in paper.body[-1].text


def test_who_may_not_read_the_page_gets_no_file(story):
    for who in ("preparer", "other_owner", "outsider", "administrator"):
        assert enter(who).get(url_of(story.circular)).status_code == 404, who
