"""A list from Word or LINE becomes rows to confirm, and those who are chosen are named in one act."""

import re

import pytest
from conftest import TOLD
from django.urls import reverse

from wian.kit.posting import KEPT
from wian.ledger.models import Entry
from wian.responses.commands.nominate import Name, nominate_all
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.withdraw import withdraw
from wian.responses.refusals import AlreadyNamed, QuotaFull
from wian.responses.tests.unit import browser, form, owed_by

LIST = """เรียน พี่ชลธิชา ส่งรายชื่อค่ะ
๑. ม.ล.จิราพร คำดี นักวิชาการพัสดุปฏิบัติการ โทร. ๐๘ ๙๘๗๖ ๕๔๓๒
๒. ว่าที่ร้อยตรี ปวริศ ศรีสมบูรณ์ นิติกร ชำนาญการ 08-1234-5678
ประชุมวันศุกร์นะคะ"""


@pytest.fixture
def empty(unit):
    """A unit with both its places free."""
    withdraw(unit.first, by=unit.preparer, at=TOLD)
    return unit


def url_of(unit) -> str:
    return reverse("responses:paste", args=[unit.places.pk])


def read(unit, text: str = LIST):
    return browser("preparer").post(url_of(unit), form(text=text))


def shown(answered) -> str:
    """The page without the pasted text itself, which goes along in it."""
    return re.sub(r'(?s)<input type="hidden".*?>|<textarea.*?</textarea>', "", answered.content.decode())


def rows_on(answered) -> dict[str, str]:
    """What the form with the rows posts when nothing is changed."""
    context = answered.context
    rows = context["rows"]
    typed = {
        "text": context["form"]["text"].value(),
        "row-TOTAL_FORMS": len(rows),
        "row-INITIAL_FORMS": len(rows),
    }
    for row in rows:
        typed |= {
            bound.html_name: bound.value() or "" for bound in row if bound.name != "chosen" or bound.value()
        }
    return form(**typed)


def confirm(unit, typed: dict[str, str]):
    return browser("preparer").post(url_of(unit), typed)


def test_it_is_split_into_rows_with_the_line_each_came_from(empty):
    answered = read(empty)
    first, second = [row.initial for row in answered.context["rows"]]
    assert (first["title"], first["given_name"], first["family_name"]) == ("ม.ล.", "จิราพร", "คำดี")
    assert (second["title"], second["post"]) == ("ว่าที่ร้อยตรี", "นิติกรชำนาญการ")
    page = shown(answered)
    assert all(line in page for line in LIST.splitlines()), "nothing is dropped"
    assert page.index("อ่านไม่ออก") < page.index("เรียน พี่ชลธิชา")
    assert empty.names == []


def test_all_that_are_chosen_are_named_in_one_act(empty):
    before = Entry.objects.count()
    answered = confirm(empty, rows_on(read(empty)))
    assert answered.url.startswith(reverse("responses:answer", args=[empty.recipient.pk]))
    assert empty.names == ["ม.ล.จิราพร คำดี", "ว่าที่ร้อยตรีปวริศ ศรีสมบูรณ์"]
    assert Entry.objects.count() == before + 2


def test_pressed_twice_it_names_once(empty):
    typed = rows_on(read(empty))
    assert confirm(empty, typed).url == confirm(empty, typed).url
    assert len(empty.names) == 2


def test_who_is_not_chosen_is_not_named_and_need_not_be_complete(empty):
    typed = rows_on(read(empty)) | {"row-1-phone": "", "row-1-given_name": ""}
    typed.pop("row-1-chosen")
    assert confirm(empty, typed).status_code == 302
    assert empty.names == ["ม.ล.จิราพร คำดี"]


def test_nobody_chosen_is_told(empty):
    typed = rows_on(read(empty))
    typed = {name: value for name, value in typed.items() if not name.endswith("chosen")}
    answered = confirm(empty, typed)
    assert (answered.status_code, "โปรดเลือกอย่างน้อย" in answered.content.decode()) == (422, True)


def test_an_incomplete_row_keeps_all_rows_and_names_nobody(empty):
    answered = confirm(empty, rows_on(read(empty)) | {"row-1-phone": "", "row-0-reason": "ตั้งใจ"})
    page = answered.content.decode()
    assert (answered.status_code, empty.names) == (422, [])
    assert all(text in page for text in ("จิราพร", "ปวริศ", "ตั้งใจ", "ประชุมวันศุกร์นะคะ"))


def test_more_people_than_places_is_said_and_the_first_are_chosen(unit):
    answered = read(unit)
    assert [row.initial["chosen"] for row in answered.context["rows"]] == [True, False]
    page = answered.content.decode()
    assert "รายชื่อที่วางมี ๒ คน แต่เหลือที่ว่าง ๑ คน" in page
    assert "ปวริศ" in page


def test_who_is_named_already_or_stands_twice_is_not_chosen(unit):
    again = "นายภูริเดช คำแสน นิติกร 0811112222\nนางสาวจิราพร คำดี นิติกร\nจิราพร  คำดี นักวิชาการ"
    answered = read(unit, again)
    assert [row.initial["chosen"] for row in answered.context["rows"]] == [False, True, False]
    assert answered.content.decode().count("เสนอชื่อไว้แล้ว") == 2


def test_one_too_many_names_nobody_and_keeps_every_row(unit):
    answered = confirm(unit, rows_on(read(unit)) | {"row-1-chosen": "on"})
    page = answered.content.decode()
    assert (answered.status_code, unit.names) == (409, ["นายภูริเดช คำแสน"])
    assert all(text in page for text in ("quota-full", "จิราพร", "ปวริศ"))


def test_all_or_nobody(empty):
    twice = [
        Name(given_name=given, family_name="ตั้งใจ", post="นิติกร", phone="0811112222")
        for given in ("กานต์", "กานต์")
    ]
    with pytest.raises(AlreadyNamed):
        nominate_all(empty.places, twice, by=empty.preparer, at=TOLD)
    three = [
        Name(given_name=given, family_name="ตั้งใจ", post="นิติกร", phone="0811112222")
        for given in ("ก", "ข", "ค")
    ]
    with pytest.raises(QuotaFull):
        nominate_all(empty.places, three, by=empty.preparer, at=TOLD)
    assert (empty.names, empty.places.taken) == ([], 0)


def test_a_text_without_names_stays_and_is_told(unit):
    answered = read(unit, "ขอส่งรายชื่อภายในวันศุกร์")
    page = answered.content.decode()
    assert (answered.status_code, "ไม่พบรายชื่อ" in page, "ขอส่งรายชื่อภายในวันศุกร์" in page) == (422, True, True)


def test_numbers_of_identity_cards_are_left_out_and_it_is_said(unit):
    page = shown(read(unit, "นางสาวจิราพร คำดี 1-1037-02071-81-1 นิติกร"))
    assert "เลขประจำตัวประชาชน ๑ รายการ" in page
    assert "02071" not in page


def test_a_kept_list_is_shown_and_names_nobody(empty):
    answered = confirm(empty, rows_on(read(empty)) | {KEPT: "1"})
    assert (answered.status_code, empty.names, "จิราพร" in answered.content.decode()) == (200, [], True)


def test_rows_are_kept_when_the_answer_was_sent_meanwhile(unit):
    typed = rows_on(read(unit))
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    nobody_more = confirm(unit, typed | {"row-1-chosen": "on"})
    assert (nobody_more.status_code, "จิราพร" in nobody_more.content.decode()) == (409, True)


def test_only_where_names_are_asked_for_and_only_for_the_unit(unit):
    projects = reverse("responses:paste", args=[owed_by(unit.name, "propose").pk])
    assert browser("preparer").get(projects).status_code == 404
    for who in ("outsider", "owner"):
        assert browser(who).post(url_of(unit), form(text=LIST)).status_code == 404, who


def test_the_card_leads_there_while_there_are_places(unit):
    page = reverse("responses:answer", args=[unit.recipient.pk])
    assert url_of(unit) in browser("preparer").get(page).content.decode()
    unit.add()
    assert url_of(unit) not in browser("preparer").get(page).content.decode()
