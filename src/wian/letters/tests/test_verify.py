"""Verification: for everyone who holds the code or the file, and nothing else of the letter."""

import pytest
from django.test import Client
from django.urls import reverse

from saraban.typesetting import source_of_pdf
from wian.files.commands.keep import keep
from wian.files.models import File
from wian.files.queries import bytes_of
from wian.files.tests.support import pdf, upload
from wian.kit import clock
from wian.letters.commands.attach_scan import attach_scan
from wian.letters.commands.supersede import supersede
from wian.letters.forms import verify
from wian.letters.models import Draft
from wian.letters.queries.issued import files_of
from wian.letters.tests.issuing import issued, issued_on_paper, passed


def by_code(code: str):
    return Client().get(reverse("letters:verify", args=[code]))


def held(data: bytes) -> str:
    page = Client().post(reverse("letters:verify_file"), {"file": upload(data, "x.pdf")})
    assert page.status_code == 200
    return page.content.decode()


GENUINE, CHANGED, UNKNOWN = "ไฟล์นี้เป็นของแท้", "ไฟล์นี้ไม่ตรงกับฉบับที่ออก", "ไม่พบไฟล์นี้ในระบบ"


def test_the_code_says_who_issued_it_when_and_how_it_was_signed(story):
    letter = issued(story).letter
    page = by_code(letter.draft.code)
    said = page.content.decode()
    head = story.cast.parts["finance_head"]
    for fact in (letter.number, "๒๐ พฤศจิกายน ๒๕๖๙", head.name, "อนุมัติผ่านบัญชีผู้ใช้ในระบบ", letter.source.sha256):
        assert fact in said
    assert "noindex" in said
    assert "no-store" in page.headers["Cache-Control"]


def test_nothing_else_of_the_letter_is_shown(story):
    letter = issued(story, addressee="ผู้รับที่ไม่มีใครรู้จัก").letter
    pages = by_code(letter.draft.code).content.decode() + held(bytes_of(letter.source))
    body = letter.draft.content["body"][0]["text"]
    assert [said for said in (letter.subject, "ผู้รับที่ไม่มีใครรู้จัก", body[:30]) if said in pages] == []


def test_a_code_that_leads_nowhere_says_what_to_do(story):
    for code in ("no-such-code", passed(story).code):
        page = by_code(code)
        assert page.status_code == 404
        assert reverse("letters:verify_file") in page.content.decode()


def test_a_code_cannot_be_guessed(story):
    code = passed(story).code
    assert len(code) >= 22
    assert code != passed(story).code


def test_it_says_that_another_letter_stands_in_its_place(story):
    old, new = issued(story), issued(story, subject="เรื่องใหม่")
    supersede(old, by_letter=new, reason="ความลับ", by=story.cast.parts["clerk"], at=clock.now())
    for page in (by_code(old.letter.draft.code).content.decode(), held(bytes_of(old.letter.source))):
        assert new.letter.number in page
        assert "ความลับ" not in page
        assert "เรื่องใหม่" not in page


def test_it_says_that_a_letter_was_cancelled(story):
    issue = issued(story)
    supersede(issue, reason="ออกผิด", by=story.cast.parts["clerk"], at=clock.now())
    page = by_code(issue.letter.draft.code).content.decode()
    assert "notice-bad" in page
    assert "ออกผิด" not in page


def test_the_same_bytes_are_genuine(story):
    issue = issued_on_paper(story)
    attach_scan(
        issue,
        keep(pdf(), name="s.pdf", type_="application/pdf"),
        by=story.cast.parts["clerk"],
        at=clock.now(),
    )
    for data in (bytes_of(issue.letter.source), bytes_of(files_of(issue)["office-copy"]), pdf()):
        said = held(data)
        assert GENUINE in said
        assert issue.letter.source.sha256 in said


def test_one_byte_more_is_not_what_was_issued(story):
    issue = issued(story)
    said = held(bytes_of(issue.letter.source) + b" ")
    assert CHANGED in said
    assert GENUINE not in said
    assert issue.letter.number in said


@pytest.mark.parametrize("data", [pdf(b"/X 1"), b"hello", b"%PDF-1.7 nothing", bytes(1000)])
def test_what_was_never_here_is_unknown(story, data):
    issued(story)
    said = held(data)
    assert UNKNOWN in said
    assert GENUINE not in said


def test_what_is_held_against_it_is_not_kept(story):
    before = File.objects.count()
    held(pdf(b"/X 2"))
    assert File.objects.count() == before


def test_nothing_and_too_much_are_refused(story, monkeypatch):
    url = reverse("letters:verify_file")
    assert "id_file_error" in Client().post(url).content.decode()
    monkeypatch.setattr(verify, "MOST_BYTES", 10)
    assert "id_file_error" in Client().post(url, {"file": upload(pdf(), "x.pdf")}).content.decode()
    assert Client().get(url).status_code == 200


def test_the_code_on_the_paper_is_the_address_of_the_page(story):
    letter = issued(story).letter
    paper = source_of_pdf(bytes_of(letter.source))
    assert paper.verify_url.endswith(reverse("letters:verify", args=[letter.draft.code]))
    assert Draft.objects.filter(code=letter.draft.code).count() == 1
