"""The main job, end to end: a letter goes in by the command line, a unit names its people and signs,
the owner accepts, and the tracking table and the executive's page say the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenBrowser
from tests.journeys.site import Site
from wian.asks.story import letter
from wian.kit.clock import day_of

PASSWORD = "กองคลัง-2569-ทดสอบ"
UNIT = "กองการคลังและพัสดุ"


@pytest.fixture
def campaign(site: Site, tmp_path: Path) -> dict[str, Any]:
    """The letter read in and launched on an empty site, and four people who can sign in to it."""
    from django.utils import timezone  # the site's clock: the demo's offset is not set

    file = tmp_path / "หนังสือเวียน.txt"
    file.write_bytes(letter(day_of(timezone.now())))
    made = json.loads(site.run("read-in", file, "--launch", "--json"))
    for username, name, unit, post, role in (
        ("owner", "นางสาวพิมพ์ชนก แก้วประดิษฐ์", "สถาบันนวัตกรรมบริการ", "เจ้าของเรื่อง", "owner"),
        ("clerk", "นางบุษบา มีสุข", UNIT, "เจ้าพนักงานธุรการชำนาญงาน", "clerk"),
        ("head", "นางอรพรรณ จิตรประสงค์", UNIT, f"ผู้อำนวยการ{UNIT}", "head"),
        ("outsider", "นายเมธี ยุติธรรม", "กองกฎหมายและระเบียบ", "นิติกรชำนาญการ", "clerk"),
        ("executive", "นางวรางคณา ศรีสุขประเสริฐ", "กระทรวงบริการประชาชน", "ปลัดกระทรวง", "executive"),
    ):
        site.run(
            "add-user", username, "--name", name, "--unit", unit, "--post", post, "--role", role, stdin=f"{PASSWORD}\n"
        )  # fmt: skip
    return made


def sign_in(page: Page, username: str) -> Page:
    page.goto("/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").click()
    expect(page.get_by_role("heading", name="งานของฉัน")).to_be_visible()
    return page


def unfold(page: Page, field: str) -> None:
    """Open the form with that field: what is not next stands folded."""
    folded = page.locator(f"details.add:has([name={field}]):not([open]) > summary")
    if folded.count():
        folded.click()


def add(page: Page, given: str, family: str) -> None:
    unfold(page, "given_name")
    form = page.locator("form:has([name=given_name])")
    form.get_by_label("ชื่อ", exact=True).fill(given)
    form.get_by_label("นามสกุล").fill(family)
    form.get_by_label("ตำแหน่งและระดับ").fill("นักวิชาการเงินและบัญชีปฏิบัติการ")
    form.get_by_label("โทรศัพท์").fill("08 1234 5678")
    form.get_by_role("button", name="เพิ่มชื่อนี้").click()


def propose(page: Page, title: str) -> None:
    unfold(page, "horizon")
    form = page.locator("form:has([name=horizon])")
    form.locator("[name=horizon]").select_option("short")
    form.locator("[name=money]").select_option("extra")
    for field, typed in {
        "title": title,
        "starts_on": "1/12/2569",
        "ends_on": "๓๐ ก.ย. ๒๕๗๐",
        "visible_result": "ชำระค่าธรรมเนียมได้ทุกจุดโดยไม่ต้องใช้เงินสด",
        "satang": "๑,๒๐๐,๐๐๐",
        "responsible": "นางสาวชลธิชา เพียรดี",
        "phone": "0 2555 0100",
    }.items():
        form.locator(f"[name={field}]").fill(typed)
    form.get_by_role("button", name="เพิ่มโครงการนี้").click()


@pytest.mark.smoke
def test_from_the_letter_to_the_accepted_answer(site, campaign, open_browser: OpenBrowser, axe):
    assert (campaign["units"], campaign["seats"], campaign["warnings"]) == (17, 29, [])

    # The clerk, on a phone: receives, names two, and is refused the third by name.
    clerk = sign_in(open_browser(width=390, height=844), "clerk")
    expect(clerk.get_by_text(f"ท่านกำลังทำงานในนาม {UNIT}")).to_be_visible()
    clerk.get_by_role("link", name="การขับเคลื่อนบริการประชาชนยุคใหม่").click()
    expect(clerk.locator("main")).to_contain_text("คัดเลือกข้าราชการรุ่นใหม่")  # the letter's own sentence
    assert axe(clerk) == []
    clerk.get_by_label("เลขรับ").fill("๐๘๘๑")
    clerk.get_by_role("button", name="ลงรับ").click()
    add(clerk, "ภูริเดช", "คำแสน")
    expect(clerk.locator(".people")).to_contain_text("ภูริเดช คำแสน")
    second_tab = clerk.context.new_page()
    second_tab.goto(clerk.url)
    add(clerk, "จิราพร", "คำดี")
    expect(clerk.get_by_text("ครบ ๒ จาก ๒ คน")).to_be_visible()
    assert axe(clerk) == []
    add(second_tab, "คนที่สาม", "มาช้า")
    refused = second_tab.get_by_role("alert")
    expect(refused).to_contain_text("ภูริเดช คำแสน, จิราพร คำดี")
    expect(refused).to_contain_text("quota-full")
    expect(second_tab.get_by_label("ชื่อ", exact=True)).to_have_value("คนที่สาม")
    assert axe(second_tab) == []
    second_tab.close()
    propose(clerk, "ชำระค่าธรรมเนียมด้วยคิวอาร์โค้ด")
    expect(clerk.locator("main")).to_contain_text("๑,๒๐๐,๐๐๐ บาท")
    clerk.get_by_role("button", name="เสนอหัวหน้าหน่วยงานลงนาม").click()
    expect(clerk.locator("main")).to_contain_text("รอลงนาม")

    # The head, on a phone, between two meetings.
    head = sign_in(open_browser(width=390, height=844), "head")
    head.get_by_role("link", name="การขับเคลื่อนบริการประชาชนยุคใหม่").click()
    expect(head.locator("main")).to_contain_text("จิราพร คำดี")
    assert axe(head) == []
    head.get_by_role("button", name="ลงนามและส่ง").click()
    expect(head.locator("main")).to_contain_text("ส่งแล้ว")

    # The owner sees it, looks at the project and the names, accepts both.
    owner = sign_in(open_browser(), "owner")
    owner.get_by_role("link", name="การขับเคลื่อนบริการประชาชนยุคใหม่").click()
    matrix = owner.url.split("?")[0]
    row = owner.get_by_role("row").filter(has_text=UNIT)
    expect(row).to_contain_text("ส่งแล้ว")
    for _ in range(2):
        owner.goto(matrix)
        row.get_by_role("link", name="ตรวจความครบถ้วน").first.click()
        owner.get_by_role("button", name="บันทึกว่าข้อมูลครบถ้วน").click()
    owner.goto(matrix)
    expect(row).to_contain_text("ข้อมูลครบถ้วน")
    expect(owner.locator("main")).to_contain_text("๑ จาก ๑๗")
    expect(owner.locator("main")).to_contain_text("๒ จาก ๒๙")

    # The executive reads the same in one line.
    executive = sign_in(open_browser(), "executive")
    statement = executive.locator(".statement").first
    expect(statement).to_contain_text("ส่งแล้ว ๑ จาก ๑๗ หน่วยงาน")
    expect(statement).to_contain_text("รายชื่อ ๒ จาก ๒๙ คน")
    expect(statement).to_contain_text("ค้าง: เสนอแผนงาน/โครงการ ๑๖ หน่วยงาน")

    # Whoever is not concerned does not learn that the page exists.
    outsider = sign_in(open_browser(), "outsider")
    assert outsider.goto(matrix).status == 404
    assert outsider.goto(clerk.url).status == 404
    assert "unbroken" in site.run("ledger", "verify")


def test_core_tasks_without_javascript(site, campaign, chromium, complaints):
    context = chromium.new_context(base_url=site.address, java_script_enabled=False)
    context.add_cookies([{"name": "wian_language", "value": "th", "url": site.address}])
    page = sign_in(context.new_page(), "clerk")
    page.get_by_role("link", name="การขับเคลื่อนบริการประชาชนยุคใหม่").click()
    page.get_by_role("button", name="ลงรับ").click()
    add(page, "ภูริเดช", "คำแสน")
    expect(page.locator(".people")).to_contain_text("ภูริเดช คำแสน")
    page.get_by_role("link", name="ถอนชื่อ").click()
    page.get_by_role("button").filter(has_text="ถอนชื่อ").click()
    page.get_by_role("link", name="แจ้งว่าไม่มี").last.click()
    page.locator("textarea").fill("ข้าราชการของกองลาศึกษาต่อ")
    page.locator("main form button").click()
    propose(page, "ชำระค่าธรรมเนียมด้วยคิวอาร์โค้ด")
    page.get_by_role("link", name="ลงนามในกระดาษ").click()
    page.get_by_label("ผู้ลงนาม").fill("นางอรพรรณ จิตรประสงค์")
    page.get_by_label("ในฐานะ").fill(f"ผู้อำนวยการ{UNIT}")
    page.locator("main form button").click()
    expect(page.locator("main")).to_contain_text("ส่งแล้ว")
    context.close()
