"""A spreadsheet as it is opened and as it is printed."""

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from wian.kit.sheets import xlsx


def sheet(*rows: list[str | int]) -> Any:
    answered = xlsx(["=เรื่อง", "ณ วันนี้"], ["ลำดับ", "ชื่อ"], rows, name="names")
    return load_workbook(BytesIO(answered.content)).active


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
    made = sheet([1, "=1+1"], [2, "จิรา\u000bพร"])
    assert {made["A1"].data_type, made["B4"].data_type} == {"s"}
    assert made["B5"].value == "จิราพร"
