from datetime import timedelta

import pytest
from conftest import TOLD
from django.test import Client
from django.urls import reverse

from wian.circulars.models import Recipient
from wian.kit.templatetags.qr import qr
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.models import Submission
from wian.responses.tests.people import names_and_phones
from wian.responses.tests.unit import browser

LATER = TOLD + timedelta(hours=1)


def address(submission: Submission) -> str:
    return reverse("responses:proof", args=[submission.code])


def shown(submission: Submission, client: Client | None = None) -> str:
    page = (client or Client()).get(address(submission))
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def sent(unit) -> Submission:
    unit.add()
    return sign_off(unit.recipient, by=unit.head, at=TOLD)


def test_everybody_with_the_code_sees_that_it_arrived_and_when(sent, unit):
    page = shown(sent)
    letter = unit.recipient.circular.letter
    for word in (
        sent.code,
        unit.name,
        letter.number,
        letter.subject,
        "๒๐ พฤศจิกายน ๒๕๖๙ ๑๐.๐๐ น.",
        "ส่งทันกำหนด",
    ):
        assert word in page, word
    assert "noindex" in page


def test_it_names_nobody(sent):
    assert [word for word in names_and_phones() if word in shown(sent)] == []


def test_its_picture_leads_to_it(sent):
    page = Client().get(address(sent))
    drawn = qr(f"http://testserver{address(sent)}", "คิวอาร์โค้ด: ที่อยู่ของหลักฐานการส่งนี้")
    assert drawn in page.content.decode()


def test_a_code_is_known_however_it_is_typed(sent):
    for typed in (sent.code.lower(), f"{sent.code[:4]}-{sent.code[4:]}", f" {sent.code[:2]} {sent.code[2:]}"):
        assert Client().get(reverse("responses:proof", args=[typed])).status_code == 200, typed


def test_a_code_of_nothing_leads_nowhere(sent):
    assert Client().get(reverse("responses:proof", args=[f"{sent.code[:-1]}0"])).status_code == 404


def test_it_says_what_came_late(story):
    [late] = Submission.objects.filter(
        recipient__circular=story.earlier, recipient__unit__name="ศูนย์ข้อมูลและดิจิทัล", number=2
    )
    assert "ส่งล่าช้า" in shown(late)


def test_it_says_that_it_was_taken_back(sent, unit):
    take_back(unit.recipient, by=unit.preparer, at=LATER)
    page = shown(sent, browser("preparer"))
    assert "หน่วยงานถอนคืนแล้ว เมื่อ ๒๐ พ.ย. ๒๕๖๙ ๑๑.๐๐ น." in page
    assert "ข้อความสำหรับส่งต่อ" not in page


def test_it_says_that_it_was_sent_back_and_sent_again(sent, unit, owner):
    open_answer(unit.places, by=owner, at=LATER)
    send_back(unit.places, remark="โปรดระบุระดับ", by=owner, at=LATER)
    assert "ส่งคืนเพื่อแก้ไข: เสนอชื่อ" in shown(sent)
    again = sign_off(unit.recipient, by=unit.head, at=LATER + timedelta(hours=1))
    assert "หน่วยงานส่งข้อมูลอีกครั้งแล้ว" in shown(sent)
    assert "ส่งคืนเพื่อแก้ไข" not in shown(again)


def test_it_says_that_the_owner_wrote_it_down(told):
    page = shown(Submission.objects.get(recipient=told.recipient))
    assert "เจ้าของเรื่องบันทึกแทนหน่วยงาน, หน่วยงานยังไม่ได้ยืนยัน" in " ".join(page.split())


@pytest.mark.parametrize("who", ["preparer", "owner"])
def test_its_own_people_have_a_line_to_forward(sent, unit, who):
    client = browser(who)
    client.cookies["wian_language"] = "en"
    line = (
        f"ส่งแล้ว เลขที่ {sent.code} วันที่ ๒๐ พฤศจิกายน ๒๕๖๙ เวลา ๑๐.๐๐ น. · {unit.name} · "
        f"ตามหนังสือที่ {unit.recipient.circular.letter.number}\nhttp://testserver{address(sent)}"
    )
    assert f"{line}</textarea>" in shown(sent, client)


@pytest.mark.parametrize("who", ["outsider", "executive", "other_owner"])
def test_nobody_else_has(sent, who):
    assert "textarea" not in shown(sent, browser(who))


def test_it_asks_no_more_with_more_submissions(sent, unit, asks_no_more_with_more_rows):
    def add(count: int) -> None:
        for _ in range(count):
            number = Submission.objects.filter(recipient=unit.recipient).count() + 1
            Submission.objects.create(
                recipient=Recipient.objects.get(pk=unit.recipient.pk),
                number=number,
                code=f"X{number}",
                content=sent.content,
                sha256=sent.sha256,
                at=LATER,
            )

    asks_no_more_with_more_rows(browser("preparer"), address(sent), add)
