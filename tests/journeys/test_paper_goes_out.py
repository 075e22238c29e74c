"""A paper on its way out: written, checked, signed and numbered in one act, verified by a stranger, sent, received and accepted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenBrowser
from tests.journeys.test_every_page import enter
from wian.desks.story import PASSWORD

WAITING = "ขอให้เสนอชื่อผู้เข้ารับการอบรมการออกแบบบริการ รุ่นที่ ๒"  # for the signatory of the story
NUMBER = "บช ๐๓๐๕/ว ๒"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def come_in(page: Page, who: str) -> Page:
    enter(page, who)
    return page


def hold_against(page: Page, file: Path) -> None:
    page.goto("/letters/verify/")
    page.locator("input[type=file]").set_input_files(file)
    press(page, "ตรวจสอบไฟล์")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_from_the_draft_to_the_unit_that_accepts_it(
    demo, open_browser: OpenBrowser, axe, theme, tmp_path: Path
):
    signatory = come_in(open_browser(theme=theme, width=390), "signatory")
    signatory.get_by_role("link", name=WAITING).first.click()
    expect(signatory.locator("img[src^='data:image/png']").first).to_be_visible()
    assert axe(signatory) == []
    signatory.locator("[name=password]").fill("ไม่ใช่รหัสผ่าน")
    press(signatory, "ลงนามและออกหนังสือ")
    expect(signatory.get_by_text("นี่ไม่ใช่รหัสผ่านของท่าน").first).to_be_visible()
    signatory.locator("[name=password]").fill(PASSWORD)
    press(signatory, "ลงนามและออกหนังสือ")

    owner = come_in(open_browser(theme=theme), "owner")
    owner.goto("/letters/register/sent/")
    expect(owner.get_by_role("row", name="ว ๒")).to_contain_text("การอบรมการออกแบบบริการ")
    owner.get_by_role("link", name=WAITING).first.click()
    assert axe(owner) == []
    with owner.expect_download() as download:
        owner.get_by_role("link", name="หนังสือ (PDF)").click()
    letter = tmp_path / "letter.pdf"
    download.value.save_as(letter)
    public = owner.locator("a[href*='/letters/verify/']").first.get_attribute("href") or ""

    stranger = open_browser(theme=theme, width=390)
    stranger.goto("/letters/" + public.partition("/letters/")[2])
    expect(stranger.get_by_text(NUMBER).first).to_be_visible()
    assert "อบรม" not in stranger.content(), "it says that the letter is genuine, not what is in it"
    assert axe(stranger) == []
    hold_against(stranger, letter)
    expect(stranger.get_by_text(NUMBER).first).to_be_visible()
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(letter.read_bytes() + b"\n")
    hold_against(stranger, changed)
    expect(stranger.locator("main .notice").first).to_be_visible()
    expect(stranger.get_by_role("heading", name="ไฟล์นี้เป็นฉบับที่ออกหนังสือจริง")).to_have_count(0)

    owner.get_by_role("link", name="ส่งให้หน่วยงาน").click()
    owner.locator("textarea").first.fill("กองกฎหมายและระเบียบ")
    owner.locator("main form .btn-primary").first.click()
    owner.locator("main form .btn-primary").first.click()
    expect(owner.get_by_text("กองกฎหมายและระเบียบ").first).to_be_visible()

    unit = come_in(open_browser(theme=theme, width=390), "outsider")
    unit.get_by_role("link", name=WAITING).first.click()
    unit.locator("main form .btn-primary").first.click()
    expect(unit.get_by_text("ลงรับแล้ว").first).to_be_visible()


def test_written_and_passed_without_javascript(demo, chromium, open_browser: OpenBrowser):
    context = chromium.new_context(
        base_url=demo.address, java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    context.add_cookies([{"name": "wian_language", "value": "th", "url": demo.address}])
    writer = come_in(context.new_page(), "owner")
    writer.goto("/letters/drafts/begin/")
    press(writer, "บันทึกข้อความ")
    subject = "ขอเชิญประชุมติดตามงานประจำเดือน"
    for name, words in {
        "subject": subject,
        "addressee": "ผู้อำนวยการกองทุกกอง",
        "body": "ด้วยสถาบันจะประชุมติดตามงาน\n๑. ความคืบหน้าของแต่ละกอง\nจึงเรียนมาเพื่อโปรดทราบ",
    }.items():
        writer.locator(f"[name={name}]").fill(words)
    signers = writer.locator("[name=signer]")
    signers.select_option(index=1)
    press(writer, "ดูตัวอย่าง")
    expect(writer.locator("img[src^='data:image/png']").first).to_be_visible()
    expect(writer.locator("[name=subject]")).to_have_value(subject)
    press(writer, "เสนอตรวจ…")
    press(writer, "เสนอตรวจ")
    expect(writer.get_by_role("heading", name=subject)).to_be_visible()
    context.close()

    colleague = come_in(open_browser(), "other_owner")
    colleague.get_by_role("link", name=subject).first.click()
    press(colleague, "ตรวจแล้ว ให้ผ่าน")
    expect(colleague.get_by_text("รอลงนาม").first).to_be_visible()
