from datetime import timedelta
from typing import Any

import pytest
from conftest import TOLD
from django.test import Client
from django.urls import reverse

from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.desks.commands.end_share import end_share
from wian.desks.commands.share import share
from wian.desks.models import Share
from wian.desks.queries import standing_of
from wian.responses.commands.sign_off import sign_off
from wian.responses.tests.people import names_and_phones
from wian.responses.tests.unit import browser, recipient_of

FINANCE = "กองการคลังและพัสดุ"


@pytest.fixture
def link(story) -> Share:
    return share(story.circular, days=7, by=story.cast.parts["owner"], at=TOLD)


def text_of(page) -> str:
    return " ".join(page.content.decode().split())


def shared(code: str):
    return Client().get(reverse("desks:shared", args=[code]))


def read(story, who: str = "executive"):
    return browser(who).get(reverse("desks:one_page", args=[story.circular.pk]))


def test_the_statement_counts_units_names_and_projects(story):
    line = text_of(read(story))
    assert "ส่งแล้ว <strong>๖</strong> จาก ๑๗ หน่วยงาน" in line
    assert "รายชื่อ <strong>๑๑</strong> จาก ๒๙ คน" in line
    assert "โครงการ <strong>๕</strong> โครงการ" in line
    assert "ค้าง:" in line


def test_what_is_to_be_decided_stands_there_and_leads_on(story):
    page = text_of(read(story))
    for words, show in (
        ("ขอขยายระยะเวลา ๑ หน่วยงาน", "asked-for-time"),
        ("รอตรวจสอบความครบถ้วน ๕ หน่วยงาน", "submitted"),
        ("ส่งคืนเพื่อแก้ไข ๑ หน่วยงาน", "returned"),
    ):
        assert f'?show={show}">{words}</a>' in page, words
    assert '<span class="under">กองติดตามและประเมินผล</span>' in page


def test_only_the_owner_is_led_to_links_and_texts(story):
    for name in ("share", "line_text"):
        url = reverse(f"desks:{name}", args=[story.circular.pk])
        assert url in text_of(read(story, "owner")), name
        assert url not in text_of(read(story)), name


def test_whoever_has_a_link_sees_counts_and_names_of_units_as_they_stand_now(story, link):
    before = text_of(shared(link.code))
    assert "ส่งแล้ว <strong>๖</strong> จาก ๑๗ หน่วยงาน" in before
    assert f"<span>{FINANCE}</span>" in before
    assert "ข้อมูล ณ วันที่ ๒๐ พ.ย. ๒๕๖๙ ๑๐.๐๐ น. · ลิงก์นี้ใช้ได้ถึงวันที่ ๒๗ พฤศจิกายน ๒๕๖๙" in before
    assert "noindex" in before
    sign_off(recipient_of(FINANCE), by=story.cast.heads[FINANCE], at=TOLD)
    after = text_of(shared(link.code))
    assert "ส่งแล้ว <strong>๗</strong> จาก ๑๗ หน่วยงาน" in after
    assert FINANCE not in after


def test_a_shared_page_names_nobody_and_leads_nowhere_else(story, link):
    page = text_of(shared(link.code))
    assert [word for word in names_and_phones() if word in page] == []
    assert reverse("asks:matrix", args=[story.circular.pk]) not in page


def test_links_that_expired_were_ended_or_never_were_say_the_same(story, link, clock):
    unknown = shared("x" * 24)
    end_share(link, by=story.cast.parts["owner"], at=TOLD)
    ended = shared(link.code)
    late = share(story.circular, days=1, by=story.cast.parts["owner"], at=TOLD)
    clock(TOLD + timedelta(days=2))
    expired = shared(late.code)
    assert [page.status_code for page in (unknown, ended, expired)] == [404, 404, 404]
    for page in (unknown, ended, expired):
        assert "ลิงก์นี้ใช้ไม่ได้" in text_of(page)
        assert story.circular.letter.subject not in text_of(page)


def send_to_more_units(story: Any, count: int) -> None:
    """Send the letter to so many more units, which owe what FINANCE owes and have done nothing."""
    model = recipient_of(FINANCE)
    owed = list(Obligation.objects.filter(recipient=model))
    unit = model.unit
    for order in range(Recipient.objects.count() + 100, Recipient.objects.count() + 100 + count):
        unit.pk, unit.key, unit.name = None, f"k{order}", f"หน่วย {order}"
        unit.save()
        row = Recipient.objects.create(circular=story.circular, unit=unit, order=order)
        for one in owed:
            one.pk, one.recipient = None, row
            one.save()


def test_a_large_letter_shows_the_first_units_and_says_so(story, link):
    send_to_more_units(story, 120)
    found = standing_of(story.circular, at=TOLD)
    assert (len(found.rows), found.missing) == (100, 131)
    assert "<p>…</p>" in text_of(shared(link.code))


def test_it_asks_no_more_with_more_units(story, link, asks_no_more_with_more_rows):
    url = reverse("desks:shared", args=[link.code])
    asks_no_more_with_more_rows(Client(), url, lambda count: send_to_more_units(story, count))
