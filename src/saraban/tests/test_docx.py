"""Word files: what a reader of the page would see, and nothing that could harm."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from saraban import Unreadable, read
from saraban.cli import main
from saraban.reading import package
from saraban.reading.sources import MOST_BYTES, MOST_LETTERS, decode
from saraban.tests.support import NAMES, text_of, unhurried
from saraban.tests.word import (
    MAIN,
    TYPES,
    document,
    element,
    level,
    lines,
    numbered,
    numbering,
    packed,
    paragraph,
    saved,
    typed,
)  # fmt: skip


def why(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    return caught.value.code


class TestSeen:
    @pytest.mark.parametrize("name", NAMES)
    def test_a_letter_typed_in_word_says_what_it_says_as_text(self, name: str) -> None:
        places = {"text", "spans"}
        facts, again = read(text_of(name)).to_json(), read(decode(typed(text_of(name)))).to_json()
        assert {key: again[key] for key in again.keys() - places} == {
            key: facts[key] for key in facts.keys() - places
        }

    def test_paragraphs_and_tables_stand_in_their_order(self) -> None:
        made = Document()
        made.add_paragraph("ก่อน")
        table = made.add_table(2, 2)
        for cell, words in zip(table._cells, ["กองคลัง", "๒ คน", "กองช่าง\nอาคาร ๒", "๑\tคน"], strict=True):
            cell.text = words
        made.add_paragraph("หลัง")
        assert decode(saved(made)).split("\n") == ["ก่อน", "กองคลัง\t๒ คน", "กองช่าง อาคาร ๒\t๑ คน", "หลัง"]

    def test_lists_that_stand_side_by_side_in_one_row_are_rows(self) -> None:
        table = (made := Document()).add_table(1, 3)
        for cell, words in zip(table._cells, ["กองคลัง\nกองช่าง", "๒ คน\n๑ คน", "ส่วนกลาง"], strict=True):
            cell.text = words
        assert decode(saved(made)).split("\n") == ["กองคลัง\t๒ คน\tส่วนกลาง", "กองช่าง\t๑ คน"]

    def test_a_frame_of_one_cell_keeps_its_lines(self) -> None:
        (made := Document()).add_table(1, 1).cell(0, 0).text = "บันทึกข้อความ\nเรื่อง น้ำ"
        assert decode(saved(made)).split("\n") == ["บันทึกข้อความ", "เรื่อง น้ำ"]

    def test_a_table_in_a_cell_is_part_of_it(self) -> None:
        outer = (made := Document()).add_table(1, 2)
        inner = outer.cell(0, 0).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text, outer.cell(0, 1).text = "ก", "ข", "ค"
        assert decode(saved(made)) == "ก ข\tค"

    def test_breaks_and_tabs(self) -> None:
        run = (made := Document()).add_paragraph("ที่ ๑").add_run()
        run.add_tab()
        run.add_text("วันที่ ๒")
        run.add_break()
        run.add_text("เรื่อง")
        assert decode(saved(made)) == "ที่ ๑\tวันที่ ๒\nเรื่อง"

    def test_the_first_pages_header_comes_first_and_a_page_number_is_none(self) -> None:
        section = (made := Document()).sections[0]
        made.add_paragraph("เรียน")
        section.header.paragraphs[0].text = "หัวกระดาษ"
        section.header.add_paragraph("- ๒ -")
        assert decode(saved(made)) == "หัวกระดาษ\nเรียน"
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "ด่วนที่สุด"
        assert decode(saved(made)) == "ด่วนที่สุด\nเรียน"

    def test_the_footer_comes_last(self) -> None:
        section = (made := Document()).sections[0]
        made.add_paragraph("เรียน")
        section.footer.paragraphs[0].text = "โทร. ๐ ๒๙๙๙ ๐๑๒๓"
        section.footer.add_paragraph("- ๒ -")
        assert decode(saved(made)) == "เรียน\nโทร. ๐ ๒๙๙๙ ๐๑๒๓"

    def test_a_text_box_is_told_once_before_its_paragraph(self) -> None:
        box = f"<w:drawing><w:txbxContent>{paragraph('ด่วนมาก')}</w:txbxContent></w:drawing>"
        old = f"<w:pict><w:txbxContent>{paragraph('ด่วนมาก')}</w:txbxContent></w:pict>"
        both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
        assert lines(f"<w:p><w:r>{both}</w:r><w:r><w:t>เรียน</w:t></w:r></w:p>") == ["ด่วนมาก", "เรียน"]

    def test_what_was_deleted_moved_or_hidden_is_not_there(self) -> None:
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>"
        shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>เห็น</w:t></w:r>'
        gone = "<w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom>"
        added = "<w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>"
        assert lines(f"<w:p>{hidden}{shown}{gone}{added}</w:p>") == ["เห็นเพิ่ม"]

    def test_fields_and_controls_show_their_result(self) -> None:
        field = "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>๕</w:t></w:r></w:hyperlink>"
        control = f"<w:sdt><w:sdtContent>{paragraph('กรอกแล้ว')}</w:sdtContent></w:sdt>"
        assert lines(f"<w:p>{field}</w:p>{control}") == ["๕", "กรอกแล้ว"]

    def test_the_main_part_may_have_another_name(self) -> None:
        parts = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></R>',
            "word/document2.xml": f'<w:document xmlns:w="urn:w"><w:body>{paragraph("เรียน")}</w:body></w:document>',
        }
        assert decode(packed(parts)) == "เรียน"

    def test_the_command_reads_it(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (file := tmp_path / "letter.doc").write_bytes(typed(text_of("memo_with_annex")))
        assert main(["read", str(file), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["kind"] == "memo"


W = '<w:document xmlns:w="urn:w"><w:body>{}</w:body></w:document>'


class TestRefused:
    @pytest.mark.parametrize(
        ("parts", "code"),
        [
            ({"a.txt": "hello"}, "archive"),
            ({"xl/workbook.xml": "<workbook/>", "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></R>'}, "archive"),
            ({MAIN: "<w:document"}, "damaged"),
            ({MAIN: W.format("") + "x"}, "damaged"),
            ({MAIN: "<?xml version='1.0' encoding='nonsense'?>" + W.format("")}, "damaged"),
            ({MAIN: W.format("")}, "empty"),
            ({MAIN: "<other/>"}, "archive"),
            ({MAIN: '<!DOCTYPE a [<!ENTITY b "&#x0e01;">]>' + W.format("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")}, "damaged"),
            ({MAIN: ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "file:///etc/passwd">' + W.format("")).encode("utf-16")}, "damaged"),
            ({MAIN: W.format(paragraph("ก")), "[Content_Types].xml": TYPES.replace("document.main", "document.macroEnabled.main")}, "macros"),
            ({MAIN: W.format(paragraph("ก")), "[Content_Types].xml": TYPES + "application/vnd.ms-office.vbaProject"}, "macros"),
            ({MAIN: W.format("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000)}, "damaged"),
            ({MAIN: W.format("<w:p>" + "<w:r>" * 5000 + "</w:r>" * 5000 + "</w:p>")}, "damaged"),
        ],
        ids=[
            "zip", "xlsx", "torn", "more after it", "encoding", "nothing in it", "no Word", "entity",
            "outside", "docm", "macros", "tables in tables", "runs in runs",
        ],
    )  # fmt: skip
    def test_what_is_no_honest_word_file(self, parts: dict[str, str | bytes], code: str) -> None:
        assert why(packed(parts)) == code

    def test_a_bomb_is_not_unpacked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        bomb = packed({MAIN: W.format(paragraph("ก")), "word/media/image1.png": b"\0" * 3000})
        monkeypatch.setattr(package, "MOST_UNPACKED", len(W) + 2000)
        monkeypatch.setattr(ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
        assert why(bomb) == "too-large"

    def test_no_part_is_parsed_that_is_too_large(self) -> None:
        assert why(packed({MAIN: " " * (package.MOST_PART + 1)})) == "too-large"

    def test_a_size_that_is_a_lie_is_damage(self) -> None:
        whole = packed({MAIN: W.format(paragraph("ก" * 5000))})
        size = len(W.format(paragraph("ก" * 5000)).encode()).to_bytes(4, "little")
        assert why(whole.replace(size, (100).to_bytes(4, "little"))) == "damaged"

    def test_another_packing_is_damage(self, tmp_path: Path) -> None:
        with ZipFile(tmp_path / "x", "w", ZIP_LZMA) as archive:
            archive.writestr(MAIN, W.format(paragraph("ก")))
        assert why((tmp_path / "x").read_bytes()) == "damaged"

    def test_a_password_is_told(self) -> None:
        locked = bytearray(packed({MAIN: W.format(paragraph("ก"))}))
        locked[locked.index(b"PK\x01\x02") + 8] |= 1
        assert why(bytes(locked)) == "encrypted"
        assert why(b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")) == "encrypted"

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"MZ\x90\x00\x03\x00", "binary"),
            (b"PK\x05\x06" + b"\0" * 18, "archive"),
            ("เรียน\0".encode("utf-16"), "binary"),
            (b"a" * (MOST_BYTES + 1), "too-large"),
            (b"a" * (MOST_LETTERS + 1), "too-large"),
        ],
        ids=["program", "empty zip", "nul in utf-16", "21 MB", "a million letters"],
    )
    def test_other_files(self, data: bytes, code: str) -> None:
        assert why(data) == code

    @unhurried
    @given(st.data())
    def test_a_file_that_was_harmed_is_read_or_refused_by_name(self, data: st.DataObject) -> None:
        harmed = bytearray(WHOLE)
        for _ in range(data.draw(st.integers(1, 8))):
            harmed[data.draw(st.integers(0, len(harmed) - 1))] = data.draw(st.integers(0, 255))
        del harmed[data.draw(st.integers(len(harmed) // 2, len(harmed))) :]
        with suppress(Unreadable):
            assert decode(bytes(harmed))


WHOLE = document(numbered("เรียน") + paragraph("ขอเชิญ"), numbering=numbering(level("thaiNumbers", "%1.")))


def test_an_unknown_element_hides_nothing() -> None:
    made = Document()
    made.element.body.insert(0, element("<w:customXml><w:p><w:r><w:t>เรียน</w:t></w:r></w:p></w:customXml>"))
    assert decode(saved(made)) == "เรียน"
