"""A letter is read in, compared with its facts side by side, corrected, and launched: with a mouse, by keyboard, and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenBrowser
from tests.journeys.test_every_page import enter, too_wide
from wian.asks.story import letter
from wian.kit.clock import day_of

NUMBER = "บช ๐๓๐๕.๒/ว ๐๔๑๘"
ANOTHER = "บช ๐๓๐๕.๒/ว ๐๕๒๐"
PASSAGE = "นำสิ่งที่ได้เรียนรู้กลับไปถ่ายทอดในหน่วยงานของตน"
SELECT = """words => {
    const all = document.createTreeWalker(document.querySelector(".letter-source"), NodeFilter.SHOW_TEXT);
    for (let node = all.nextNode(); node; node = all.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
    }
}"""


def read_in(page: Page) -> Page:
    """Paste a letter of the story that has not been launched, and come to its proposal."""
    from django.utils import timezone  # the site's clock: the demo's offset is not set

    enter(page, "owner")
    page.goto("/asks/read-in/")
    page.locator("[name=text]").fill(letter(day_of(timezone.now())).decode().replace(NUMBER, ANOTHER))
    page.locator("main form .btn-primary").click()
    expect(page.get_by_role("heading", name="โปรดตรวจสอบ")).to_contain_text("๓ รายการ")
    return page


def shown(page: Page, name: str) -> None:
    """Both of a pair are in sight and set off."""
    for side in (page.locator(f"#fact-{name}"), page.locator(f"[data-facts~={name}]").first):
        expect(side).to_have_class(re.compile(r"\bshown\b"))
        expect(side).to_be_in_viewport()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_side_by_side_corrected_and_launched(demo, open_browser: OpenBrowser, axe, theme):
    page = read_in(open_browser(theme=theme))
    assert axe(page) == []
    page.locator("#fact-ask1").get_by_role("link", name="ดูในหนังสือ").first.click()
    shown(page, "ask1")
    expect(page.locator("#place-ask1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#fact-ask1")).to_be_focused()
    page.locator("#place-number").click()
    shown(page, "number")
    assert axe(page) == []

    page.locator("#fact-number summary").click()
    page.locator("[name=number]").fill(f"{ANOTHER}๑")
    page.evaluate(SELECT, PASSAGE)
    page.get_by_role("button", name="เพิ่มข้อความที่เลือก").click()
    expect(page.locator("[name=ask2-what]")).to_have_value(PASSAGE)
    expect(page.locator("[name=ask2-what]")).to_be_focused()
    for tick in page.locator(".checks").first.get_by_role("checkbox").all():
        tick.check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("#place-ask2")).to_have_text(PASSAGE)
    expect(page.get_by_role("heading", name="โปรดตรวจสอบ")).to_contain_text(
        "๑ รายการ"
    )  # the new one has no date
    expect(page.get_by_text("ตรวจแล้ว ๓ รายการ")).to_be_visible()

    page.get_by_role("link", name="ดูประวัติการแก้ไข").click()
    expect(page.get_by_role("row").filter(has_text="เลขที่หนังสือ")).to_contain_text(f"{ANOTHER}๑")
    assert axe(page) == []
    page.go_back()
    page.get_by_role("button", name="บันทึกและไปหน้ายืนยัน").click()
    page.locator("main form .btn-primary").click()
    expect(page.locator("main")).to_contain_text("๑๗ หน่วยงาน")


def test_on_a_phone_there_is_a_way_back_from_the_letter(demo, open_browser: OpenBrowser, axe):
    page = read_in(open_browser(width=390, height=844))
    assert [*axe(page), *too_wide(page)] == []
    page.locator("#fact-contact").get_by_role("link", name="ดูในหนังสือ").click()
    expect(page.locator("#place-contact")).to_be_in_viewport()
    assert [*axe(page), *too_wide(page)] == []
    page.get_by_role("link", name="กลับไปที่ ผู้ประสานงาน").click()
    expect(page.locator("#fact-contact")).to_be_in_viewport()


def test_without_javascript(demo, chromium):
    context = chromium.new_context(base_url=demo.address, java_script_enabled=False)
    context.add_cookies([{"name": "wian_language", "value": "th", "url": demo.address}])
    page = read_in(context.new_page())
    page.locator("#fact-number").get_by_role("link", name="ดูในหนังสือ").click()
    expect(page.locator("#place-number")).to_be_in_viewport()
    page.locator("#place-number").click()
    expect(page.locator("#fact-number")).to_be_in_viewport()
    page.locator("#fact-new summary").click()
    page.locator("[name=ask2-what]").fill("ถ่ายทอดในหน่วยงาน")
    page.locator("[name=ask2-sentence]").fill(PASSAGE)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("#place-ask2")).to_have_text(PASSAGE)
    context.close()
