import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban.dates import find_dates, parse_date, thai_date
from saraban.errors import ImpossibleDate, NotADate
from saraban.tests.support import unhurried

DAYS = st.dates(date(1900, 1, 1), date(2300, 12, 31))


@unhurried
@given(DAYS, st.booleans(), st.booleans(), st.booleans())
def test_what_is_written_is_read_again(day: date, short: bool, weekday: bool, thai_digits: bool) -> None:
    assert parse_date(thai_date(day, short=short, weekday=weekday, thai_digits=thai_digits)) == day


@pytest.mark.parametrize(
    "written",
    [
        "๙ พฤศจิกายน ๒๕๖๕", "9 พ.ย. 65", "๙ พย ๖๕", "วันพุธที่ ๙ พ.ย. พ.ศ. ๒๕๖๕", "9/11/65", "09/11/2022", "๙-๑๑-๒๕๖๕",
        "2022-11-09", "2565-11-09", "วันที่ 9 เดือนพฤศจิกายน พุทธศักราช 2565", "9 พฤศจิกายน ค.ศ. 2022", " ๙ พฤศจิกายน 2565 ",
        "๙\u00a0พ.ย.\u200b ๒๕๖๕",
    ],
)  # fmt: skip
def test_forms_in_which_one_day_is_written(written: str) -> None:
    assert parse_date(written) == date(2022, 11, 9)


@pytest.mark.parametrize("written", ["๓๑ ก.พ. ๒๕๖๕", "31 กุมภาพันธ์ 65", "30/2/65", "๒๙ ก.พ. ๒๕๖๖", "0/1/2565"])
def test_a_day_that_no_calendar_has(written: str) -> None:
    with pytest.raises(ImpossibleDate):
        parse_date(written)


@pytest.mark.parametrize("written", ["", "พรุ่งนี้", "ครั้งที่ ๓/๒๕๖๕", "๙ พฤศจิกายน", "กนย ๐๑๐๒/ว ๑๗", "วันที่"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(NotADate):
        parse_date(written)


@unhurried
@given(st.text())
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    with contextlib.suppress(NotADate, ImpossibleDate):
        assert isinstance(parse_date(text), date)


def test_dates_are_found_where_they_stand() -> None:
    text = "ประชุมครั้งที่ ๓/๒๕๖๕ เมื่อวันที่ ๑๔ ตุลาคม ๒๕๖๕ เวลา ๐๙.๓๐ น. ส่งภายใน 30 พ.ย. 65 หรือ ๓๑ ก.พ. ๖๖"
    found = find_dates(text)
    assert [text[each.start : each.end] for each in found] == ["๑๔ ตุลาคม ๒๕๖๕", "30 พ.ย. 65", "๓๑ ก.พ. ๖๖"]
    assert [each.date for each in found] == [date(2022, 10, 14), date(2022, 11, 30), None]


def test_a_time_of_day_is_not_a_year() -> None:
    assert find_dates("วันที่ ๑๔ ตุลาคม ๐๙.๓๐ น.") == []
    assert [each.date for each in find_dates("๑๔ ตุลาคม ๐๙.๓๐ น.", default_year=2022)] == [date(2022, 10, 14)]
