"""Spreadsheets, written row by row: however many there are, some hundreds are held at once."""

import csv as commas
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import get_language, override
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from wian.kit.downloads import download, flow

A4 = "9"  # as the format counts paper sizes
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MONEY = "#,##0.00"
PIECE = 500  # rows that are sent together
SEEN = 100  # rows that the widths of columns are taken from
NARROWEST, WIDEST = 6, 44  # characters
SHEET, ROWS_END = "xl/worksheets/sheet1.xml", b"</sheetData>"
Value = str | int | float  # a float is an amount of money


def xlsx(
    title: Sequence[str], header: Sequence[str], rows: Iterable[Sequence[Value]], *, name: str
) -> FileResponse:
    """A download called `name`.xlsx: lines of title, a header, the rows. Text stays text: no formula runs.

    It prints on A4 landscape, as wide as the page, with the header on every sheet. openpyxl makes everything but the rows,
    which would take it four times as long.
    """
    rows = iter(rows)
    first = list(islice(rows, SEEN))
    frame, written = _frame(title, header, first)
    out = BytesIO()  # packed, a row takes some thirty bytes
    with ZipFile(frame) as made, ZipFile(out, "w", ZIP_DEFLATED) as filled:
        for part in made.namelist():
            if part != SHEET:
                filled.writestr(part, made.read(part))
                continue
            before, end, after = made.read(part).partition(ROWS_END)
            with filled.open(part, "w") as sheet:
                sheet.write(before)
                for piece in written.pieces(chain(first, rows), below=len(title) + 1):
                    sheet.write(piece)
                sheet.write(end + after)
    out.seek(0)
    return download(out, name=f"{name}.xlsx", type_=XLSX)


def csv(header: Sequence[str], rows: Iterable[Sequence[Value]], *, name: str) -> StreamingHttpResponse:
    """A download called `name`.csv: a header and the rows, sent while they are read, in the language of the page.

    What a spreadsheet would take for a formula gets an apostrophe in front, telephone numbers with a plus as well.
    """
    return flow(_lines(header, rows, get_language()), name=f"{name}.csv", type_=CSV)


def _lines(header: Sequence[str], rows: Iterable[Sequence[Value]], language: str | None) -> Iterator[bytes]:
    out = StringIO(BOM)
    out.seek(len(BOM))
    writer = commas.writer(out)
    writer.writerow(map(_plain, header))
    rows = iter(rows)
    more = True
    while more:
        with override(language):  # between the pieces this thread belongs to nobody's language
            piece = list(islice(rows, PIECE))
        writer.writerows([_plain(value) for value in row] for row in piece)
        yield out.getvalue().encode()
        out.seek(0)
        out.truncate()
        more = len(piece) == PIECE


def _plain(value: Value) -> Value:
    if isinstance(value, float):
        return f"{value:.2f}"
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _frame(
    title: Sequence[str], header: Sequence[str], first: Sequence[Sequence[Value]]
) -> tuple[BytesIO, "_Rows"]:
    """The whole file without its rows, and how rows are written into it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    top = len(title) + 1
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for column, words in enumerate(zip(header, *first, strict=True), start=1):
        width = max(map(_width, words)) + 2
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width, NARROWEST), WIDEST)
    for line in (*([words] for words in title), header):
        sheet.append([_cell(sheet, words, font=Font(bold=True)) for words in line])
    money = _cell(sheet, 0.0, number_format=MONEY).style_id
    quoted = _cell(sheet, "=", quotePrefix=True).style_id
    out = BytesIO()
    book.save(out)
    return out, _Rows(len(header), money, quoted)


def _cell(sheet: Any, value: Value, **look: Any) -> Any:
    cell = WriteOnlyCell(sheet, value=_legal(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    for name, worth in look.items():
        setattr(cell, name, worth)
    return cell


class _Rows:
    """Rows as the format writes them. `money` and `quoted` are the numbers of two looks of cells."""

    def __init__(self, columns: int, money: int, quoted: int) -> None:
        self.columns = [get_column_letter(column) for column in range(1, columns + 1)]
        self.money, self.quoted = money, quoted

    def pieces(self, rows: Iterable[Sequence[Value]], *, below: int) -> Iterator[bytes]:
        """Many rows at a time, the first of them in the row after `below`."""
        numbered = enumerate(rows, start=below + 1)
        while piece := list(islice(numbered, PIECE)):
            yield "".join(self._row(number, row) for number, row in piece).encode()

    def _row(self, number: int, row: Sequence[Value]) -> str:
        cells = (
            self._value(f"{column}{number}", value) for column, value in zip(self.columns, row, strict=True)
        )
        return f'<row r="{number}">{"".join(cells)}</row>'

    def _value(self, place: str, value: Value) -> str:
        if not isinstance(value, str):
            look = f' s="{self.money}"' if isinstance(value, float) else ""
            return f'<c r="{place}"{look}><v>{value}</v></c>'
        if not value:
            return ""
        look = f' s="{self.quoted}"' if value.startswith(FORMULA) else ""
        text = escape(_legal(value))
        return f'<c r="{place}"{look} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


LONGEST = 32_767  # letters in a cell; with more the file counts as damaged


def _legal(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]


def _width(value: Value) -> int:
    """In letters: marks above and below take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in str(value))
