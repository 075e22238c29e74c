"""The page on which an owner hands a letter in: pasted or as a file; what is refused keeps what was pasted."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from saraban.reading.sources import MOST_BYTES, Source
from saraban.tests.pdf_file import PICTURED, pdf, photo, typeset
from saraban.tests.word import TYPES, packed, typed
from wian.accounts.tests.support import enter
from wian.asks.commands.put_aside import put_aside
from wian.asks.models import ReadIn
from wian.asks.queries.drafts import is_scan
from wian.asks.tests.letters import NEWS, NOMINATE, NUMBER, PROPOSE, SUBJECT, memo
from wian.asks.tests.page import fields_on
from wian.asks.tests.support import grown, launch_, rows
from wian.directory.tests.support import written
from wian.files.queries import bytes_of
from wian.kit import clock

URL = "/asks/read-in/"
KEPT_TABLES = {"asks.ReadIn": 1, "files.File": 1, "kit.Once": 1}
TEXT = memo(PROPOSE, NOMINATE)


@pytest.fixture
def browser(story):
    return enter("owner")


def hand_in(browser, text: str = "", data: bytes | None = None, name: str = "letter.docx", **more: str):
    file = {} if data is None else {"file": SimpleUploadedFile(name, data)}
    return browser.post(URL, {"key": uuid4(), "text": text, **file, **more})


def draft_of(answer) -> ReadIn:
    """The draft that the answer leads to."""
    draft = ReadIn.objects.latest("pk")
    assert (answer.status_code, answer.url) == (302, reverse("asks:proposal", args=[draft.pk]))
    return draft


class TestPutAside:
    def press(self, browser, draft):
        url = reverse("asks:put_aside", args=[draft.pk])
        return browser.post(url, fields_on(browser.get(url)))

    def test_it_leaves_the_list_until_it_is_read_in_again(self, browser):
        draft = draft_of(hand_in(browser, TEXT, title="ปีแห่งต้นไม้"))
        mine = reverse("asks:proposal", args=[draft.pk])
        with written() as entries:
            assert self.press(browser, draft).url == URL
        assert entries == [("asks.put_aside", {"read_in": draft.pk})]
        assert mine not in browser.get(URL).content.decode()
        assert draft_of(hand_in(browser, TEXT)) == draft
        assert mine in browser.get(URL).content.decode()
        assert ReadIn.objects.get(pk=draft.pk).title == "ปีแห่งต้นไม้"

    def test_twice_is_refused(self, owner, browser):
        draft = draft_of(hand_in(browser, TEXT))
        url = reverse("asks:put_aside", args=[draft.pk])
        fields = fields_on(browser.get(url))
        put_aside(draft, by=owner, at=clock.now())
        late = browser.post(url, fields)
        assert (late.status_code, "no-draft-any-more" in late.content.decode()) == (409, True)
        assert browser.get(url).url == URL

    def test_is_not_for_another_owner(self, browser):
        draft = draft_of(hand_in(browser, TEXT))
        assert enter("other_owner").get(reverse("asks:put_aside", args=[draft.pk])).status_code == 404


class TestHandedIn:
    def test_a_pasted_letter_becomes_a_draft_of_the_office(self, owner, browser):
        before = rows()
        draft = draft_of(hand_in(browser, TEXT.replace("\n", "\r\n"), title="ปีแห่งต้นไม้"))
        assert grown(before) == KEPT_TABLES
        assert (draft.post_id, draft.title, draft.corrections, draft.circular) == (
            owner.post,
            "ปีแห่งต้นไม้",
            {},
            None,
        )
        assert bytes_of(draft.source) == TEXT.encode()
        assert draft.source.name == f"{SUBJECT}.txt"

    def test_a_word_file_is_kept_as_it_came(self, browser):
        word = typed(TEXT)
        draft = draft_of(hand_in(browser, data=word, name="C:\\หนังสือเวียน.docx"))
        assert bytes_of(draft.source) == word
        assert draft.source.type.endswith("wordprocessingml.document")
        assert draft.source.name.endswith("หนังสือเวียน.docx")
        page = browser.get(reverse("asks:proposal", args=[draft.pk])).content.decode()
        assert SUBJECT in page

    def test_a_pdf_is_read_once_and_kept_as_it_came(self, browser, monkeypatch):
        letter, before = pdf(*typeset(TEXT)), rows()
        draft = draft_of(hand_in(browser, data=letter, name="หนังสือ.pdf"))
        assert grown(before) == {**KEPT_TABLES, "files.FileText": 1}
        assert (bytes_of(draft.source), draft.source.type) == (letter, "application/pdf")
        monkeypatch.setattr("wian.files.queries.source_of", lambda data: pytest.fail("it was read again"))
        page = browser.get(reverse("asks:proposal", args=[draft.pk])).content.decode()
        assert SUBJECT in page
        assert not is_scan(draft)

    def test_of_a_scan_the_owner_is_told_to_compare_the_numbers(self, browser, monkeypatch):
        monkeypatch.setattr("wian.asks.queries.drafts.source_of", lambda data: Source(TEXT, "scan"))
        answer = hand_in(browser, data=pdf("n"), name="หนังสือ.pdf")
        assert is_scan(draft_of(answer))
        assert "อ่านข้อความจากภาพ" in browser.get(answer.url).content.decode()

    def test_it_is_not_read_while_the_database_is_held(self, browser, monkeypatch):
        def read(data):
            assert not connection.in_atomic_block or len(connection.savepoint_ids) == held
            return Source(TEXT, "text")

        held = len(connection.savepoint_ids)
        monkeypatch.setattr("wian.asks.queries.drafts.source_of", read)
        draft_of(hand_in(browser, TEXT))

    @pytest.mark.parametrize(
        "data", [TEXT.encode(), TEXT.encode("cp874"), typed(TEXT)], ids=["utf-8", "cp874", "docx"]
    )
    def test_a_file_is_judged_by_what_is_in_it(self, browser, data):
        draft_of(hand_in(browser, data=data, name="letter.pdf"))

    def test_the_same_letter_goes_on_with_the_draft(self, browser):
        first = draft_of(hand_in(browser, TEXT))
        assert draft_of(hand_in(browser, TEXT, title="ต้นไม้")) == first
        assert ReadIn.objects.get(pk=first.pk).title == "ต้นไม้"

    def test_two_offices_have_two_drafts_of_one_file(self, browser):
        first = draft_of(hand_in(browser, TEXT))
        other, before = enter("other_owner"), rows()
        second = draft_of(hand_in(other, TEXT))
        assert (second.source, second.post == first.post) == (first.source, False)
        assert grown(before) == {"asks.ReadIn": 1, "kit.Once": 1}

    def test_my_drafts_are_listed_until_they_are_launched(self, story, owner, browser):
        draft = draft_of(hand_in(browser, TEXT))
        link = reverse("asks:proposal", args=[draft.pk])
        assert link in browser.get(URL).content.decode()
        assert link not in enter("other_owner").get(URL).content.decode()
        launch_(TEXT, by=owner, draft=draft)
        assert link not in browser.get(URL).content.decode()

    def test_it_asks_no_more_with_more_drafts(self, browser, asks_no_more_with_more_rows):
        def add(count: int) -> None:
            for number in range(count):
                hand_in(browser, TEXT.replace("๐๐๒๗", str(ReadIn.objects.count() * 100 + number)))

        asks_no_more_with_more_rows(browser, URL, add)


class TestRefused:
    """409, nothing kept, and what was pasted still there."""

    def refused(self, browser, code: str, text: str = "", data: bytes | None = None) -> str:
        before = rows()
        answer = hand_in(browser, text, data)
        assert (answer.status_code, grown(before)) == (409, {})
        page = answer.content.decode()
        assert f">{code}</small>" in page
        assert fields_on(answer)["text"] == text
        return page

    def test_what_is_no_letter(self, browser):
        self.refused(browser, "not-a-letter", NEWS)

    def test_a_secret_letter(self, browser):
        self.refused(browser, "secret-letter", f"ลับมาก\n{TEXT}")

    def test_a_letter_launched_before(self, owner, browser):
        launch_(TEXT, by=owner)
        assert NUMBER.split("/")[0] in self.refused(browser, "launched-before", TEXT)

    def test_a_letter_without_a_number_launched_before_by_another_office(self, story, browser):
        text = memo(NOMINATE, number="")
        launch_(text, by=story.cast.parts["other_owner"])
        self.refused(browser, "launched-before", text)

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"", "ไม่มีข้อความในไฟล์"),
            (b"%PDF-1.7\n%\xe2\xe3", "เสียหาย"),
            (pdf(*["n"] * 201), "๒๐๐ หน้า"),
            (pdf(PICTURED, picture=photo(b"\0", 1, 1)), "ยังไม่ได้ติดตั้งโปรแกรมอ่านข้อความจากภาพ"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "ยังไม่ได้ติดตั้งโปรแกรมอ่านข้อความจากภาพ"),
            (b"\xff\xd8\xff\xe0", "ยังไม่ได้ติดตั้งโปรแกรมอ่านข้อความจากภาพ"),
            (b"GIF89a\0", "ไม่ใช่ JPG หรือ PNG"),
            (b"\xd0\xcf\x11\xe0" + b"\0" * 512, "ไม่ใช่ไฟล์ Word"),
            (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "ยังไม่ได้ติดตั้งโปรแกรมเปิดอ่าน"),
            (b"MZ\x90\x00", "ไม่ใช่ไฟล์ Word"),
            (packed({"letter.txt": TEXT}), "ไม่ใช่ไฟล์ Word"),
            (typed(TEXT)[:-300], "เสียหาย"),
            (packed({"[Content_Types].xml": TYPES.replace("document.main", "document.macroEnabled.main")}), "แมโคร"),
            (packed({"word/document.xml": b" " * (9 * 1024 * 1024)}), "ใหญ่เกินไป"),
            ("déjà vu, résumé and naïve café".encode("latin-1"), "รหัสอักขระ"),
        ],
        ids=[
            "empty", "torn pdf", "long pdf", "scan", "png", "jpg", "gif", "ole", "doc", "exe", "zip", "torn", "docm", "bomb",
            "latin-1",
        ],
    )  # fmt: skip
    def test_a_file_that_cannot_be_read_says_why_and_what_now(self, browser, data, why, monkeypatch):
        monkeypatch.setenv("PATH", "/nowhere")  # no program here that reads pictures or old Word files
        page = self.refused(browser, "unreadable", data=data)
        assert why in page
        assert ".docx" in page
        assert "letter.docx" in page

    def test_a_letter_whose_file_units_should_not_open(self, browser, monkeypatch):
        monkeypatch.setattr("wian.asks.queries.drafts.source_of", lambda data: Source(TEXT, "office"))
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument_VBA_PROJECT".encode("utf-16-le")
        self.refused(browser, "file-with-macros", data=old)
        self.refused(browser, "letter-of-another-kind", data=b"{\\rtf1 }")

    @pytest.mark.parametrize("how", ["text", "word", "office", "pdf", "scan"])
    def test_a_secret_letter_however_it_came(self, browser, how, monkeypatch):
        monkeypatch.setattr("wian.asks.queries.drafts.source_of", lambda data: Source(f"ลับ\n{TEXT}", how))
        self.refused(browser, "secret-letter", data=pdf("n"))

    def test_a_file_of_21_megabytes_is_not_even_read(self, browser):
        before = rows()
        answer = hand_in(browser, data=b"a" * (MOST_BYTES + 1))
        assert (answer.status_code, grown(before)) == (200, {})
        assert "๒๐ MB" in str(answer.context["form"].errors["file"])

    @pytest.mark.parametrize(
        ("text", "data"), [("", None), (" \n", None), (TEXT, TEXT.encode())], ids=["none", "blank", "both"]
    )
    def test_one_of_the_two_is_needed(self, browser, text, data):
        before = rows()
        answer = hand_in(browser, text, data)
        assert (answer.status_code, list(answer.context["form"].errors), grown(before)) == (200, ["text"], {})
        assert fields_on(answer)["text"].strip() == text.strip()


def test_a_letter_kept_over_a_lost_session_is_shown_and_not_read(browser):
    before = rows()
    answer = hand_in(browser, TEXT, kept="1")
    assert (answer.status_code, grown(before)) == (200, {})
    assert fields_on(answer)["text"] == TEXT


@pytest.mark.parametrize("part", ["outsider", "preparer", "head", "executive", "auditor", "administrator"])
def test_for_everybody_but_owners_it_is_not_there(story, part):
    browser, before = enter(part), rows()
    assert [browser.get(URL).status_code, hand_in(browser, TEXT).status_code] == [404, 404]
    assert grown(before) == {}
