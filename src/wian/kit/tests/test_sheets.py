"""A spreadsheet as it is opened and as it is printed, and the same for other programs."""

import csv as commas
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.utils import translation
from django.utils.translation import gettext
from openpyxl import load_workbook

from wian.kit.sheets import MONEY, PIECE, Value, csv, xlsx


def sheet(*rows: list[Value]) -> Any:
    answered = xlsx(["=เรื่อง", "ณ วันนี้"], ["ลำดับ", "ชื่อ"], rows, name="names")
    return load_workbook(BytesIO(answered.getvalue())).active


def lines(*rows: list[Value]) -> list[list[str]]:
    text = csv(["ลำดับ", "ชื่อ"], rows, name="names").getvalue().decode("utf-8-sig")
    return list(commas.reader(StringIO(text)))


def test_lines_of_title_a_header_and_the_rows():
    assert list(sheet([1, "ก"], [2, "ข"]).values) == [
        ("=เรื่อง", None),
        ("ณ วันนี้", None),
        ("ลำดับ", "ชื่อ"),
        (1, "ก"),
        (2, "ข"),
    ]


def test_it_prints_on_a4_landscape_as_wide_as_the_page_with_its_header_on_every_sheet():
    made = sheet()
    page = made.page_setup
    assert (page.orientation, int(page.paperSize)) == ("landscape", 9)
    assert (made.sheet_properties.pageSetUpPr.fitToPage, page.fitToWidth, page.fitToHeight) == (True, 1, 0)
    assert (made.print_title_rows, made.freeze_panes) == ("$3:$3", "A4")


def test_neither_title_nor_cell_is_a_formula_or_holds_what_the_format_forbids():
    made = sheet([1, "=1+1"], [2, "จิรา\u000bพร"], [3, "ก < ข & ค"])
    assert {made["A1"].data_type, made["B4"].data_type} == {"s"}
    assert made["B4"].quotePrefix
    assert (made["B5"].value, made["B6"].value) == ("จิราพร", "ก < ข & ค")


def test_money_looks_like_money_and_nothing_is_an_empty_cell():
    made = sheet([1, 1_234_567.5], [2, ""])
    assert (made["B4"].value, made["B4"].number_format) == (1_234_567.5, MONEY)
    assert made["B5"].value is None


def test_a_column_is_as_wide_as_its_words_without_their_marks():
    wide = "สำนักงานที่อยู่"
    made = sheet([1, wide], [2, "ข"])
    assert made.column_dimensions["A"].width < made.column_dimensions["B"].width < len(wide) + 2
    assert sheet([1, wide * 20]).column_dimensions["B"].width == 44


def test_however_many_rows_there_are_all_of_them_stand_in_order():
    many: list[list[Value]] = [[number, f"คนที่ {number}"] for number in range(2 * PIECE + 1)]
    assert [list(row) for row in sheet(*many).iter_rows(min_row=4, values_only=True)] == many
    assert lines(*many)[1:] == [[str(number), name] for number, name in many]


def test_the_same_for_other_programs_opens_in_excel_as_thai():
    answered = csv(["ลำดับ", "ชื่อ"], [[1, "ก, ข"], [2, 'นาย "ค"']], name="names")
    assert answered.headers["Content-Disposition"] == 'attachment; filename="names.csv"'
    assert answered.getvalue().startswith("\ufeffลำดับ,ชื่อ\r\n".encode())
    assert lines([1, "ก, ข"], [2, 'นาย "ค"'], [3, 1200.5]) == [
        ["ลำดับ", "ชื่อ"],
        ["1", "ก, ข"],
        ["2", 'นาย "ค"'],
        ["3", "1200.50"],
    ]


@pytest.mark.parametrize("typed", ["=1+1", "+66 2 555 0100", "-1", "@cmd", "\t=1", "\r=1"])
def test_nothing_in_it_is_taken_for_a_formula(typed):
    assert lines([-1, typed])[1] == ["-1", f"'{typed}"]


def test_it_speaks_the_language_of_the_page_while_it_is_sent():
    def rows():
        yield [1, gettext("recorded for the unit")]

    with translation.override("en"):
        answered = csv(["No.", ""], rows(), name="names")
    with translation.override("th"):
        assert b"recorded for the unit" in answered.getvalue()
        assert translation.get_language() == "th"
