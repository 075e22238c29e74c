"""A paper as a Word file: its words, its figures, and what was typed to do harm."""

from __future__ import annotations

import dataclasses as dc
import struct
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Cm, Pt

from saraban import Reading, read
from saraban.errors import Unprintable
from saraban.paper import (
    KINDS,
    Annex,
    Block,
    OfficeCopy,
    Signatory,
    Table,
    body_of,
    example,
    printed,
    text_of,
)  # fmt: skip
from saraban.reading.sources import source_of
from saraban.typesetting.docx import docx_of
from saraban.typesetting.docx_body import widths_of
from saraban.typesetting.docx_emblem import png_of, shape_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="20" cy="10" r="9"/></svg>'
HOSTILE = (
    '"><w:p/>]]> & &amp; <script>alert(1)</script>',
    '{{7*7}} {% for %} #read("/etc/passwd") $x$ *b* @ref',
    "../../etc/passwd =cmd|' /C calc'!A0 </w:t></w:r>",
)


def words(text: str) -> str:
    return "".join(text.split())


def facts(reading: Reading) -> dict[str, Any]:
    """All that was read, but not where it stood."""
    said = reading.to_json()
    return {key: said[key] for key in said.keys() - {"text", "spans", "confidence"}}


def styled(data: bytes, text: str) -> Any:
    """The first paragraph with these words."""
    return next(one for one in Document(BytesIO(data)).paragraphs if text in one.text)


def parts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


class TestWords:
    @pytest.mark.parametrize("kind", KINDS)
    def test_the_file_says_what_the_paper_says(self, kind: str) -> None:
        paper = example(kind)
        read_back = source_of(docx_of(paper)).text
        assert words(read_back) == words(text_of(printed(paper)))
        assert facts(read(read_back)) == facts(read(text_of(printed(paper))))

    def test_a_memo_is_read_as_it_was_written(self) -> None:
        paper = example("memo")
        reading = read(source_of(docx_of(paper)).text)
        assert (reading.kind, reading.number, reading.date) == ("memo", paper.number, paper.date)
        assert (reading.subject, reading.addressee) == (paper.subject, paper.addressee)
        assert (reading.urgency, reading.signatory) == (paper.urgency, paper.signatory.name)
        assert [ask.kind for ask in reading.asks] == ["nominate", "propose"]
        assert [quota.count for quota in reading.quotas] == [2, 2, 2, 1]

    @pytest.mark.parametrize("kind", KINDS)
    def test_what_a_kind_has_not_got_yet_is_left_out(self, kind: str) -> None:
        paper = dc.replace(example(kind), number="", date=None, body=(), signatory=Signatory(), urgency="")
        assert words(source_of(docx_of(paper)).text) == words(text_of(printed(paper)))

    def test_secrecy_stands_above_and_below_every_page_and_is_read_once(self) -> None:
        paper = dc.replace(example("external"), secrecy="ลับมาก")
        edges = [text for name, text in parts(docx_of(paper)).items() if "header" in name or "footer" in name]
        assert len(edges) == 4
        assert all("ลับมาก" in edge for edge in edges)
        text = source_of(docx_of(paper)).text
        assert words(text) == words(text_of(printed(paper)))
        assert read(text).secrecy == "ลับมาก"

    @pytest.mark.parametrize("acting", ["", "acting_government", "acting_post", "on_behalf"])
    def test_who_acts_for_another_signs_with_both_posts(self, acting: str) -> None:
        who = Signatory("นางแก้ว ใจดี", "รองอธิบดี", acting, "อธิบดีกรมสวนสาธารณะ" if acting else "")
        paper = dc.replace(example("memo"), signatory=who, signed_as="ลงนามด้วยบัญชีผู้ใช้")
        assert words(source_of(docx_of(paper)).text) == words(text_of(printed(paper)))

    @pytest.mark.parametrize("kind", KINDS)
    def test_what_an_electronic_signature_is_stands_on_every_kind(self, kind: str) -> None:
        paper = dc.replace(example(kind), signed_as="ลงนามด้วยบัญชีผู้ใช้")
        assert words(source_of(docx_of(paper)).text) == words(text_of(printed(paper)))

    def test_an_office_copy_bears_the_names_of_its_makers(self) -> None:
        paper = dc.replace(example("order"), office_copy=OfficeCopy("นายร่าง", "", "นางตรวจ"))
        assert source_of(docx_of(paper)).text.endswith("ร่าง นายร่าง\nตรวจ นางตรวจ")

    def test_addresses_of_qr_codes_are_left_out(self) -> None:
        paper = dc.replace(
            example("memo"), answer_url="https://a.example/x", verify_url="https://v.example/y"
        )
        assert docx_of(paper) == docx_of(example("memo"))


class TestHarm:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_code_stays_text(self, text: str) -> None:
        table = Block("table", table=Table(("ที่", text), (("๑", text),)))
        memo = example("memo")
        paper = dc.replace(memo, subject=text, body=(Block("paragraph", text), table), agency=text)
        told = source_of(docx_of(paper)).text
        assert words(told) == words(text_of(printed(paper)))
        assert words(printed(paper).subject) in words(told)

    def test_what_cannot_be_printed_is_refused_by_name(self) -> None:
        with pytest.raises(Unprintable):
            docx_of(dc.replace(example("memo"), subject="ประชุม\x07"))

    def test_a_large_table_is_whole(self) -> None:
        rows = tuple((str(n), f"หน่วยงานที่ {n}", "๒") for n in range(1, 401))
        annex = Annex("บัญชีแนบท้าย", (Block("table", table=Table(("ลำดับ", "หน่วยงาน", "จำนวน"), rows)),))
        paper = dc.replace(example("memo"), annexes=(annex,))
        assert words(source_of(docx_of(paper)).text) == words(text_of(printed(paper)))
        (made,) = Document(BytesIO(docx_of(paper))).tables
        assert len(made.rows) == 401

    def test_the_same_paper_gives_the_same_file_without_a_time_of_day(self) -> None:
        with ZipFile(BytesIO(docx_of(example("memo")))) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert docx_of(example("memo")) == docx_of(example("memo"))


class TestFigures:
    def test_the_page_is_a4_with_the_margins_of_official_paper(self) -> None:
        (section,) = Document(BytesIO(docx_of(example("memo")))).sections
        lengths = (
            section.page_width, section.page_height, section.left_margin, section.right_margin,
            section.top_margin, section.bottom_margin,
        )  # fmt: skip
        assert [round(length / Cm(1), 1) for length in lengths if length] == [21, 29.7, 3, 2, 2.5, 2]

    def test_later_pages_bear_their_number_in_thai_digits(self) -> None:
        (section,) = Document(BytesIO(docx_of(example("memo")))).sections
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == ""
        header = section.header._element
        assert [one.get(f"{W}instr") for one in header.iter(f"{W}fldSimple")] == [r"PAGE \* THAIARABIC"]
        assert "".join(one.text for one in header.iter(f"{W}t")) == "- ๒ -"

    def test_letters_of_every_script_are_of_the_official_font(self) -> None:
        styles = Document(BytesIO(docx_of(example("memo")))).styles.element
        (fonts,) = styles.iter(f"{W}rFonts")
        assert set(fonts.attrib.values()) == {"TH SarabunPSK"}
        assert all(one.tag.endswith("}szCs") for size in styles.iter(f"{W}sz") for one in [size.getnext()])
        (language,) = styles.iter(f"{W}lang")
        assert (language.get(f"{W}val"), language.get(f"{W}bidi")) == ("en-US", "th-TH")

    def test_the_head_of_a_memo_has_its_sizes(self) -> None:
        data = docx_of(example("memo"))
        title = styled(data, "บันทึกข้อความ").style
        assert (title.font.size, title.font.bold) == (Pt(29), True)
        assert title.paragraph_format.line_spacing == Pt(35)
        agency = styled(data, "ส่วนราชการ")
        assert (agency.runs[0].font.size, agency.runs[0].font.bold) == (Pt(20), True)
        assert [stop.leader for stop in agency.style.paragraph_format.tab_stops] == [1]  # dots

    def test_paragraphs_are_set_in_and_spread_the_thai_way(self) -> None:
        style = styled(docx_of(example("memo")), "ด้วย").style
        assert round(style.paragraph_format.first_line_indent / Cm(1), 1) == 2.5
        assert style.paragraph_format.space_before == Pt(6)
        assert style.element.pPr.find(f"{W}jc").get(f"{W}val") == "thaiDistribute"

    def test_a_point_of_a_point_is_set_in_further(self) -> None:
        data = docx_of(dc.replace(example("order"), body=body_of("๑. องค์ประกอบ\n๑.๑ ปลัดกระทรวง")))
        assert styled(data, "๑.๑").paragraph_format.first_line_indent > Cm(3)

    def test_a_signature_stays_with_the_last_paragraph(self) -> None:
        data = docx_of(example("memo"))
        assert styled(data, "จึงเรียนมา").paragraph_format.keep_with_next
        assert styled(data, "(นายบดินทร์").style.paragraph_format.keep_together

    def test_an_annex_begins_a_page_and_its_head_is_repeated(self) -> None:
        data = docx_of(example("memo"))
        assert styled(data, "บัญชีจำนวน").paragraph_format.page_break_before
        (table,) = Document(BytesIO(data)).tables
        heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]

    def test_the_file_says_that_it_is_not_the_copy_that_counts(self) -> None:
        properties = Document(BytesIO(docx_of(example("memo")))).core_properties
        assert "PDF" in properties.comments
        assert properties.title == example("memo").subject


class TestColumns:
    def test_together_they_are_as_wide_as_the_text_and_the_longest_words_get_most(self) -> None:
        widths = widths_of(Table(("ที่", "หน่วยงาน", "จำนวน"), (("๑", "กองบริหารทรัพยากรบุคคล", "๒"),)))
        assert sum(widths) == pytest.approx(16)
        assert widths[1] > widths[2] > widths[0]

    def test_long_columns_share_what_short_ones_leave(self) -> None:
        first, second, third = widths_of(Table(("ที่", "ก", "ข"), (("๑", "ก" * 300, "ข" * 100),)))
        assert first < 1.5
        assert second == pytest.approx(third)
        assert first + second + third == pytest.approx(16)


class TestEmblem:
    def test_a_png_stays_as_it_is(self) -> None:
        mark = png_of(None)
        with ZipFile(BytesIO(docx_of(example("memo"), emblem=mark))) as archive:
            assert archive.read("word/media/emblem.png") == mark

    @pytest.mark.parametrize(("kind", "height"), [("memo", 1.5), ("external", 3), ("order", 3)])
    def test_an_svg_is_drawn_as_high_as_the_form_wants(self, kind: str, height: float) -> None:
        document = Document(BytesIO(docx_of(example(kind), emblem=SVG)))
        (extent,) = document.element.iter("{*}extent")
        assert int(extent.get("cy")) == Cm(height)
        assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(2, rel=0.01)
        (drawing,) = document.element.iter("{*}docPr")
        assert drawing.get("descr") == "ตราครุฑ"

    def test_without_one_the_place_says_that_it_is_a_sample(self) -> None:
        document = Document(BytesIO(docx_of(example("memo"))))
        assert "ตัวอย่าง" in next(document.element.iter("{*}docPr")).get("descr")

    def test_minutes_bear_none(self) -> None:
        assert not list(Document(BytesIO(docx_of(example("minutes"), emblem=SVG))).element.iter("{*}drawing"))

    @pytest.mark.parametrize(
        "emblem",
        [b"", b"\xff\xfe", b"\x89PNG\r\n\x1a\n", SVG[:40], SVG.replace(b"<circle", b'<image href="/etc/hostname"/><circle')],
        ids=["empty", "bytes", "cut-png", "cut-svg", "svg-of-a-file"],
    )  # fmt: skip
    def test_what_is_no_picture_is_refused(self, emblem: bytes) -> None:
        with pytest.raises(ValueError, match=r"no (PNG|SVG)"):
            docx_of(example("memo"), emblem=emblem)

    def test_a_shape_is_width_by_height(self) -> None:
        assert shape_of(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 30, 20)) == 1.5
