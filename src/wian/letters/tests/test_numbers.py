"""The acts of a clerk on the registers: entering, reserving, cancelling, noting; and the registers as pages and files."""

from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from saraban.numerals import to_ascii
from saraban.typesetting.tests.look import words_on
from wian.accounts.tests.support import enter, form_on
from wian.directory.tests.support import written
from wian.files.tests.support import pdf
from wian.kit import clock
from wian.kit.actor import Actor
from wian.letters.commands.cancel_number import cancel_number
from wian.letters.commands.draw import draw
from wian.letters.commands.enter_out import enter_out, use_reserved
from wian.letters.commands.give_received_number import give_received_number
from wian.letters.commands.note_action import note_action
from wian.letters.commands.register_by_hand import register_by_hand
from wian.letters.commands.register_in import register_in
from wian.letters.commands.reserve_number import reserve_number
from wian.letters.models import Entry, Incoming, Series
from wian.letters.queries.registers import number_text, received_by, sent_by
from wian.letters.refusals import (
    MayNotNumber,
    MayNotWrite,
    NumberGivenBefore,
    NumberNotReserved,
    RegisteredBefore,
    ReservedForThePast,
)
from wian.letters.tests.support import DATE, NUMBER, new_letter

UNIT = "กองการคลังและพัสดุ"
FROM_OUTSIDE = {"subject": "ขอข้อมูลจุดบริการ", "sender": "จังหวัดริมธาร", "number": "รธ ๐๐๑๗/๔๔๐", "on": DATE}


@pytest.fixture
def unit(story):
    return story.cast.units[UNIT]


@pytest.fixture
def clerk(story) -> Actor:
    return story.cast.parts["clerk"]


def by_hand(unit, by: Actor, **facts) -> Incoming:
    return register_by_hand(unit, **{**FROM_OUTSIDE, **facts}, by=by, at=clock.now())


def reserved(unit, by: Actor, kind: str = Series.Kind.CIRCULAR) -> Entry:
    return reserve_number(unit, kind, on=clock.today(), reason="รอผู้ลงนาม", by=by, at=clock.now())


class TestEnter:
    def test_a_letter_from_outside_gets_the_next_number(self, unit, clerk):
        rows = [by_hand(unit, clerk), by_hand(unit, clerk, number="รธ ๐๐๑๗/๔๔๑")]
        assert [row.number for row in rows] == ["๑", "๒"]
        assert (rows[0].sender, rows[0].letter.subject) == ("จังหวัดริมธาร", "ขอข้อมูลจุดบริการ")

    def test_the_same_letter_may_reach_another_unit(self, story, unit, clerk):
        first = by_hand(unit, clerk)
        other = story.cast.units["กองสื่อสารองค์กร"]
        head = story.cast.heads["กองสื่อสารองค์กร"]
        assert by_hand(other, head, number="รธ 0017/440").letter == first.letter

    def test_the_same_letter_twice_is_refused(self, unit, clerk):
        by_hand(unit, clerk)
        with pytest.raises(RegisteredBefore):
            by_hand(unit, clerk)
        assert by_hand(unit, clerk, number="รธ ๐๐๑๗/๔๔๑").number == "๒"

    def test_orders_of_two_agencies_may_have_one_number(self, unit, clerk):
        first = by_hand(unit, clerk, number="๑๒/๒๕๖๙", subject="แต่งตั้งคณะทำงาน")
        other = by_hand(unit, clerk, number="12/2569", subject="มอบหมายหน้าที่", sender="จังหวัดชายเขา")
        assert (first.letter.subject, other.letter.subject) == ("แต่งตั้งคณะทำงาน", "มอบหมายหน้าที่")
        with pytest.raises(RegisteredBefore):
            by_hand(unit, clerk, number="12/2569")

    def test_the_copy_of_a_unit_is_for_its_readers(self, story, unit, clerk):
        row = by_hand(unit, clerk, upload=SimpleUploadedFile("scan.pdf", pdf()))
        url = reverse("letters:incoming_file", args=[row.pk])
        assert b"".join(enter("preparer").get(url)) == pdf()
        assert url in enter("auditor").get(reverse("letters:register"), {"unit": unit.pk}).content.decode()
        other = by_hand(story.cast.units["กองสื่อสารองค์กร"], story.cast.heads["กองสื่อสารองค์กร"])
        assert (other.letter, other.file) == (row.letter, None)
        assert enter("outsider").get(url).status_code == 404

    @pytest.mark.parametrize("part", ["preparer", "outsider", "auditor"])
    def test_others_give_no_numbers(self, story, unit, part):
        with pytest.raises(MayNotNumber):
            by_hand(unit, story.cast.parts[part])

    def test_on_the_page(self, unit):
        browser, url = enter("clerk"), reverse("letters:enter")
        typed = form_on(browser.get(url), url) | {**FROM_OUTSIDE, "on": "16/11/2569"}
        assert browser.post(url, typed).status_code == 302
        row = Incoming.objects.latest("pk")
        assert (row.unit, row.number, row.letter.date) == (unit, "๑", DATE)
        again = browser.post(url, {**typed, "recipient": "ผู้อำนวยการ"})
        assert again.status_code == 409
        assert "อยู่ในทะเบียน" in again.content.decode()


class TestReserve:
    def test_it_is_drawn_and_stays_with_its_reason(self, unit, clerk):
        with written() as entries:
            entry = reserved(unit, clerk)
        assert (entry.number, entry.state, entry.reason) == (1, Entry.State.RESERVED, "รอผู้ลงนาม")
        assert entries == [
            ("letters.number_reserved", {"entry": entry.pk, "series": "circular", "number": 1})
        ]
        assert draw(unit, Series.Kind.CIRCULAR, on=DATE).number == 2

    def test_it_is_used_once(self, unit, clerk):
        entry = reserved(unit, clerk)
        used = use_reserved(entry, new_letter(), recipient="ทุกกอง", by=clerk, at=clock.now())
        assert (used.state, used.subject, used.reason) == (Entry.State.USED, "การดูแลต้นไม้ใหญ่", "รอผู้ลงนาม")
        with pytest.raises(NumberNotReserved):
            cancel_number(entry, reason="ไม่ใช้แล้ว", by=clerk, at=clock.now())

    def test_cancelled_it_is_never_given_again(self, unit, clerk):
        entry = reserved(unit, clerk)
        cancel_number(entry, reason="เรื่องยุติ", by=clerk, at=clock.now())
        with pytest.raises(NumberNotReserved):
            use_reserved(entry, new_letter(), by=clerk, at=clock.now())
        assert draw(unit, Series.Kind.CIRCULAR, on=DATE).number == 2

    def test_only_who_gives_numbers_does(self, story, unit, clerk):
        entry = reserved(unit, clerk)
        for part in ("preparer", "outsider"):
            with pytest.raises(MayNotNumber):
                reserved(unit, story.cast.parts[part])
            with pytest.raises(MayNotNumber):
                cancel_number(entry, reason="x", by=story.cast.parts[part], at=clock.now())

    def test_on_the_pages(self, unit):
        browser = enter("clerk")
        url = reverse("letters:reserve")
        typed = form_on(browser.get(url), url) | {
            "kind": "order",
            "on": "1/12/2569",
            "reason": "ประธานจะลงนามวันจันทร์",
        }
        assert browser.post(url, typed).status_code == 302
        entry = Entry.objects.get(unit=unit)
        page = browser.get(reverse("letters:register_out")).content.decode()
        assert "๑/๒๕๖๙" in page
        assert "ประธานจะลงนามวันจันทร์" in page
        url = reverse("letters:cancel_number", args=[entry.pk])
        browser.post(url, form_on(browser.get(url), url) | {"reason": "เลื่อนไม่มีกำหนด"})
        assert "เลื่อนไม่มีกำหนด" in browser.get(reverse("letters:register_out")).content.decode()


class TestReceived:
    @pytest.mark.parametrize("words", ["รธ 0017/440", "440", "๔๔๐", "๗๗", "77", "จุดบริการ 5", "ริมธาร"])
    def test_words_and_numbers_are_found_in_any_digits(self, unit, clerk, words):
        row = by_hand(unit, clerk, subject="ขอข้อมูลจุดบริการ ๕ แห่ง")
        Incoming.objects.filter(pk=row.pk).update(number="๗๗")
        register_in(new_letter(), unit=unit, number="๗๗๗", by=clerk, at=clock.now())
        assert list(received_by(unit, year=2026, words=words)) == [row]


class TestReceivedNumber:
    def test_a_letter_without_one_gets_it_once(self, unit, clerk):
        row = register_in(new_letter(), unit=unit, by=clerk, at=clock.now())
        assert give_received_number(row, by=clerk, at=clock.now()) == "๑"
        with pytest.raises(NumberGivenBefore):
            give_received_number(row, by=clerk, at=clock.now())

    def test_what_was_refused_drew_no_number(self, unit, clerk):
        row = register_in(new_letter(), unit=unit, number="๘๘", by=clerk, at=clock.now())
        with pytest.raises(NumberGivenBefore):
            give_received_number(row, by=clerk, at=clock.now())
        assert not Series.objects.filter(kind=Series.Kind.RECEIVED, code=unit.code).exists()

    def test_who_only_prepares_does_not(self, story, unit, clerk):
        row = register_in(new_letter(), unit=unit, by=clerk, at=clock.now())
        with pytest.raises(MayNotNumber):
            give_received_number(row, by=story.cast.parts["preparer"], at=clock.now())

    def test_by_one_button(self, unit, clerk):
        row = register_in(new_letter(), unit=unit, by=clerk, at=clock.now())
        browser, url = enter("clerk"), reverse("letters:give_number", args=[row.pk])
        browser.post(url, form_on(browser.get(reverse("letters:register")), url))
        row.refresh_from_db()
        assert row.number == "๑"


class TestAction:
    def test_it_stands_in_the_register(self, unit, clerk):
        row = register_in(new_letter(), unit=unit, by=clerk, at=clock.now())
        browser, url = enter("preparer"), reverse("letters:action", args=[row.pk])
        browser.post(url, form_on(browser.get(url), url) | {"action": "มอบกลุ่มงานพัสดุดำเนินการ"})
        assert "มอบกลุ่มงานพัสดุ" in browser.get(reverse("letters:register")).content.decode()

    def test_another_unit_does_not_write_in_it(self, story, unit, clerk):
        row = register_in(new_letter(), unit=unit, by=clerk, at=clock.now())
        with pytest.raises(MayNotWrite):
            note_action(row, action="x", by=story.cast.parts["outsider"], at=clock.now())


@pytest.fixture
def sent(unit, clerk) -> list[Entry]:
    """Three letters sent and a number reserved."""
    entries = []
    for order, on in enumerate((clock.today(), clock.today(), date(2026, 1, 5)), start=1):
        drawn = draw(unit, Series.Kind.ORDINARY, on=on)
        letter = new_letter(f"บช ๐๒๐๓/{order}", on, subject=f"เรื่องที่ {order}")
        entries.append(enter_out(drawn, letter, on=on, recipient="จังหวัดริมธาร", by=clerk, at=clock.now()))
    return [*entries, reserved(unit, clerk)]


class TestSent:
    def test_words_and_numbers_are_found_in_any_digits(self, unit, sent):
        found = {"เรื่องที่ 2": 1, "เรื่องที่ ๒": 1, "๓": 1, "0203/1": 1, "รอผู้ลงนาม": 1, "ไม่มี": 0, "ที่": 3}
        assert {words: sent_by(unit, year=2026, words=words).count() for words in found} == found
        unused = sent[-1]
        assert list(sent_by(unit, year=2026, words=to_ascii(number_text(unused)))) == [unused]

    def test_one_series_alone(self, unit, sent):
        assert [entry.number for entry in sent_by(unit, year=2026, kind="circular")] == [1]
        assert not sent_by(unit, year=2025).exists()

    def test_what_was_entered_later_says_so(self, sent):
        page = enter("clerk").get(reverse("letters:register_out")).content.decode()
        assert page.count("ลงทะเบียนย้อนหลัง") == 1

    def test_as_a_spreadsheet_and_typeset(self, sent):
        browser, url = enter("clerk"), reverse("letters:register_out")
        answer = browser.get(url, {"as": "xlsx"})
        rows = list(openpyxl.load_workbook(BytesIO(b"".join(answer))).active.values)
        assert any("เรื่องที่ 2" in map(str, row) for row in rows)
        typeset = b"".join(browser.get(url, {"as": "pdf"}))
        assert "เรื่องที่๒" in words_on(typeset) or "เรื่องที่2" in words_on(typeset)
        assert UNIT in words_on(typeset)

    def test_more_letters_ask_no_more(self, story, unit, clerk, asks_no_more_with_more_rows):
        def add(count: int) -> None:
            for number in range(count):
                drawn = draw(unit, Series.Kind.ORDINARY, on=DATE)
                enter_out(drawn, new_letter(f"{NUMBER}{count}{number}"), on=DATE, by=clerk, at=clock.now())

        asks_no_more_with_more_rows(enter("clerk"), f"{reverse('letters:register_out')}?words=การดูแล", add)

    def test_an_auditor_chooses_the_unit(self, unit, sent):
        page = enter("auditor").get(reverse("letters:register_out"), {"unit": unit.pk}).content.decode()
        assert "เรื่องที่ ๒" in page or "เรื่องที่ 2" in page
        assert enter("outsider").get(reverse("letters:register_out"), {"unit": unit.pk}).status_code == 404


def test_no_number_is_reserved_for_a_day_that_is_over(unit, clerk):
    with pytest.raises(ReservedForThePast):
        reserve_number(
            unit,
            Series.Kind.ORDER,
            on=clock.today() - timedelta(days=1),
            reason="-",
            by=clerk,
            at=clock.now(),
        )
