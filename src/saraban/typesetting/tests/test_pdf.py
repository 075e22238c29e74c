"""What stands on the pages, and where: read back from the PDF. Figures: the printing explanation of 2553 to the Regulation on Correspondence."""

import dataclasses as dc
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from saraban.paper import (
    KINDS,
    Annex,
    Block,
    OfficeCopy,
    Paper,
    Signatory,
    Table,
    body_of,
    example,
    printed,
    text_of,
)
from saraban.typesetting.breaks import words_of
from saraban.typesetting.lines import lines_of
from saraban.typesetting.pdf import pdf_of, pngs_of, source_of_pdf
from saraban.typesetting.tests.look import example_pdf, letters_on, printing, words_on

# What belongs to a page, not to the paper.
FURNITURE = ("ตัวอย่าง", "ตอบผ่านระบบ", "ตรวจสอบหนังสือ")
LONG = body_of(
    "\n".join(
        f"{order}. ให้หน่วยงานสำรวจจุดบริการที่ประชาชนใช้เป็นประจำ จัดลำดับความเร่งด่วน และเสนอแนวทางการปรับปรุงพร้อมระยะเวลาดำเนินการ"
        for order in range(1, 25)
    )
)


def bare(text: str) -> str:
    return "".join(text.split())


def paper_words(pdf: bytes) -> str:
    words = "".join(line.letters for line in lines_of(pdf))
    for furniture in FURNITURE:
        words = words.replace(furniture, "")
    return words


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_comes_back_in_order(kind: str) -> None:
    assert paper_words(example_pdf(kind)) == bare(text_of(printed(example(kind))))


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_electronic_signature_is_stands_on_every_kind(kind: str) -> None:
    paper = dc.replace(example(kind), signed_as="อนุมัติผ่านระบบ โดย นางแก้ว ใจดี")
    assert paper_words(printing(paper)) == bare(text_of(printed(paper)))
    assert paper.signed_as in text_of(paper)


@pytest.mark.parametrize("kind", KINDS)
def test_the_source_is_attached(kind: str) -> None:
    assert source_of_pdf(example_pdf(kind)) == example(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_for_keeping_and_for_everyone(kind: str) -> None:
    pdf = example_pdf(kind)
    assert b"pdfaid:part" in pdf
    assert b"pdfuaid:part" in pdf


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_ends_inside_a_word(kind: str) -> None:
    assert cut_words(example(kind)) == []


def cut_words(paper: Paper) -> list[str]:
    """The words of the paper's text that a line end cuts, found without the guard's own notes."""
    lines = [line.letters for line in lines_of(printing(paper))]
    words, ends, gone = "".join(lines), set(), 0
    for line in lines:
        gone += len(line)
        ends.add(gone)
    cut, at = [], 0
    for block in printed(paper).body:
        text = f"{block.number} {block.text}"
        at = words.find(bare(text), at)
        assert at >= 0
        for start, end in words_of(text):
            word = bare(text[start:end])
            if any(place in ends for place in range(at + 1, at + len(word))):
                cut.append(word)
            at += len(word)
    return cut


def test_nor_in_narrow_text_that_typst_alone_would_split() -> None:
    """Seventy letters of one word after the other: raw, Typst splits several of them."""
    text = "การขับเคลื่อนนวัตกรรมของกระทรวงมหาดไทยตามแนวทางการปฏิรูป" * 12
    paper = Paper(
        "memo", subject="ทดสอบ", body=body_of("\n".join(text[at : at + 400] for at in range(0, 600, 37)))
    )
    assert cut_words(paper) == []


@pytest.fixture(scope="module")
def long_paper() -> Paper:
    return replace(example("memo"), body=LONG)


def pages_of(pdf: bytes) -> list[str]:
    with pdfium.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_a_second_page_has_its_number_and_is_announced_as_it_is_written(long_paper) -> None:
    first, second = pages_of(printing(long_paper))[:2]
    number, begins = second.split("\n", 1)
    assert number.strip() == "- ๒ -"
    announced = first.strip().splitlines()[-1].strip()
    assert announced.startswith("/")
    assert announced.endswith("…")
    words = announced.strip("/…")
    assert bare(begins).startswith(bare(words))
    assert any(words in f"{block.number} {block.text}" for block in printed(long_paper).body)


def test_an_annex_is_not_announced() -> None:
    first, second = pages_of(example_pdf("memo"))
    assert second.startswith("- ๒ -")
    assert "…" not in first


def test_the_signature_is_never_alone_on_a_page() -> None:
    """Whatever the length, the page of the signature begins with the text before it."""
    for points in range(8, 16):
        paper = replace(example("memo"), body=LONG[:points], annexes=(), urgency="")
        lines = list(lines_of(printing(paper)))
        signed = next(line for line in lines if line.letters.startswith("(นายบดินทร์"))
        top = next(line for line in lines if line.page == signed.page)
        assert not top.letters.startswith("(นายบดินทร์")


@pytest.mark.parametrize(
    ("acting", "block"),
    [
        ("acting_government", "(นางแก้ว ใจดี)\nรองอธิบดี รักษาราชการแทน\nอธิบดีกรมสวนสาธารณะ"),
        ("acting_post", "(นางแก้ว ใจดี)\nรองอธิบดี รักษาการในตำแหน่ง\nอธิบดีกรมสวนสาธารณะ"),
        ("on_behalf", "(นางแก้ว ใจดี)\nรองอธิบดี ปฏิบัติราชการแทน\nอธิบดีกรมสวนสาธารณะ"),
        ("", "(นางแก้ว ใจดี)\nรองอธิบดี"),
    ],
)
def test_who_acts_for_another_says_how(acting: str, block: str) -> None:
    signatory = Signatory("นางแก้ว ใจดี", "รองอธิบดี", acting, "อธิบดีกรมสวนสาธารณะ" if acting else "")
    paper = Paper("memo", subject="ทดสอบ", signatory=signatory)
    assert [line.letters for line in lines_of(printing(paper))][-len(block.splitlines()) :] == [
        bare(line) for line in block.splitlines()
    ]


def test_a_table_of_many_rows_has_its_head_on_every_page() -> None:
    table = Table(
        ("ลำดับ", "หน่วยงาน", "จำนวน (คน)"), tuple((str(row), f"หน่วยที่ {row}", "2") for row in range(1, 401))
    )
    paper = replace(example("memo"), annexes=(Annex("บัญชี", (Block("table", table=table),)),))
    with pdfium.PdfDocument(printing(paper)) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(1, len(document))]
    assert len(pages) > 8
    assert all("หน่วยงาน" in page and "จำนวน (คน)" in page for page in pages)
    assert "หน่วยที่ ๔๐๐" in pages[-1]


def table_paper(header: tuple[str, ...], *rows: tuple[str, ...]) -> Paper:
    return replace(example("memo"), annexes=(Annex("บัญชี", (Block("table", table=Table(header, rows)),)),))


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    """The last column has the shortest cells and the longest head."""
    header = ("ลำดับ", "โครงการ", "ผู้รับผิดชอบ", "วงเงิน (บาท)", "แล้วเสร็จ", "กระทรวงมหาดไทย")
    row = ("1", "ปรับปรุงบริการ ณ จุดเดียวเพื่อประชาชนในพื้นที่ห่างไกล", "กองแผนงาน", "1,250,000.00", "4 ธ.ค. 2569", "-")
    lines = [line.letters for line in lines_of(printing(table_paper(header, row, row)))]
    assert any("กระทรวงมหาดไทย" in line for line in lines)
    assert any("๔ธ.ค.๒๕๖๙" in line for line in lines)


def test_a_row_stays_on_one_page_and_one_longer_than_a_page_goes_on() -> None:
    sentence = "ปรับปรุงบริการ ณ จุดเดียวเพื่อประชาชน "
    pdf = printing(table_paper(("ลำดับ", "โครงการ"), *((str(row), sentence * 12) for row in range(40))))
    pages = [bare(page) for page in pages_of(pdf)[1:]]
    assert len(pages) > 3
    assert all(page.count("ประชาชน") % 12 == 0 for page in pages)
    letters = letters_on(printing(table_paper(("ลำดับ", "โครงการ"), ("1", sentence * 200))))
    assert max(letter.baseline for letter in letters) < 27.8
    assert max(letter.page for letter in letters) > 2


def test_a_text_of_many_lines_too_is_set_without_a_cut() -> None:
    """Each box moves all lines after it: those words are boxed wherever they stand."""
    paper = Paper("memo", body=body_of("ข้อความยาวในช่องเดียว เพื่อดูว่าตารางข้ามหน้าได้ " * 120))
    assert cut_words(paper) == []


HOSTILE = (
    '#read("paper.typ")', "$x^2$ *b* _i_ `raw` @ref <label>", "#image(\"/etc/passwd\")", "<b>ตัวหนา</b> & &amp;", "../../etc/passwd",
    "\\ # [ ] { } // /* */", "{{7*7}} ${x} %s",
)  # fmt: skip


def test_code_of_any_kind_is_printed_as_it_was_typed() -> None:
    paper = Paper(
        "memo",
        agency="กองแผนงาน",
        subject=HOSTILE[0],
        body=tuple(Block("paragraph", text) for text in HOSTILE),
    )
    assert paper_words(printing(paper)) == bare(text_of(printed(paper)))


def test_codes_for_the_camera_and_names_of_the_office_copy() -> None:
    paper = replace(
        example("memo"),
        answer_url="https://wian.example/a/7Hq",
        verify_url="https://wian.example/v/7Hq",
        office_copy=OfficeCopy("นายร่าง งานดี", "นางสาวพิมพ์ คล่องแคล่ว", "นางตรวจ ละเอียด"),
    )
    words = words_on(printing(paper))
    assert "ตอบผ่านระบบ" in words
    assert "ตรวจสอบหนังสือ" in words
    assert "พิมพ์นางสาวพิมพ์คล่องแคล่ว" in words


def test_with_an_emblem_there_is_no_placeholder() -> None:
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'
    paper = example("order")
    assert "ตัวอย่าง" in words_on(printing(paper))
    assert "ตัวอย่าง" not in words_on(pdf_of(paper, emblem=drawn))


def test_the_same_paper_is_the_same_file() -> None:
    assert pdf_of(example("stamped")) == pdf_of(example("stamped"))


def test_pictures_of_the_pages() -> None:
    pictures = pngs_of(example("memo"), ppi=50)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


@pytest.mark.parametrize("kind", ["memo", "external"])
def test_how_secret_it_is_stands_above_and_below_on_every_page(kind: str) -> None:
    paper = replace(example(kind), secrecy="ลับ", body=LONG, urgency="ด่วน")
    letters = letters_on(printing(paper))
    pages = max(letter.page for letter in letters)
    for page in range(1, pages + 1):
        marks = [one for one in letters if one.page == page and one.size == 32.0 and one.character == "ล"]
        assert len(marks) == 2
        assert marks[0].baseline < 2 < 27.5 < marks[1].baseline
    assert paper_words(printing(paper)) == bare(text_of(printed(paper)))
