"""The last afternoon: the head is away. Whoever acts for the head signs one letter on a phone, the other is signed on paper,
both with what there is, and the proof is forwarded to somebody who has no account."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenBrowser
from tests.journeys.test_every_page import enter

NEW, EARLIER = "การขับเคลื่อนบริการประชาชนยุคใหม่", "การลดการเรียกสำเนาเอกสารจากประชาชน"
PEOPLE = ("ชลธิชา", "สรวิศ", "อรพรรณ", "ภูริเดช")


def open_letter(page: Page, subject: str) -> Page:
    page.goto("/")
    page.get_by_role("link", name=subject).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(subject)
    return page


@pytest.fixture
def phone(open_browser: OpenBrowser):
    """A phone in the hand of somebody of the story."""

    def of(who: str) -> Page:
        page = open_browser(width=390, height=844)
        enter(page, who)
        return page

    return of


def test_the_last_afternoon(demo, phone, open_browser: OpenBrowser, axe):
    # The preparer puts the first letter, with what there is, before whoever signs for the head.
    preparer = open_letter(phone("preparer"), NEW)
    expect(preparer.locator("main")).to_contain_text("ยังขาด: รายชื่อ ๑ คน")
    preparer.get_by_role("button", name="เสนอลงนามเท่าที่มี แล้วเพิ่มภายหลัง").click()
    expect(preparer.locator("main")).to_contain_text("รอลงนาม")

    # The head is away; the deputy acts for her, and signs between two meetings.
    deputy = open_letter(phone("deputy"), NEW)
    expect(deputy.locator("main")).to_contain_text("ภูริเดช คำแสน")
    assert axe(deputy) == []
    deputy.get_by_role("button", name="ลงนามและส่งเท่าที่มี แล้วเพิ่มภายหลัง").click()
    expect(deputy.locator("main")).to_contain_text("ส่งแล้ว")
    expect(deputy.locator("main")).to_contain_text("รักษาราชการแทน")

    # The other letter is past its date. The report is typed, and signed on paper.
    preparer = open_letter(preparer, EARLIER)
    report = preparer.get_by_label("รายงานของหน่วยงาน")
    report.fill("กองลดการเรียกสำเนาได้ ๔ กระบวนงานจาก ๕ กระบวนงาน")
    report.blur()
    expect(preparer.locator("main")).to_contain_text("บันทึกแล้ว")
    preparer.get_by_role("link", name="ลงนามในกระดาษ").click()
    expect(preparer.locator("main")).to_contain_text("๔ กระบวนงาน")
    preparer.get_by_label("ผู้ลงนาม").fill("นายสรวิศ ก้องเกียรติ")
    preparer.get_by_label("ในฐานะ").fill("รักษาราชการแทนผู้อำนวยการกองการคลังและพัสดุ")
    assert axe(preparer) == []
    preparer.locator("main form button").last.click()
    expect(preparer.locator("main")).to_contain_text("ส่งล่าช้า")

    # What is forwarded is one line; who gets it needs no account, and reads no name.
    preparer.get_by_role("link", name="หลักฐานการส่ง").first.click()
    line = preparer.locator("textarea, input[readonly]").first.input_value()
    assert re.search(r"ส่งแล้ว เลขที่ [2-9A-Z]{8} .*เวลา [๐-๙]{2}\.[๐-๙]{2} น\.", line)
    address = re.search(r"http://\S+", line)
    stranger = open_browser(width=390, height=844)
    stranger.goto(address[0] if address else preparer.url)
    expect(stranger.locator("main")).to_contain_text("กองการคลังและพัสดุ")
    assert [name for name in PEOPLE if name in stranger.content()] == []
    assert axe(stranger) == []

    # The owner sees one unit the more, the rest outstanding, and the late report as late.
    owner = open_browser()
    enter(owner, "owner")
    owner.get_by_role("link", name=NEW).first.click()
    expect(owner.locator("main")).to_contain_text("๗ จาก ๑๗")
    owner.goto("/")
    owner.get_by_role("link", name=EARLIER).first.click()
    row = owner.get_by_role("row").filter(has_text="กองการคลังและพัสดุ")
    expect(row).to_contain_text("ส่งล่าช้า")
