"""Letters as they are found: cut by a page, run together by a web page, asking in more than one place."""

from datetime import date as day

import pytest

from saraban import read

LETTER = """ด่วนมาก
ที่ สวน ๐๑๐๑/ว ๘๘
กรมสวนสาธารณะ
ถนนริมคลอง กรุงเทพฯ ๑๐๙๐๐
{date}
เรื่อง การดูแลสวนชุมชน
เรียน นายอำเภอทุกอำเภอ
{body}
จึงเรียนมาเพื่อโปรดดำเนินการ
ขอแสดงความนับถือ
(นางสมใจ รักษ์สวน)
อธิบดีกรมสวนสาธารณะ"""


@pytest.mark.parametrize("written", ["๙\nกรกฎาคม ๒๕๖๗", "๙ กรกฎาคม\n๒๕๖๗", "๙ กรกฎาคม ๒๕๖๗"])
def test_a_date_that_a_page_cut(written: str) -> None:
    body = "ด้วยกรมจะสำรวจสวนชุมชน จึงขอให้อำเภอส่งรายชื่อผู้ดูแลสวนภายในวันที่ ๑๙ กรกฎาคม ๒๕๖๗"
    reading = read(LETTER.format(date=written, body=body))
    assert (reading.date, reading.deadlines) == (day(2024, 7, 9), (day(2024, 7, 19),))


def test_how_to_answer_says_by_when() -> None:
    body = "จึงขอให้อำเภอส่งรายชื่อผู้ดูแลสวน\nโดยแจ้งรายชื่อทางไปรษณีย์อิเล็กทรอนิกส์ ภายในวันที่ ๑๙ กรกฎาคม ๒๕๖๗"
    asks = read(LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body=body)).asks
    assert [(ask.kind, ask.deadline) for ask in asks] == [("nominate", day(2024, 7, 19))]


def test_an_extension_asks_again_for_what_was_asked_before() -> None:
    body = (
        "ตามหนังสือที่อ้างถึง กรมขอให้อำเภอส่งรายชื่อผู้ดูแลสวนภายในวันที่ ๕ กรกฎาคม ๒๕๖๗ ความแจ้งแล้ว นั้น\n"
        "บัดนี้ ยังมีอำเภอที่มิได้ส่ง จึงขอขยายกำหนดเวลาเป็นภายในวันที่ ๑๙ กรกฎาคม ๒๕๖๗ และขอให้เสนอโครงการอำเภอละ ๑ โครงการ ภายในวันที่ ๒๖ กรกฎาคม ๒๕๖๗"
    )
    asks = read(LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body=body)).asks
    days = {ask.kind: ask.deadline for ask in asks}
    assert days == {"propose": day(2024, 7, 26), "nominate": day(2024, 7, 19)}


def test_a_letter_that_a_web_page_ran_together() -> None:
    body = "ด้วยกรมจะสำรวจสวนชุมชนทั่วประเทศในปีนี้ จึงขอให้อำเภอส่งรายชื่อผู้ดูแลสวน อำเภอละ ๒ คน ภายในวันที่ ๑๙ กรกฎาคม ๒๕๖๗"
    apart = read(LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body=body))
    glued = read(LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body=body).replace("\n", " "))
    same = (
        "kind",
        "agency",
        "number",
        "date",
        "subject",
        "addressee",
        "urgency",
        "deadlines",
        "signatory",
        "position",
    )
    assert {key: getattr(glued, key) for key in same} == {key: getattr(apart, key) for key in same}
    assert [(quota.unit, quota.count) for quota in glued.quotas] == [("อำเภอ", 2)]


def test_a_stamped_letter_with_its_reader_beside_its_number() -> None:
    text = """ที่ สวน ๐๑๐๑/ว ๙๐                     ถึง  สำนักงานเขตทุกเขต

ด้วยกรมสวนสาธารณะจะสำรวจสวน จึงขอให้สำนักงานเขตส่งรายชื่อผู้ดูแลสวนภายในวันที่ ๑๙ กรกฎาคม ๒๕๖๗

กรมสวนสาธารณะ
๙ กรกฎาคม ๒๕๖๗"""
    reading = read(text)
    assert (reading.kind, reading.number, reading.addressee) == (
        "stamped",
        "สวน ๐๑๐๑/ว ๙๐",
        "สำนักงานเขตทุกเขต",
    )
    assert (reading.date, reading.deadlines) == (day(2024, 7, 9), (day(2024, 7, 19),))


def test_a_paragraph_may_hold_two_lists() -> None:
    """The first only says what it is about; the second asks."""
    body = (
        "กรมดูแลสวน ๒ แบบ ได้แก่ (๑) สวนใหญ่ (๒) สวนเล็ก จึงขอให้อำเภอดำเนินการ ดังนี้ ๑) รายงานผลการสำรวจสวน ภายในวันที่ ๑๕ กรกฎาคม ๒๕๖๗ "
        "๒) แจ้งรายชื่อผู้ดูแลสวน ภายในวันที่ ๑๙ กรกฎาคม ๒๕๖๗"
    )
    asks = read(LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body=body)).asks
    assert [(ask.kind, ask.deadline) for ask in asks] == [
        ("report", day(2024, 7, 15)),
        ("nominate", day(2024, 7, 19)),
    ]


def test_a_street_behind_the_office_is_not_its_name() -> None:
    text = LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body="จึงขอให้อำเภอส่งรายชื่อ").replace(
        "\nถนนริมคลอง", " ถนนริมคลอง"
    )
    assert read(text).agency == "กรมสวนสาธารณะ"


@pytest.mark.parametrize(
    ("asked", "kind", "what"),
    [
        ("จึงขอให้อำเภอร่วมประชุมชี้แจง", "attend", "ร่วมประชุมชี้แจง"),
        ("จึงขอให้อำเภอที่ยังไม่รายงานเร่งดำเนินการให้แล้วเสร็จ", "other", "ดำเนินการให้แล้วเสร็จ"),
        ("จึงขอความร่วมมือสำนักงานส่งเสริมสวนแจ้งรายชื่อผู้ดูแล", "nominate", "แจ้งรายชื่อผู้ดูแล"),
        ("จึงขอให้อำเภอคัดเลือกแกนนำดูแลสวน", "nominate", "คัดเลือกแกนนำดูแลสวน"),
    ],
)
def test_where_the_words_of_an_ask_begin(asked: str, kind: str, what: str) -> None:
    (ask,) = read(LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body=asked + " ภายในวันที่ ๑๙ กรกฎาคม ๒๕๖๗")).asks
    assert (ask.kind, ask.what) == (kind, what)


def test_a_letter_that_breaks_off_behind_the_number_of_a_point() -> None:
    assert read(LETTER.format(date="๙ กรกฎาคม ๒๕๖๗", body="").split("จึงเรียน")[0] + "๑.").kind == "external"


def test_a_ruling_line_is_no_part_of_the_subject() -> None:
    text = "คำสั่งกรมสวนสาธารณะ\nที่ ๔๕/๒๕๖๗\nเรื่อง แต่งตั้งคณะทำงาน\n_______________\nเพื่อดูแลสวน จึงแต่งตั้งคณะทำงาน\nสั่ง ณ วันที่ ๒ กรกฎาคม พ.ศ. ๒๕๖๗"
    assert read(text).subject == "แต่งตั้งคณะทำงาน"


def test_a_bracket_with_a_telephone_is_no_part_of_the_office() -> None:
    text = "บันทึกข้อความ\nส่วนราชการ กองสวน (กลุ่มงานต้นไม้ โทร. ๑๒๓๔)\nที่ สวน ๐๑/ว ๒ วันที่ ๙ กรกฎาคม ๒๕๖๗\nเรื่อง การดูแลสวน\nเรียน หัวหน้ากลุ่ม\nจึงเรียนมาเพื่อทราบ"
    assert read(text).agency == "กองสวน"
