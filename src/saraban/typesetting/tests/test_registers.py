"""A register as a PDF: no row may make it fail."""

import pypdfium2 as pdfium

from saraban.typesetting import registers
from saraban.typesetting.registers import register_pdf

HEAD = ("เลขทะเบียน", "ที่", "เรื่อง")


def pages(*rows: tuple[str, str, str]) -> list[str]:
    """The letters on each page, without room."""
    with pdfium.PdfDocument(register_pdf(["ทะเบียนหนังสือส่ง", "กองแผนงาน"], HEAD, rows)) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_register_without_rows_has_its_head() -> None:
    [page] = pages()
    assert "เลขทะเบียน" in page


def test_what_the_font_does_not_have_is_marked() -> None:
    [page] = pages(("๑", "", "ขอบคุณ 😀 ครับ"))
    assert "ขอบคุณ?ครับ" in page


def test_what_was_typed_on_two_lines_is_one() -> None:
    [page] = pages(("๑", "", "มอบกลุ่มงานพัสดุ\r\nเก็บเข้าแฟ้ม"))
    assert "มอบกลุ่มงานพัสดุเก็บเข้าแฟ้ม" in page


def test_a_row_longer_than_a_page_goes_on() -> None:
    found = pages(("๑", "", "ขอให้รายงานผล " * 400), ("๒", "", "สุดท้าย"))
    assert len(found) > 1
    assert "สุดท้าย" in found[-1]
    assert sum(page.count("ขอให้รายงานผล") for page in found) == 400


def test_it_says_where_it_ends_early(monkeypatch) -> None:
    monkeypatch.setattr(registers, "MOST_ROWS", 2)
    [page] = pages(*((str(row), "", "เรื่อง") for row in range(3)))
    assert "แสดงเพียง๒รายการ" in page
