"""A letter leaves as a file of the TH e-GIF exchange, and arrives as one."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from saraban.egif import Attached, Exchange, Party, exchange_of, xml_of
from saraban.paper import example, printed, text_of
from saraban.typesetting import pdf_of
from wian.accounts.tests.support import enter, enter_as, form_on
from wian.circulars.tests.support import NUMBER, issued
from wian.directory.story import FULL, INSTITUTE
from wian.files.commands.keep import keep
from wian.files.models import File
from wian.files.queries import bytes_of
from wian.kit import clock
from wian.ledger.models import Entry
from wian.letters.models import Draft, Incoming, Letter

URL = reverse("circulars:exchange_in")
PAPER = example("external")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_of(PAPER)


@pytest.fixture
def arriving(pdf) -> Exchange:
    """A letter of an agency that this site knows nothing of."""
    return Exchange(
        id="มรธ ๐๒๐๑/๓๔๐",
        date=date(2026, 11, 18),
        subject=PAPER.subject,
        sender=Party("มหาวิทยาลัยริมธาร", "นายสายชล ริมธาร", "อธิการบดี"),
        receiver=Party("กระทรวงบริการประชาชน"),
        letter=Attached("application/pdf", pdf),
        urgency="ด่วน",
    )


def taken_in(data: bytes, who: str = "clerk"):
    client = enter(who)
    fields = {
        **form_on(client.get(URL), URL),
        "file": SimpleUploadedFile("letter.xml", data, "application/xml"),
    }
    return client.post(URL, fields)


class TestOut:
    def url(self, issue) -> str:
        return reverse("circulars:exchange", args=[issue.pk])

    def letter(self, pdf: bytes, **facts):
        return issued(source=keep(pdf, name="letter.pdf", type_="application/pdf"), **facts)

    def test_it_says_what_the_letter_says(self, story, pdf):
        issue = self.letter(pdf, urgency="ด่วน", signatory="นางแก้ว ใจดี", position="ผู้อำนวยการ")
        content = {
            "kind": "memo",
            "addressee": "ผู้อำนวยการกอง",
            "enclosures": ["กำหนดการ", "แบบตอบรับ"],
            "references": ["หนังสือที่ ๑"],
        }
        at = clock.now()
        Draft.objects.create(
            unit=issue.unit, content=content, letter=issue.letter, code="c", begun_at=at, saved_at=at
        )
        answered = enter("owner").get(self.url(issue))
        sent = exchange_of(answered.getvalue())
        assert (sent.id, sent.date, sent.subject) == (NUMBER, issue.letter.date, issue.letter.subject)
        assert (sent.sender, sent.receiver) == (
            Party(INSTITUTE, "นางแก้ว ใจดี", "ผู้อำนวยการ"),
            Party("ผู้อำนวยการกอง"),
        )
        assert (sent.urgency, sent.attachment, sent.references[0].id) == (
            "ด่วน",
            "กำหนดการ; แบบตอบรับ",
            "หนังสือที่ ๑",
        )
        assert sent.letter == Attached("application/pdf", pdf)
        assert answered.headers["Content-Disposition"].startswith("attachment")

    def test_what_has_no_number_has_no_such_file(self, story, pdf):
        issue = self.letter(pdf)
        Letter.objects.filter(pk=issue.pk).update(number="", number_key="")
        assert enter("owner").get(self.url(issue)).status_code == 404

    def test_it_is_for_the_writers_of_the_unit(self, story, pdf):
        issue = self.letter(pdf, unit=FULL)
        let_in = {
            part
            for part, one in story.cast.parts.items()
            if enter_as(one).get(self.url(issue)).status_code == 200
        }
        assert let_in == {"preparer", "finance_head", "clerk", "deputy", "acting"}


class TestIn:
    def test_it_is_on_file_and_in_the_register(self, story, arriving, pdf):
        assert taken_in(xml_of(arriving)).url == reverse("letters:register")
        row = Incoming.objects.get(unit__name=FULL, letter__agency="มหาวิทยาลัยริมธาร")
        letter = row.letter
        assert (letter.kind, letter.number, letter.date) == ("external", arriving.id, arriving.date)
        assert (letter.subject, letter.urgency, letter.signatory) == (PAPER.subject, "ด่วน", "นายสายชล ริมธาร")
        assert bytes_of(letter.source) == pdf
        assert "".join(text_of(printed(PAPER)).split())[:40] in "".join(letter.text.split())
        entry = Entry.objects.get(event="circulars.exchange_taken_in")
        assert bytes_of(File.objects.get(sha256=entry.fields["sha256"])) == xml_of(arriving)

    def test_another_unit_takes_in_the_same_letter(self, story, arriving):
        for who in ("clerk", "head"):
            assert taken_in(xml_of(arriving), who).status_code == 302
        assert Incoming.objects.filter(letter=Letter.objects.get(number=arriving.id)).count() == 2

    def test_what_leaves_here_arrives_elsewhere(self, story, pdf):
        """The same letter, where both units are of one site."""
        issue = issued(source=keep(pdf, name="letter.pdf", type_="application/pdf"))
        data = enter("owner").get(reverse("circulars:exchange", args=[issue.pk])).getvalue()
        taken_in(data)
        assert Incoming.objects.get(unit__name=FULL, letter=issue.letter).number == "๑"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"secrecy": "ลับ"}, "secret-exchange"),
            ({"letter": Attached("application/pdf", b"MZ\x90\x00 a program")}, "file"),
        ],
    )
    def test_what_must_not_come_in_is_refused(self, story, arriving, change, code):
        before = Letter.objects.count(), Incoming.objects.count()
        refused = taken_in(xml_of(replace(arriving, **change)))
        assert (refused.status_code, code in refused.content.decode()) == (409, True)
        assert (Letter.objects.count(), Incoming.objects.count()) == before

    @pytest.mark.parametrize("data", [b"hello", b"<a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
    def test_what_is_no_exchange_is_refused_and_says_why(self, story, data):
        refused = taken_in(data)
        page = refused.content.decode()
        assert (refused.status_code, "not-of-the-exchange" in page, "XML" in page or "DOCTYPE" in page) == (
            409,
            True,
            True,
        )

    def test_a_letter_comes_in_once(self, story, arriving):
        taken_in(xml_of(arriving))
        refused = taken_in(xml_of(arriving))
        assert (refused.status_code, "registered-before" in refused.content.decode()) == (409, True)

    def test_another_letter_of_that_number_is_refused(self, story, arriving):
        taken_in(xml_of(arriving))
        other = replace(arriving, letter=Attached("application/pdf", pdf_of(example("memo"))))
        refused = taken_in(xml_of(other), "head")
        assert (refused.status_code, "letter-on-file" in refused.content.decode()) == (409, True)

    def test_who_takes_letters_in(self, story):
        let_in = {
            part for part, actor in story.cast.parts.items() if enter_as(actor).get(URL).status_code == 200
        }
        assert {"clerk", "finance_head", "head", "sole", "owner"} <= let_in
        assert let_in.isdisjoint({"preparer", "auditor", "executive", "administrator"})
