"""The unit's one page for a letter, and where its buttons lead when they are not pressed."""

from datetime import timedelta

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.accounts.tests.support import enter_as
from wian.asks.commands.close import close
from wian.asks.commands.exempt import exempt
from wian.asks.commands.extend import ask_for_time, refuse_time
from wian.asks.models import Obligation
from wian.files.models import File
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Attachment, Nomination, Proposal, Response
from wian.responses.tests.unit import Unit, ask_too, browser, form, owed_by


def page_of(unit: Unit, who: str = "") -> str:
    """What the page says, to whoever prepares the answer."""
    client = browser(who) if who else enter_as(unit.preparer)
    return client.get(reverse("responses:answer", args=[unit.recipient.pk])).content.decode()


def bar(page: str) -> str:
    """The line with what is missing, and the button."""
    return page.partition("send-bar")[2]


@pytest.mark.parametrize("name", ["nominate", "propose", "attach", "present", "confirm"])
def test_what_is_only_posted_leads_back_to_the_page(unit, name):
    row = {"nominate": unit.places, "propose": owed_by(unit.name, "propose"), "attach": unit.places}
    url = reverse(f"responses:{name}", args=[row.get(name, unit.recipient).pk])
    answered = browser("preparer").get(url)
    page = reverse("responses:answer", args=[unit.recipient.pk])
    assert (answered.status_code, answered.url.partition("#")[0]) == (302, page)
    assert (unit.state, unit.places.taken) == ("draft", 1)


def test_both_asks_stand_on_it_with_what_is_missing(untouched):
    page = page_of(untouched)
    assert all(
        f'id="ask-{owed.pk}"' in page for owed in (untouched.places, owed_by(untouched.name, "propose"))
    )
    assert all(words in bar(page) for words in ("๑ แผนงาน/โครงการ", "รายชื่อ ๒ คน"))
    assert "btn-lg" not in bar(page), "there is nothing to send yet"


def test_the_first_form_that_is_not_complete_is_open_and_the_others_fold(untouched):
    page = page_of(untouched)
    assert page.count('<details class="add" open>') == 1
    assert page.index('<details class="add" open>') < page.index('name="title" maxlength="300"')
    propose(owed_by(untouched.name, "propose"), Project(title="ลดขั้นตอน"), by=untouched.preparer, at=TOLD)
    page = page_of(untouched)
    assert page.index('name="title" maxlength="300"') < page.index('<details class="add" open>')
    assert page.index('<details class="add" open>') < page.index('name="given_name"')


def test_when_everything_is_in_the_one_button_is_for_sending(untouched):
    propose(owed_by(untouched.name, "propose"), Project(title="ลดขั้นตอน"), by=untouched.preparer, at=TOLD)
    untouched.add("สมหวัง")
    assert "เท่าที่มี แล้วเพิ่มภายหลัง" in bar(page_of(untouched))
    untouched.add("สมใจ")
    page = page_of(untouched)
    assert ("เท่าที่มี" in bar(page), page.count("btn-primary"), "btn-primary" in bar(page)) == (False, 1, True)


def test_a_project_with_a_title_only_counts_and_says_what_it_lacks(untouched):
    propose(owed_by(untouched.name, "propose"), Project(title="ลดขั้นตอน"), by=untouched.preparer, at=TOLD)
    page = page_of(untouched)
    assert "ผู้รับผิดชอบ, โทรศัพท์</span>" in page
    assert "แผนงาน/โครงการ" not in bar(page).partition("</p>")[0]


def test_what_was_just_done_is_said_beside_the_button(untouched):
    client = enter_as(untouched.preparer)
    url = reverse("responses:propose", args=[owed_by(untouched.name, "propose").pk])
    page = client.post(url, form(title="ลดขั้นตอน"), follow=True).content.decode()
    assert "เพิ่ม ลดขั้นตอน แล้ว บันทึกแล้ว ๑๐.๐๐ น." in bar(page)


def test_what_was_kept_over_a_sign_in_comes_back_with_a_word_on_top(untouched):
    url = reverse("responses:propose", args=[owed_by(untouched.name, "propose").pk])
    page = enter_as(untouched.preparer).post(url, form(title="ลดขั้นตอน", kept="1")).content.decode()
    assert ("ลดขั้นตอน" in page, "notice-info" in page.partition("<h1>")[0]) == (True, True)
    assert owed_by(untouched.name, "propose").taken == 0


def test_why_it_was_sent_back_stands_on_top_until_it_is_sent_again(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    send_back(unit.places, remark="โปรดตรวจสอบระดับตำแหน่ง", by=owner, at=TOLD)
    assert "โปรดตรวจสอบระดับตำแหน่ง" in page_of(unit)
    unit.add()
    assert "โปรดตรวจสอบระดับตำแหน่ง" in page_of(unit)
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert "โปรดตรวจสอบระดับตำแหน่ง" not in page_of(unit)


def test_what_the_owner_put_right_is_shown(unit, owner):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    correct_for_unit(unit.first, {"given_name": "ภูริเดชา"}, by=owner, at=TOLD)
    page = page_of(unit)
    assert all(words in page for words in ("“ภูริเดช”", "“ภูริเดชา”", owner.office))


def test_what_was_sent_may_be_added_to_and_says_which_is_not_sent_yet(unit):
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    page = page_of(unit)
    assert ("ยังไม่ได้ส่ง</span>" in page, 'class="send-bar' in page, 'name="given_name"' in page) == (
        False,
        False,
        True,
    )
    unit.add()
    page = page_of(unit)
    assert (page.count("ยังไม่ได้ส่ง</span>"), "send-bar" in page) == (1, True)


@pytest.mark.parametrize("kind", ["report", "attend", "other"])
def test_an_answer_in_words_stands_in_its_field_until_it_was_sent(untouched, kind):
    owed = ask_too(untouched.name, kind)
    assert 'name="text"' in page_of(untouched)
    url = reverse("responses:draft", args=[owed.pk, "text"])
    enter_as(untouched.preparer).post(url, form(text="ลดเวลาจาก ๓ วันเหลือ ๑ วัน", **{"version-text": "0."}))
    assert "ลดเวลาจาก ๓ วันเหลือ ๑ วัน</textarea>" in page_of(untouched)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    page = page_of(untouched)
    assert ("<p>ลดเวลาจาก ๓ วันเหลือ ๑ วัน</p>" in page, 'name="text"' in page) == (True, False)


def test_there_is_nothing_to_send_only_while_there_is_nothing(untouched, unit):
    assert reverse("responses:nil", args=[untouched.places.pk]) in page_of(untouched)
    assert reverse("responses:nil", args=[unit.places.pk]) not in page_of(unit)
    respond_nil(untouched.places, reason="ลาศึกษาต่อ", by=untouched.preparer, at=TOLD)
    page = page_of(untouched)
    assert ("ลาศึกษาต่อ" in page, reverse("responses:nil", args=[untouched.places.pk]) in page) == (True, False)


def test_what_is_closed_or_exempt_takes_nothing_and_is_not_missing(untouched, owner):
    exempt(untouched.places, reason="ไม่มีข้าราชการใหม่", by=owner, at=TOLD)
    close(owed_by(untouched.name, "propose").ask, by=owner, at=TOLD)
    page = page_of(untouched)
    assert ("<form" in page.partition('id="ask-')[2], "ยังขาด" in page) == (False, False)


def test_more_time_is_offered_while_something_is_owed(unit):
    url = reverse("asks:ask_for_time", args=[unit.recipient.pk])
    assert url in page_of(unit)
    unit.add()
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    assert url not in page_of(unit)


def test_a_request_for_more_time_and_what_became_of_it(untouched, owner):
    until = TOLD + timedelta(days=9)
    request = ask_for_time(untouched.recipient, until=until, reason="ลงพื้นที่", by=untouched.preparer, at=TOLD)
    assert all(words in page_of(untouched) for words in ("ลงพื้นที่", "รอเจ้าของเรื่องพิจารณา"))
    refuse_time(request, remark="ต้องเสนอที่ประชุม", by=owner, at=TOLD)
    assert "ต้องเสนอที่ประชุม" in page_of(untouched)


def test_proof_memo_and_taking_back_once_it_was_sent(unit, owner):
    submission = sign_off(unit.recipient, by=unit.head, at=TOLD)
    page = page_of(unit)
    take_back = reverse("responses:take_back", args=[unit.recipient.pk])
    assert all(words in page for words in (submission.code, unit.head.name, take_back))
    for owed in (unit.places, owed_by(unit.name, "propose")):
        open_answer(owed, by=owner, at=TOLD)
    assert take_back not in page_of(unit)


def test_without_work_to_do_the_message_stands_on_top(untouched, owner):
    exempt(untouched.places, reason="ไม่มีข้าราชการใหม่", by=owner, at=TOLD)
    exempt(owed_by(untouched.name, "propose"), reason="ไม่มีงานบริการ", by=owner, at=TOLD)
    note = ask_too(untouched.name, "acknowledge")
    url = reverse("responses:acknowledge", args=[note.pk])
    page = enter_as(untouched.preparer).post(url, form(), follow=True).content.decode()
    assert ("send-bar" in page, '<div class="notice notice-success" role="status">' in page) == (False, True)


@pytest.mark.parametrize("name", ["answer", "sign_off"])
def test_it_asks_the_database_as_often_with_many_entries(unit, name, asks_no_more_with_more_rows):
    projects = owed_by(unit.name, "propose")
    Obligation.objects.filter(pk=unit.places.pk).update(max=None)

    def add(count: int) -> None:
        start = Nomination.objects.count()
        for number in range(start, start + count):
            unit.add(f"คนที่{number}", "หนึ่ง")
            propose(projects, Project(title=f"โครงการที่ {number}"), by=unit.preparer, at=TOLD)
            file = File.objects.create(sha256=f"{number:064}", size=1, type="application/pdf", name="ก.pdf")
            Attachment.objects.create(
                response=Response.objects.get(pk=projects.pk), file=file, name=f"{number}.pdf", added_at=TOLD
            )

    url = reverse(f"responses:{name}", args=[unit.recipient.pk])
    asks_no_more_with_more_rows(browser("finance_head"), url, add)
    assert Proposal.objects.filter(response=projects.pk).count() > 30
