"""A letter that was issued: its files never change, what is said about it afterwards stands beside them."""

import pytest
from django.urls import reverse

from saraban.paper import example
from wian.accounts.tests.support import enter, form_on
from wian.directory.tests.support import written
from wian.files.commands.keep import keep
from wian.files.queries import bytes_of
from wian.files.tests.support import docx, pdf, upload
from wian.kit import clock
from wian.letters.commands.attach_scan import attach_scan
from wian.letters.commands.cancel_draft import cancel_draft
from wian.letters.commands.return_draft import return_draft
from wian.letters.commands.save_draft import save_draft
from wian.letters.commands.supersede import supersede
from wian.letters.models import Issue, Letter
from wian.letters.queries.issued import files_of
from wian.letters.refusals import DraftMoved, DraftNotOpen, NoLongerHolds, NotAScan, ScanThere
from wian.letters.tests.issuing import issued, issued_on_paper, passed


def scan():
    return keep(pdf(), name="scan.pdf", type_="application/pdf")


def again(issue: Issue) -> Issue:
    return Issue.objects.select_related("letter__source", "office_copy", "editable", "scan").get(pk=issue.pk)


def test_nothing_changes_its_files(story):
    issue = issued(story)
    draft = issue.letter.draft
    before = {name: bytes_of(file) for name, file in files_of(again(issue)).items()}
    facts = Letter.objects.values().get(pk=issue.pk)
    by, at = story.cast.parts["preparer"], clock.now()
    with pytest.raises(DraftNotOpen):
        save_draft(draft, example("memo"), signer=None, circular=False, revision=draft.revision, by=by, at=at)
    with pytest.raises(DraftMoved):
        return_draft(draft, remark="แก้", by=story.cast.parts["finance_head"], at=at)
    with pytest.raises(DraftMoved):
        cancel_draft(draft, reason="ไม่ใช้", by=by, at=at)
    with pytest.raises(ScanThere):
        attach_scan(issue, scan(), by=by, at=at)
    supersede(issue, reason="ออกผิด", by=by, at=at)
    assert {name: bytes_of(file) for name, file in files_of(again(issue)).items()} == before
    assert Letter.objects.values().get(pk=issue.pk) == facts


def test_the_scan_is_attached_once(story):
    issue = issued_on_paper(story)
    with written() as entries:
        attach_scan(issue, scan(), by=story.cast.parts["clerk"], at=clock.now())
    assert entries == [("letters.scan_attached", {"letter": issue.pk, "sha256": scan().sha256})]
    with pytest.raises(ScanThere):
        attach_scan(issue, scan(), by=story.cast.parts["clerk"], at=clock.now())


def test_only_a_picture_or_a_pdf_is_a_scan(story):
    word = keep(docx(), name="x.docx", type_="application/word")
    with pytest.raises(NotAScan):
        attach_scan(issued_on_paper(story), word, by=story.cast.parts["clerk"], at=clock.now())


def test_the_scan_is_attached_on_its_page(story):
    issue, browser = issued_on_paper(story), enter("clerk")
    page = browser.get(reverse("letters:issued", args=[issue.pk]))
    url = reverse("letters:attach_scan", args=[issue.pk])
    refused = browser.post(url, {**form_on(page, url), "scan": upload(docx(), "x.docx")})
    assert refused.status_code == 409
    assert "not-a-scan" in refused.content.decode()
    assert browser.post(url, {**form_on(page, url), "scan": upload(pdf(), "x.pdf")}).status_code == 302
    assert bytes_of(files_of(again(issue))["scan"]) == pdf()


def test_another_letter_stands_in_its_place(story):
    old, new = issued(story), issued(story, subject="เรื่องใหม่แทนเรื่องเดิม")
    with written() as entries:
        supersede(old, by_letter=new, by=story.cast.parts["clerk"], at=clock.now())
    assert entries == [("letters.superseded", {"letter": old.pk, "by": new.pk})]
    assert again(old).superseded_by_id == new.pk


def test_what_no_longer_holds_replaces_nothing_and_is_not_replaced(story):
    old, new, third = issued(story), issued(story, subject="สอง"), issued(story, subject="สาม")
    facts = {"by": story.cast.parts["clerk"], "at": clock.now()}
    supersede(old, by_letter=new, **facts)
    for one, other in ((old, third), (third, old), (third, third)):
        with pytest.raises(NoLongerHolds):
            supersede(one, by_letter=other, **facts)
    assert again(third).superseded_at is None


def test_a_letter_is_cancelled_with_its_reason_on_the_page(story):
    issue, browser = issued(story), enter("clerk")
    url = reverse("letters:supersede", args=[issue.pk])
    form = form_on(browser.get(url), url)
    assert "id_reason_error" in browser.post(url, form).content.decode()
    assert browser.post(url, {**form, "reason": "ส่งผิดหน่วยงาน"}).url == reverse(
        "letters:issued", args=[issue.pk]
    )
    assert again(issue).reason == "ส่งผิดหน่วยงาน"
    page = browser.get(reverse("letters:issued", args=[issue.pk])).content.decode()
    assert "ส่งผิดหน่วยงาน" in page
    assert reverse("letters:supersede", args=[issue.pk]) not in page


def test_its_files_are_downloaded_as_they_are(story):
    issue, browser = issued(story), enter("preparer")
    for which, file in files_of(again(issue)).items():
        response = browser.get(reverse("letters:issued_file", args=[issue.pk, which]))
        assert response.getvalue() == bytes_of(file)
        assert response.headers["Content-Disposition"].startswith("attachment")
    assert browser.get(reverse("letters:issued_file", args=[issue.pk, "scan"])).status_code == 404


READERS = {"preparer", "clerk", "finance_head", "deputy", "auditor"}
EVERYBODY = sorted(READERS | {"head", "owner", "executive", "administrator", "outsider"})


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_reads_it(story, who):
    issue, browser = issued(story), enter(who)
    urls = [
        reverse("letters:issued", args=[issue.pk]),
        reverse("letters:issued_file", args=[issue.pk, "letter"]),
    ]
    answers = [browser.get(url) for url in urls]
    assert [answer.status_code for answer in answers] == [200 if who in READERS else 404] * 2
    answers[1].getvalue()  # a download stays open until it is read


@pytest.mark.parametrize("who", EVERYBODY)
def test_only_its_unit_says_anything_about_it(story, who):
    issue, browser = issued(story), enter(who)
    url = reverse("letters:supersede", args=[issue.pk])
    assert browser.get(url).status_code == (200 if who in READERS - {"auditor"} else 404)
    assert browser.post(reverse("letters:attach_scan", args=[issue.pk])).status_code == (
        422 if who in READERS - {"auditor"} else 404
    )


def test_a_letter_that_only_came_in_has_no_such_page(story):
    url = reverse("letters:issued", args=[story.circular.letter_id])
    assert enter("auditor").get(url).status_code == 404
    assert passed(story).letter is None
