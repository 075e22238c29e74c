"""The session ends while somebody types on a phone: after signing in they are back at the same field with its text."""

from playwright.sync_api import expect

from tests.journeys.conftest import OpenBrowser
from tests.journeys.test_every_page import enter, too_wide
from wian.desks.story import PASSWORD

WHY = "ทำงานด้านข้อมูล\n\"ตั้งใจ\" & 'ละเอียด'"


def test_what_was_typed_is_there_after_signing_in_again(demo, open_browser: OpenBrowser, axe):
    page = open_browser(width=390, height=844)
    enter(page, "preparer")
    page.get_by_role("link", name="การขับเคลื่อนบริการประชาชนยุคใหม่").first.click()
    card = page.get_by_role("region", name="เสนอชื่อ")
    form = card.locator("form", has=page.locator("[name=given_name]"))
    if form.is_hidden():
        card.locator("summary").filter(has_text="คนที่").click()
    form.get_by_label("ชื่อ", exact=True).fill("จิราพร")
    form.get_by_label("นามสกุล").fill("คำดี")
    form.get_by_label("ตำแหน่งและระดับ").fill("นักวิชาการพัสดุปฏิบัติการ")
    form.get_by_label("โทรศัพท์").fill("๐๘ ๙๘๗๖ ๕๔๓๒")
    form.locator("details.more summary").click()
    form.get_by_label("เหตุผล").fill(WHY)
    page.context.clear_cookies(name="sessionid")
    form.get_by_role("button", name="เพิ่มชื่อนี้").click()

    expect(page.get_by_role("status")).to_contain_text("ข้อความที่ท่านพิมพ์ไว้ยังไม่หาย")
    assert [*axe(page), *too_wide(page)] == []
    page.locator("[name=login]").fill("preparer")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").click()

    expect(page.get_by_role("heading", name="ข้อความที่ท่านพิมพ์ไว้ยังอยู่")).to_be_visible()
    expect(page.locator("main li").filter(has_text="จิราพร")).to_be_visible()
    assert [*axe(page), *too_wide(page)] == []
    page.get_by_role("button", name="กลับไปที่แบบฟอร์มพร้อมข้อความเดิม").click()

    expect(page.get_by_role("status").first).to_contain_text("ยังไม่มีการบันทึก")
    first = form.locator("input:not([type=hidden])").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(form.get_by_label("นามสกุล")).to_have_value("คำดี")
    expect(form.get_by_label("เหตุผล")).to_have_value(WHY)
    expect(card.locator(".people")).not_to_contain_text("จิราพร")
    assert [*axe(page), *too_wide(page)] == []
    page.go_back()
    expect(page.get_by_role("heading", name="ข้อความที่ท่านพิมพ์ไว้ยังอยู่")).to_be_visible()
    page.get_by_role("button", name="กลับไปที่แบบฟอร์มพร้อมข้อความเดิม").click()
    form.get_by_role("button", name="เพิ่มชื่อนี้").click()
    expect(card.locator(".people")).to_contain_text("จิราพร คำดี")
    assert "unbroken" in demo.run("ledger", "verify")
