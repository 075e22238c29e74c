"""Spreadsheets, written row by row."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

A4 = "9"  # as the format counts paper sizes
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@")
MONEY = "#,##0.00"
Value = str | int | float  # a float is an amount of money


def xlsx(
    title: Sequence[str], header: Sequence[str], rows: Iterable[Sequence[Value]], *, name: str
) -> HttpResponse:
    """A download called `name`.xlsx: lines of title, a header, the rows. Text stays text: no formula runs.

    It prints on A4 landscape, as wide as the page, with the header on every sheet.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    top = len(title) + 1
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for column, words in enumerate(header, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(len(words) + 2, 10), 44)
    sheet.column_dimensions["B"].width = 44
    for words in title:
        sheet.append([_cell(sheet, words, bold=True)])
    sheet.append([_cell(sheet, words, bold=True) for words in header])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    out = BytesIO()
    book.save(out)
    disposition = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    return HttpResponse(out.getvalue(), content_type=XLSX, headers=disposition)


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str) and value.startswith(FORMULA):
        cell.data_type = "s"
        cell.quotePrefix = True
    if isinstance(value, float):
        cell.number_format = MONEY
    if bold:
        cell.font = Font(bold=True)
    return cell
