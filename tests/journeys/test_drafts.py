"""What is typed is kept while it is typed: shared by the unit, over a lost network, an ended session, a reload; and by no one else."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenBrowser
from tests.journeys.test_every_page import enter, too_wide
from wian.desks.story import PASSWORD

LETTER = "การขับเคลื่อนบริการประชาชนยุคใหม่"
EARLIER = "การลดการเรียกสำเนาเอกสารจากประชาชน"
SLOW = "{ const send = fetch; fetch = async (...asked) => { await new Promise(go => setTimeout(go, 700)); return send(...asked); }; }"
LOST = "ยังไม่ได้ส่ง — ระบบจะลองใหม่เอง"
OUT = "ยังไม่ได้ส่ง — ท่านออกจากระบบแล้ว"
DRAFTS = "**/draft/**"
KEPT = "sessionStorage.getItem('wian-drafts')"


def answering(page: Page, who: str) -> Page:
    enter(page, who)
    page.get_by_role("link", name=LETTER).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(LETTER)
    return page


def name_form(page: Page) -> Locator:
    return page.locator("form[data-draft$='/name/']")


def given(page: Page) -> Locator:
    return name_form(page).get_by_label("ชื่อ", exact=True)


def line(page: Page) -> Locator:
    return page.locator("[data-saved]")


def saved(page: Page, text: str) -> None:
    """Type into the field, and wait until the server has it."""
    with page.expect_response(DRAFTS) as answered:
        given(page).fill(text)
    assert answered.value.ok
    expect(line(page)).to_contain_text("บันทึกแล้ว")


def lets_go(page: Page) -> bool:
    """Does the tab keep nothing any more, soon after the server has it?"""
    for _ in range(50):
        if page.evaluate(KEPT) is None:
            return True
        page.wait_for_timeout(100)
    return False


def sign_in(page: Page, who: str) -> None:
    page.locator("[name=login]").fill(who)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="เข้าสู่ระบบ").click()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_two_people_on_one_draft_see_both_texts(demo, open_browser: OpenBrowser, axe, theme):
    preparer = answering(open_browser(width=390, height=844, theme=theme), "preparer")
    clerk = answering(open_browser(width=390, height=844, theme=theme), "clerk")
    saved(preparer, "จิราพร")
    clerk.reload()
    expect(given(clerk)).to_have_value("จิราพร")
    expect(line(clerk)).to_contain_text("โดย นางสาวชลธิชา เพียรดี")
    saved(clerk, "จิราพรรณ")

    given(preparer).fill("จีรพร")
    expect(line(preparer)).to_contain_text("เพื่อนร่วมงาน")
    other = name_form(preparer).locator(".draft-other")
    expect(other).to_contain_text("จิราพรรณ")
    expect(other).to_contain_text("นางบุษบา มีสุข")
    expect(given(preparer)).to_have_value("จีรพร")
    assert [*axe(preparer), *too_wide(preparer)] == []
    preparer.reload()
    expect(given(preparer)).to_have_value("จีรพร")
    expect(other).to_contain_text("จิราพรรณ")

    with preparer.expect_response(DRAFTS):
        other.get_by_role("button", name="ใช้ข้อความของฉัน").click()
    expect(other).to_have_count(0)
    given(clerk).fill("จิ")
    theirs = name_form(clerk).locator(".draft-other")
    expect(theirs).to_contain_text("จีรพร")
    theirs.get_by_role("button", name="ใช้ข้อความนี้").click()
    expect(given(clerk)).to_have_value("จีรพร")
    expect(line(clerk)).to_contain_text("บันทึกแล้ว")
    assert lets_go(clerk)


def test_different_fields_of_one_draft_come_together(demo, open_browser: OpenBrowser):
    preparer = answering(open_browser(), "preparer")
    clerk = answering(open_browser(), "clerk")
    saved(preparer, "จิราพร")
    with clerk.expect_response(DRAFTS):
        name_form(clerk).get_by_label("นามสกุล").fill("คำดี")
    expect(given(clerk)).to_have_value("จิราพร")
    expect(name_form(clerk).locator(".draft-other")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_network_drops_and_comes_back(demo, open_browser: OpenBrowser, axe, complaints, theme):
    page = answering(open_browser(width=390, height=844, theme=theme), "preparer")
    saved(page, "จิราพร")
    page.context.set_offline(True)
    given(page).fill("จิราพรรณ")
    expect(line(page)).to_have_text(LOST)
    name_form(page).get_by_role("button", name="เพิ่มชื่อนี้").click()
    expect(given(page)).to_have_value("จิราพรรณ")
    assert [*axe(page), *too_wide(page)] == []
    with page.expect_response(DRAFTS):
        page.context.set_offline(False)
    expect(line(page)).to_contain_text("บันทึกแล้ว")
    page.reload()
    expect(given(page)).to_have_value("จิราพรรณ")
    assert all("ERR_INTERNET_DISCONNECTED" in one for one in complaints)
    complaints.clear()


def test_a_reload_keeps_what_could_not_be_sent(demo, open_browser: OpenBrowser, complaints):
    page = answering(open_browser(), "preparer")
    page.route(DRAFTS, lambda route: route.abort())
    given(page).fill("จิราพร")
    expect(line(page)).to_have_text(LOST)
    page.reload()
    expect(given(page)).to_have_value("จิราพร")
    expect(given(page)).to_be_focused()
    page.unroute(DRAFTS)
    expect(line(page)).to_contain_text("บันทึกแล้ว")
    assert lets_go(page)
    complaints.clear()


def test_going_back_to_the_page_finds_it_there(demo, open_browser: OpenBrowser):
    page = answering(open_browser(), "preparer")
    saved(page, "จิราพร")
    page.goto("/")
    page.go_back()
    expect(given(page)).to_have_value("จิราพร")


def test_the_session_ends_and_the_same_person_goes_on(demo, open_browser: OpenBrowser, axe):
    page = answering(open_browser(width=390, height=844), "preparer")
    saved(page, "จิราพร")
    page.context.clear_cookies(name="sessionid")
    post = name_form(page).get_by_label("ตำแหน่งและระดับ")
    post.fill("นักวิชาการพัสดุปฏิบัติการ")
    expect(line(page)).to_contain_text(OUT)
    assert [*axe(page), *too_wide(page)] == []
    line(page).get_by_role("link").click()
    sign_in(page, "preparer")
    expect(post).to_have_value("นักวิชาการพัสดุปฏิบัติการ")
    expect(post).to_be_focused()
    expect(given(page)).to_have_value("จิราพร")
    expect(line(page)).to_contain_text("บันทึกแล้ว")
    assert lets_go(page)


def test_somebody_else_at_this_computer_sees_nothing_of_it(demo, open_browser: OpenBrowser):
    page = answering(open_browser(), "preparer")
    page.context.clear_cookies(name="sessionid")
    given(page).fill("จิราพร")
    expect(line(page)).to_contain_text(OUT)
    line(page).get_by_role("link").click()
    sign_in(page, "clerk")
    expect(page.get_by_role("heading", level=1)).to_contain_text(LETTER)
    expect(given(page)).to_have_value("")
    assert lets_go(page)


def test_nothing_stays_after_signing_out(demo, open_browser: OpenBrowser, complaints):
    page = answering(open_browser(), "preparer")
    page.route(DRAFTS, lambda route: route.abort())
    given(page).fill("จิราพร")
    expect(line(page)).to_have_text(LOST)
    assert "จิราพร" in page.evaluate(KEPT)
    page.locator(".menu summary").click()
    page.get_by_role("button", name="ออกจากระบบ").click()
    expect(page.locator(".menu-name")).to_have_count(0)
    page.wait_for_load_state()
    assert page.evaluate("sessionStorage.length") == 0
    complaints.clear()


def test_a_report_is_the_units_from_the_first_letter(demo, open_browser: OpenBrowser):
    page, colleague = (open_browser(width=390, height=844) for _ in range(2))
    for one, who in ((page, "preparer"), (colleague, "clerk")):
        enter(one, who)
        one.get_by_role("link", name=EARLIER).first.click()
    report = page.locator("form[data-draft$='/text/'] textarea").first
    theirs = colleague.locator("form[data-draft$='/text/'] textarea").first
    with page.expect_response(DRAFTS):
        report.press_sequentially("ส่วนที่ ๑")
        report.blur()
    colleague.reload()
    text = report.input_value()
    expect(theirs).to_have_value(text)
    with colleague.expect_response(DRAFTS):
        theirs.fill(f"{text} และ ๒")
    report.fill(f"{text} กับ ๓")
    expect(page.locator(".draft-other blockquote")).to_have_text(f"{text} และ ๒")
    page.locator("form:has(.draft-other)").get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("เพื่อนร่วมงาน")
    expect(page.locator("blockquote")).to_have_text(f"{text} และ ๒")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(report).to_have_value(f"{text} กับ ๓")


def test_what_is_added_at_once_does_not_come_back_in_the_next_form(demo, open_browser: OpenBrowser):
    page = open_browser()
    page.add_init_script(SLOW)
    answering(page, "receiver")
    form = name_form(page)
    page.get_by_role("button", name="ลงรับ").click()
    page.locator("details.add").filter(has=form).locator("summary").first.click()
    given(page).fill("จิราพร")
    form.get_by_label("นามสกุล").fill("คำดี")
    form.get_by_label("ตำแหน่งและระดับ").fill("นักวิชาการพัสดุปฏิบัติการ")
    form.get_by_label("โทรศัพท์").press_sequentially("0898765432")
    form.get_by_role("button", name="เพิ่มชื่อนี้").dblclick()
    expect(page.locator(".people")).to_contain_text("จิราพร คำดี")
    page.wait_for_timeout(1500)  # what was sent late would have come by now
    page.reload()
    assert [field.input_value() for field in form.locator("input:not([type=hidden]), textarea").all()] == [
        ""
    ] * 7
    assert lets_go(page)


def test_what_is_refused_is_drafted_too(demo, open_browser: OpenBrowser):
    page = answering(open_browser(), "preparer")
    given(page).fill("จิราพร")
    name_form(page).get_by_role("button", name="เพิ่มชื่อนี้").click()
    expect(page.get_by_role("alert")).to_contain_text("นามสกุล")
    name_form(page).get_by_label("นามสกุล").fill("คำดี")
    expect(line(page)).to_contain_text("บันทึกแล้ว")
    clerk = answering(open_browser(), "clerk")
    expect(given(clerk)).to_have_value("จิราพร")


def test_without_the_script_a_button_saves(demo, chromium):
    context = chromium.new_context(base_url=demo.address, java_script_enabled=False)
    context.add_cookies([{"name": "wian_language", "value": "th", "url": demo.address}])
    page = answering(context.new_page(), "preparer")
    given(page).fill("จิราพร")
    name_form(page).get_by_role("button", name="บันทึกร่าง").click()
    expect(page.get_by_role("status").first).to_contain_text("บันทึกแล้ว")
    expect(given(page)).to_have_value("จิราพร")
    context.close()
