"""Whole letters: what a reader must find in them."""

from datetime import date, time

from saraban import Conflict, Pillar, Quota, Reading
from saraban.tests.support import reading_of


def conflicts(reading: Reading) -> list[tuple[str, str, str]]:
    return [(conflict.what, conflict.here, conflict.there) for conflict in reading.conflicts]


def counts(quotas: tuple[Quota, ...]) -> dict[str, int]:
    return {quota.unit: quota.count for quota in quotas}


class TestMemoWithAnnex:
    reading = reading_of("memo_with_annex")

    def test_head(self) -> None:
        read = self.reading
        assert (read.kind, read.circular, read.date) == ("memo", True, date(2022, 11, 3))
        assert read.number == "กนย ๐๑๐๒.๓/ว ๐๐๑๗"
        assert read.agency == "กรมพัฒนาเมืองน่าอยู่ สำนักยุทธศาสตร์เมือง"
        assert read.subject == "ผลการประชุมคณะทำงานเมืองคาร์บอนต่ำ ครั้งที่ ๓/๒๕๖๕"
        assert read.addressee == "ผู้อำนวยการสำนัก/กอง ในสังกัดกรมพัฒนาเมืองน่าอยู่"
        assert (read.signatory, read.position) == ("นางสาวพิมพ์ดาว แสงอุ่น", "อธิบดีกรมพัฒนาเมืองน่าอยู่")

    def test_two_asks_with_their_own_numbers_and_days(self) -> None:
        propose, nominate = self.reading.asks
        assert (propose.kind, propose.minimum, propose.maximum) == ("propose", 2, None)
        assert (propose.deadline, propose.deadline_time) == (date(2022, 11, 30), None)
        assert (nominate.kind, nominate.minimum, nominate.maximum) == ("nominate", 2, 2)
        assert (nominate.deadline, nominate.deadline_time) == (date(2022, 11, 18), time(16, 30))
        assert self.reading.deadlines == (date(2022, 11, 18), date(2022, 11, 30))

    def test_an_ask_spans_its_whole_point(self) -> None:
        text = self.reading.text
        for number, ask in zip("๑๒", self.reading.asks, strict=True):
            point = text[slice(*ask.span)]
            assert point.startswith(f"{number}. ")
            assert "\n" not in point
            assert ask.what in point

    def test_the_annex_wins_and_the_conflict_is_shown(self) -> None:
        assert counts(self.reading.quotas) == {
            "สำนักยุทธศาสตร์เมือง": 2,
            "กองผังเมืองชุมชน": 2,
            "กองพลังงานอาคาร": 2,
            "กลุ่มนิติการ": 1,
            "ศูนย์ข้อมูลเมือง": 1,
        }
        assert self.reading.recipients == tuple(counts(self.reading.quotas))
        assert conflicts(self.reading) == [
            ("quota", "หน่วยงานละ ๒ คน", "กลุ่มนิติการ, ศูนย์ข้อมูลเมือง: 1"),
            ("open-range", "อย่างน้อยหน่วยงานละ ๒ - ๓ โครงการ", "2"),
        ]

    def test_framework(self) -> None:
        assert self.reading.framework == (
            Pillar("การเดินทางสะอาด", ("ทางเท้าที่เดินได้จริง", "รถโดยสารไฟฟ้า", "จุดจอดจักรยานใหม่ ๆ")),
            Pillar("การใช้พลังงานในอาคาร", ("การวัดการใช้ไฟฟ้า", "การติดตั้งแผงรับแสงอาทิตย์")),
        )

    def test_whom_to_call(self) -> None:
        assert (self.reading.contact, self.reading.contact_phone) == ("นายภูผา ทองสว่าง", "080 000 0123")
        assert self.reading.phone == ("๐ ๒๙๙๙ ๐๑๒๓", "กนย ๗๑๒๓๔", "080 000 0123")
        assert self.reading.links == ("www.cities.example.go.th",)


def test_a_unit_named_twice_is_shown_even_with_a_lao_letter() -> None:
    reading = reading_of("memo_unit_twice")
    assert conflicts(reading) == [
        ("duplicate-unit", "กองผังเมืองชุมชน: 2", "กองผังเมือง ชุมชน: 1"),
        ("duplicate-unit", "กลุ่มราຊการสัมพันธ์: 1", "กลุ่มราชการสัมพันธ์: 1"),
        ("total", "รวมทั้งสิ้น ๗ คน", "6"),
    ]
    assert reading.quotas[2].unit == "กลุ่มราຊการสัมพันธ์"  # as written
    assert reading.deadlines == (date(2023, 1, 20),)  # not the days of the course


def test_an_annex_without_units() -> None:
    reading = reading_of("memo_empty_annex")
    assert reading.conflicts == (Conflict("empty-annex", "ส่วนราชการ จำนวนผู้แทน", ""),)
    (ask,) = reading.asks
    assert (ask.deadline, ask.deadline_phrase, ask.quota) == (None, "ภายใน ๗ วันทำการ", "จำนวน ๒ คน")
    assert not reading.circular


def test_a_day_that_cannot_be() -> None:
    reading = reading_of("memo_impossible_date")
    assert reading.date == date(2023, 1, 16)
    assert reading.deadlines == ()
    assert reading.asks[0].deadline_phrase == "ภายในวันที่ ๓๑ ก.พ. ๖๖"
    assert conflicts(reading) == [("impossible-date", "๓๑ ก.พ. ๖๖", "")]


def test_external_letter() -> None:
    reading = reading_of("external")
    assert (reading.kind, reading.urgency, reading.agency) == ("external", "ด่วนที่สุด", "กรมพัฒนาเมืองน่าอยู่")
    assert reading.date == date(2023, 6, 15)
    assert reading.enclosures == ("กำหนดการประชุม จำนวน ๑ ชุด", "แบบตอบรับ จำนวน ๑ ฉบับ")
    assert reading.references == ("หนังสือกรมพัฒนาเมืองน่าอยู่ ที่ กนย ๐๑๐๓/ว ๘๘ ลงวันที่ ๒ พฤษภาคม ๒๕๖๖",)
    assert reading.deadlines == (date(2023, 6, 30),)  # neither the meeting nor the day that had passed
    assert counts(reading.quotas) == {"จังหวัด": 2, "จังหวัดเมืองสมมุติ": 3}
    assert reading.position == "รองอธิบดี ปฏิบัติราชการแทน อธิบดีกรมพัฒนาเมืองน่าอยู่"
    assert reading.phone == ("๐ ๒๙๙๙ ๐๓๓๓ ต่อ ๑๒ - ๑๔",)  # no fax


def test_order_with_ascii_digits_and_short_months() -> None:
    reading = reading_of("order_ascii")
    assert (reading.kind, reading.number, reading.date) == ("order", "45/2565", date(2022, 11, 3))
    assert [(ask.kind, ask.deadline) for ask in reading.asks] == [
        ("other", None),
        ("report", date(2022, 11, 30)),
    ]
    assert reading.signatory == "นายกล้า ปัญญาดี"


def test_stamped_letter_and_minutes() -> None:
    stamped = reading_of("stamped")
    assert (stamped.kind, stamped.addressee, stamped.date) == (
        "stamped",
        "สำนักงานเมืองสมมุติ",
        date(2023, 4, 11),
    )
    assert stamped.asks[0].deadline_phrase == "โดยด่วน"
    minutes = reading_of("minutes")
    assert (minutes.kind, minutes.date, minutes.asks) == ("report", date(2022, 12, 12), ())


def test_news_in_the_words_of_a_letter_is_none() -> None:
    reading = reading_of("news")
    assert not reading.is_letter
    assert {key: value for key, value in reading.to_json().items() if value} == {
        "kind": "not-a-letter",
        "confidence": reading.confidence,
        "text": reading.text,
    }


def test_an_extension_gives_the_new_day_only() -> None:
    reading = reading_of("extension")
    assert reading.deadlines == (date(2022, 10, 31),)
    assert len(reading.references) == 2
    assert (reading.asks[0].minimum, reading.asks[0].maximum) == (None, 3)
    assert counts(reading.quotas) == {"เทศบาล": 3}


def test_an_invitation_that_wants_names_makes_two_asks() -> None:
    reading = reading_of("invitation")
    assert (reading.kind, reading.urgency, reading.date) == ("memo", "ด่วนมาก", date(2023, 1, 5))
    attend, nominate = reading.asks
    assert (attend.kind, attend.deadline) == ("attend", None)  # the day of a meeting is no deadline
    assert (nominate.kind, nominate.deadline, nominate.deadline_time) == (
        "nominate",
        date(2023, 1, 12),
        time(12),
    )
    assert attend.span == nominate.span


def test_a_window_ends_on_its_last_day() -> None:
    reading = reading_of("recruitment")
    assert (reading.kind, reading.subject) == ("announcement", "รับสมัครอาสาสมัครดูแลสวน")
    assert reading.deadlines == (date(2023, 5, 19),)  # the days of work are no deadline
