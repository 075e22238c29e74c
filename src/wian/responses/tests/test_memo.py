import json
import re
from datetime import timedelta

from conftest import TOLD
from django.urls import reverse

from wian.circulars.models import Recipient
from wian.directory.models import Holding
from wian.ledger.models import Entry
from wian.letters.models import Letter
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.models import CoverMemo, Nomination
from wian.responses.queries import submission_of
from wian.responses.queries.memo import memo_of
from wian.responses.tests.unit import browser, form, recipient_of

LATER = TOLD + timedelta(hours=1)
DAY = TOLD.date()


def url_of(recipient: Recipient) -> str:
    return reverse("responses:memo", args=[recipient.pk])


def sheet(recipient: Recipient, who: str = "preparer", more: str = "") -> str:
    """The paper on the page, without its marks."""
    page = browser(who).get(url_of(recipient) + more)
    assert page.status_code == 200
    [paper] = re.findall(r"(?s)<article.*</article>", page.content.decode())
    return " ".join(re.sub(r"<[^>]*>", " ", paper).replace("\N{NO-BREAK SPACE}", " ").split())


def paper_of(recipient: Recipient):
    """What the paper of a unit's latest submission says."""
    submission = submission_of(recipient)
    return memo_of(recipient, json.loads(submission.content), submission, on=DAY)


def earlier(story, unit: str) -> Recipient:
    rows = Recipient.objects.select_related("unit", "circular__letter", "circular__initiative__owner__unit")
    return rows.get(circular=story.earlier, unit__name=unit)


def test_what_is_in_is_printed_to_be_signed_on_paper_first(unit):
    paper = sheet(unit.recipient)
    letter = unit.recipient.circular.letter
    said = (
        "บันทึกข้อความ ส่วนราชการ กองการคลังและพัสดุ โทร. ๐ ๒๕๕๕ ๐๑๐๐ ที่ บช ๐๒๐๓/ วันที่ เรื่อง "
        f"ส่งแผนงาน/โครงการและรายชื่อ ตามหนังสือที่ {letter.number} เรียน ปลัดกระทรวงบริการประชาชน",
        f"ตามหนังสือ{letter.agency} ที่ {letter.number} ลงวันที่ ๑๓ พฤศจิกายน ๒๕๖๙ เรื่อง {letter.subject}",
        "ส่งแผนงาน/โครงการ จำนวน ๑ โครงการ ดังนี้",
        "ส่งรายชื่อ จำนวน ๑ คน ดังนี้ ลำดับ ชื่อ - สกุล ตำแหน่ง โทรศัพท์ ๑ นายภูริเดช คำแสน นักวิชาการเงินและบัญชีปฏิบัติการ ๐๘ ๕๕๕๐ ๐๐๒๑",
        "จึงเรียนมาเพื่อโปรดพิจารณา (นางอรพรรณ จิตรประสงค์) ผู้อำนวยการกองการคลังและพัสดุ",
    )
    assert [words for words in said if words not in paper] == []
    page = browser("preparer").get(url_of(unit.recipient)).content.decode()
    assert "<strong>ร่าง</strong>" in page
    assert reverse("responses:number_memo", args=[unit.recipient.pk]) not in page


def test_once_sent_the_paper_equals_what_was_sent(unit, owner):
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    before = sheet(unit.recipient)
    open_answer(unit.places, by=owner, at=LATER)
    correct_for_unit(unit.first, {"phone": "08 9999 9999"}, by=owner, at=LATER)
    assert sheet(unit.recipient) == before
    assert "ส่งรายชื่อ จำนวน ๒ คน" in before


def test_it_is_official_thai_on_an_english_screen_too(unit):
    thai = sheet(unit.recipient)
    client = browser("preparer")
    client.cookies["wian_language"] = "en"
    page = client.get(url_of(unit.recipient)).content.decode()
    assert "Covering memo" in page
    [paper] = re.findall(r"(?s)<article.*</article>", page)
    assert " ".join(re.sub(r"<[^>]*>", " ", paper).replace("\N{NO-BREAK SPACE}", " ").split()) == thai
    assert re.findall("[0-9]", thai) == []


def test_words_with_latin_letters_keep_their_digits(unit):
    unit.add(post="นักวิชาการ 4 ระบบ v2.0")
    assert "นักวิชาการ ๔ ระบบ v2.0" in sheet(unit.recipient)


def test_it_is_signed_in_the_capacity_that_signed(story, unit):
    sign_off(unit.recipient, by=story.cast.parts["acting"], at=TOLD)
    assert paper_of(unit.recipient).office == ("รักษาราชการแทน", "ผู้อำนวยการกองการคลังและพัสดุ")


def test_who_acts_for_the_head_signs_a_draft_with_the_own_post_first(story, unit):
    Holding.objects.filter(person=unit.head.person, post__unit=unit.head.unit).update(
        until=DAY - timedelta(days=1)
    )
    assert "(นายสรวิศ ก้องเกียรติ) นักวิชาการเงินและบัญชีชำนาญการพิเศษ รักษาราชการแทน ผู้อำนวยการกองการคลังและพัสดุ" in sheet(
        unit.recipient
    )


def test_who_tapped_to_take_note_has_signed_no_memo(story):
    recipient = earlier(story, "กองความร่วมมือระหว่างประเทศ")
    paper = paper_of(recipient)
    assert paper.signer == story.cast.heads["กองความร่วมมือระหว่างประเทศ"].name
    assert dict(paper.head[2])["เรื่อง"].startswith("แจ้งการรับทราบ ตามหนังสือที่ ")
    assert (paper.opening, paper.closing) == (
        "กองความร่วมมือระหว่างประเทศ ขอแจ้งว่ารับทราบแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    )


def test_a_report_stands_in_full_and_its_files_are_listed(story):
    paper = paper_of(earlier(story, "สำนักรับเรื่องร้องเรียน"))
    texts = [point.text for point in paper.points if point.words == "ส่งรายงาน ดังนี้"]
    assert len(texts) == 1
    assert "ลดสำเนาได้ประมาณ ๑,๘๕๐ แผ่น" in texts[0]
    assert (paper.files, paper.enclosed) == (
        ("จำนวนสำเนาที่ลดได้.docx",),
        "พร้อมนี้ได้แนบเอกสาร จำนวน ๑ รายการ ดังนี้",
    )


def test_what_was_sent_as_a_file_only_refers_to_it(story):
    assert "ส่งแผนงาน/โครงการ ตามเอกสารแนบ" in [
        point.words for point in paper_of(recipient_of("กองอำนวยการ")).points
    ]


def test_nothing_to_send_is_said_with_its_reason(untouched):
    respond_nil(untouched.places, reason="ไม่มีข้าราชการรุ่นใหม่", by=untouched.preparer, at=TOLD)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    paper = paper_of(untouched.recipient)
    assert dict(paper.head[2])["เรื่อง"].startswith("แจ้งว่าไม่มีข้อมูลที่จะส่ง")
    assert paper.opening.endswith("ขอแจ้งว่าไม่มีรายชื่อที่จะส่ง เนื่องจากไม่มีข้าราชการรุ่นใหม่")


def test_a_letter_signed_for_another_is_answered_to_that_office(unit):
    letter = unit.recipient.circular.letter
    for position, to in (
        ("รองปลัดกระทรวง ปฏิบัติราชการแทน ปลัดกระทรวง", "เรียน ปลัดกระทรวง"),
        ("", f"เรียน {letter.agency}"),
    ):
        Letter.objects.filter(pk=letter.pk).update(position=position)
        assert to in sheet(unit.recipient)


def test_what_is_added_later_has_a_memo_of_its_own(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    unit.add()
    assert "จำนวน ๑ คน" in sheet(unit.recipient)
    assert "จำนวน ๒ คน" in sheet(unit.recipient, more="?draft=1")


def test_where_nothing_is_in_there_is_nothing_to_print(untouched):
    page = browser("receiver").get(url_of(untouched.recipient))
    assert page.url == reverse("responses:answer", args=[untouched.recipient.pk])


class TestItsNumber:
    def post(self, unit, **typed):
        url = reverse("responses:number_memo", args=[unit.recipient.pk])
        return browser("preparer").post(url, form(**typed))

    def test_is_typed_in_afterwards_and_corrected(self, unit):
        sign_off(unit.recipient, by=unit.head, at=TOLD)
        for number in ("บช 0203/57", "บช 0203/58"):
            assert self.post(unit, number=number, on="20/11/2569").url == url_of(unit.recipient)
        assert "ที่ บช ๐๒๐๓/๕๘ วันที่ ๒๐ พฤศจิกายน ๒๕๖๙" in sheet(unit.recipient)
        [memo] = CoverMemo.objects.all()
        assert memo.numbered_by == unit.preparer.office
        assert Entry.objects.order_by("-seq")[0].event == "responses.memo_numbered"

    def test_has_a_date_that_has_come(self, unit):
        sign_off(unit.recipient, by=unit.head, at=TOLD)
        refused = self.post(unit, number="บช 0203/57", on="21/11/2569")
        page = refused.content.decode()
        assert (refused.status_code, "date-ahead" in page, "บช 0203/57" in page) == (409, True, True)
        assert not CoverMemo.objects.exists()

    def test_cannot_be_without_a_submission(self, unit):
        refused = self.post(unit, number="บช 0203/57", on="20/11/2569")
        assert (refused.status_code, "not-submitted" in refused.content.decode()) == (409, True)

    def test_is_for_the_unit_to_note(self, unit):
        sign_off(unit.recipient, by=unit.head, at=TOLD)
        url = reverse("responses:number_memo", args=[unit.recipient.pk])
        for who in ("owner", "outsider"):
            assert browser(who).post(url, form(number="1", on="20/11/2569")).status_code == 404, who


def test_the_owner_reads_what_was_sent_and_nothing_else(unit):
    assert browser("owner").get(url_of(unit.recipient)).status_code == 404
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    unit.add("มาทีหลัง")
    assert "มาทีหลัง" not in sheet(unit.recipient, "owner", "?draft=1")
    page = browser("owner").get(url_of(unit.recipient)).content.decode()
    assert reverse("responses:number_memo", args=[unit.recipient.pk]) not in page


def test_what_was_taken_back_is_a_draft_again(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    take_back(unit.recipient, by=unit.preparer, at=LATER)
    assert "<strong>ร่าง</strong>" in browser("preparer").get(url_of(unit.recipient)).content.decode()
    assert browser("owner").get(url_of(unit.recipient)).status_code == 404


def test_outsiders_get_404(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    for who in ("outsider", "executive", "other_owner"):
        assert browser(who).get(url_of(unit.recipient)).status_code == 404, who


def test_it_asks_no_more_with_more_names(unit, asks_no_more_with_more_rows):
    model = unit.first

    def add(count: int) -> None:
        for number in range(count):
            model.pk, model.person_key = None, f"{Nomination.objects.count()} {number}"
            model.save()

    asks_no_more_with_more_rows(browser("preparer"), url_of(unit.recipient), add)
