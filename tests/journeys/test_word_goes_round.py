"""Word goes round: the owner rewords a notice and reminds the units, sees who was reached, and a clerk comes from the e-mail to the
very page, on a phone. The e-mails pass through a real mail server."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenBrowser
from tests.journeys.test_every_page import enter
from tests.smtp import MailServer, mail_server

SUBJECT = "การขับเคลื่อนบริการประชาชนยุคใหม่"


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def demo(a_told_site, server: MailServer):
    """The demo, which sends its e-mails to the server."""
    made = a_told_site.copy()
    port = made.environment["PORT"]
    made.environment |= {"WIAN_SMTP": server.url, "WIAN_ADDRESS": f"http://127.0.0.1:{port}"}
    try:
        yield made.start()
        made.stop()
        assert made.errors() == []
    finally:
        made.remove()


def mail_about(server: MailServer, words: str) -> dict:
    """The first e-mail whose subject holds `words`, waited for."""
    for _ in range(100):
        for mail in server.received:
            if words in mail["subject"]:
                return mail
        time.sleep(0.1)
    raise AssertionError([mail["subject"] for mail in server.received])


def test_word_goes_round(demo, server, open_browser: OpenBrowser, axe):
    owner = open_browser()
    enter(owner, "owner")

    # The words of the reminder are the owner's own.
    owner.goto("/outbox/wordings/asks.reminded/th/")
    owner.get_by_label("หัวเรื่อง").fill("ขอความร่วมมือ ที่ {numbr}")
    owner.get_by_role("button", name="บันทึก").click()
    expect(owner.locator("main")).to_contain_text("{numbr}")
    owner.get_by_label("หัวเรื่อง").fill("ขอความร่วมมือส่งข้อมูล ที่ {number}")
    owner.get_by_role("button", name="ดูตัวอย่าง").click()
    expect(owner.locator("main")).to_contain_text("ขอความร่วมมือส่งข้อมูล ที่ บช")
    owner.get_by_role("button", name="บันทึก").click()

    # Counted first, then confirmed.
    owner.goto("/")
    owner.get_by_role("link", name=SUBJECT).first.click()
    owner.goto(re.sub(r".*/(\d+)/.*", r"/asks/\1/remind/", owner.url))
    owner.get_by_label("ข้อความเพิ่มเติม").fill("ขอความอนุเคราะห์ภายในวันจันทร์")
    owner.get_by_role("button", name="ดูว่าจะถึงใครบ้าง").click()
    assert axe(owner) == []
    owner.get_by_role("button", name=re.compile(r"แจ้งเตือน ๑๑ หน่วยงาน")).click()
    expect(owner).to_have_url(re.compile("/reached/"))

    # The page renews itself until everything is out, and names whom to call.
    expect(owner.locator("main")).to_contain_text("ผู้ที่ควรโทรแจ้ง", timeout=20_000)
    expect(owner.locator("main")).not_to_contain_text("กำลังส่งอีเมล", timeout=20_000)
    assert axe(owner) == []
    mail = mail_about(server, "ขอความร่วมมือส่งข้อมูล")
    assert "ขอความอนุเคราะห์ภายในวันจันทร์" in mail["body"]

    # Somebody who gets one opens its link on a phone: signing in first, then the very page.
    clerk = open_browser(width=390, height=844)
    enter(clerk, "preparer")
    bell = clerk.get_by_role("link", name=re.compile("การแจ้งเตือน"))
    before = bell.inner_text()
    bell.click()
    expect(clerk.locator("main")).to_contain_text("ขอความร่วมมือส่งข้อมูล")
    clerk.get_by_role("link", name=re.compile("ขอความร่วมมือส่งข้อมูล")).first.click()
    expect(clerk.get_by_role("heading", level=1)).to_contain_text(SUBJECT)
    assert clerk.get_by_role("link", name=re.compile("การแจ้งเตือน")).inner_text() != before
    stranger = open_browser(width=390, height=844)
    (link,) = re.findall(r"http://\S+/outbox/\d+/", mail["body"])
    stranger.goto(link)
    expect(stranger).to_have_url(re.compile("/accounts/login/"))

    # One e-mail a day from now on.
    clerk.goto("/outbox/")
    clerk.get_by_text("วิธีรับการแจ้งเตือน").click()
    clerk.get_by_label("รวมวันละหนึ่งฉบับในตอนเช้า").check()
    clerk.get_by_role("button", name="บันทึก").click()
    expect(clerk.locator("main")).to_contain_text("รวมวันละหนึ่งฉบับในตอนเช้า")
