"""The whole way from JSON that anybody may have written to the page: it is printed as text, or refused by name."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from saraban.errors import NotAPaper, Unprintable
from saraban.paper import KINDS, Paper, paper_of, printed, text_of
from saraban.tests.support import unhurried
from saraban.typesetting import docx_of, pdf_of, pngs_of, source_of_pdf
from saraban.typesetting.lines import lines_of

CODE = (
    '#read("paper.typ")', '#import "pieces.typ": *', '#image("/etc/hostname")', "#sys.inputs", "#pagebreak()", "#panic()",
    "#while true {}", "#eval(\"1\")", "$ sum_(i=0)^oo x^i $", "*b* _i_ `raw` @ref <label> ~ -- --- ...", "= Heading", "- item", "+ item",
    "/ term: it", "// gone", "/* gone */", "\\u{1f600}", "\\", "[", "]", "{", "}", '"', "#[", "#{", "`" * 3, "$",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>", "<b>x</b>", "&amp; &lt; &#0; &nope;", "<!-- x -->", "<![CDATA[x]]>", "]]>", '<?xml version="1.0"?>',
    "<w:p/>", "</w:t></w:r></w:p>", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>&b;', "{{ 7*7 }} {% include x %}", "%s %(x)s {0} ${x}",
)  # fmt: skip
PATHS = (
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "file:///etc/passwd",
    "\\\\server\\share",
    "~/.ssh",
    "paper.typ",
)
NEVER_PRINTED = ("😀", "\x00", "\x1b[31m", "\u202e", "\u2066", "\ue000", "字", "\ufffe", "\U000e0041")


def memo(*texts: str, **more: Any) -> dict[str, Any]:
    body = [{"kind": "paragraph", "text": text} for text in texts]
    return {"kind": "memo", "subject": "ทดสอบ", "agency": "กองแผนงาน", "body": body, **more}


def made(data: dict[str, Any]) -> tuple[Paper, bytes]:
    paper = paper_of(json.loads(json.dumps(data)))
    return paper, pdf_of(paper)


def bare(text: str) -> str:
    return "".join(text.split())


def words_of(pdf: bytes) -> str:
    return "".join(line.letters for line in lines_of(pdf)).replace("ตัวอย่าง", "")


@pytest.mark.parametrize("texts", [CODE, MARKUP, PATHS], ids=["code", "markup", "paths"])
def test_in_the_text_it_is_text(texts: tuple[str, ...]) -> None:
    paper, pdf = made(memo(*texts))
    assert words_of(pdf) == bare(text_of(printed(paper)))
    assert source_of_pdf(pdf) == paper
    document = Document(io.BytesIO(docx_of(paper)))
    said = [paragraph.text.strip() for paragraph in document.paragraphs]
    assert set(map(str.strip, (block.text for block in printed(paper).body))) <= set(said)


@pytest.mark.parametrize("text", [*CODE[:4], *MARKUP[:3], PATHS[0]])
def test_in_every_field_it_is_text(text: str) -> None:
    """Whatever stands in one of them is on the page, letter by letter."""
    block = {"kind": "point", "number": text, "text": text}
    table = {"kind": "table", "table": {"header": [text], "rows": [[text]]}}
    signatory = {"name": text, "position": text, "acting": "acting_post", "acting_for": text}
    fields = (
        "subject", "agency", "number", "salutation", "addressee", "signed_as"
    )  # fmt: skip
    lists = ("references", "enclosures", "contact", "copies")
    data = {
        "kind": "external",
        **dict.fromkeys(fields, text),
        **{name: [text, text] for name in lists},
        "body": [block, {"kind": "heading", "text": text}, table],
        "signatory": signatory,
        "annexes": [{"title": text, "body": [block]}],
        "office_copy": {"drafted": text, "typed": text, "checked": text},
    }
    _, pdf = made(data)
    shown = bare(printed(Paper("memo", subject=text)).subject)
    assert words_of(pdf).count(shown) >= len(fields) + 2 * len(lists) + 10


@pytest.mark.parametrize("letter", NEVER_PRINTED)
@pytest.mark.parametrize("field", ["subject", "signed_as", "number"])
def test_what_paper_cannot_show_is_refused_on_every_way(field: str, letter: str) -> None:
    paper = paper_of(memo("ข้อความ", **{field: f"ที่ {letter} นี้"}))
    for way in (pdf_of, docx_of, pngs_of):
        with pytest.raises(Unprintable) as refused:
            way(paper)
        assert refused.value.where == field


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"kind": "memo", "subject": "ก " * 20_000}, "subject"),
        (memo("ก" * 9_999), "body[0].text"),
        (memo("A" * 9_999), "body[0].text"),
        (memo("ที่ " + "9" * 60), "body[0].text"),
        ({"kind": "memo", "copies": ["ก"] * 10_001}, "copies"),
        (memo(body=[{"kind": "table", "table": {"header": ["ก"] * 300, "rows": []}}]), "body[0].table"),
        (memo(answer_url="https://wian.example/" + "a" * 5_000), "answer_url"),
    ],
    ids=["subject", "thai", "latin", "digits", "list", "wide", "url"],
)
def test_what_is_too_much_is_refused_before_its_words_are_looked_for(
    data: dict[str, Any], where: str
) -> None:
    paper = paper_of(data)
    for way in (pdf_of, docx_of):
        with pytest.raises(Unprintable) as refused:
            way(paper)
        assert refused.value.where == where


def test_the_longest_that_is_allowed_is_printed() -> None:
    """Long words, a long subject: metadata of a PDF has limits of its own."""
    long = " ".join(["มหาดไทย" * 70] * 20)
    _, pdf = made(memo(long, subject=long, agency=long))
    assert bare("มหาดไทย" * 70) in words_of(pdf)


def test_a_huge_table_is_printed_row_by_row() -> None:
    rows = [[str(at), f"หน่วยงานที่ {at}"] for at in range(1, 2_001)]
    table = {"kind": "table", "table": {"header": ["ลำดับ", "หน่วยงาน"], "rows": rows}}
    _, pdf = made(memo(annexes=[{"title": "บัญชี", "body": [table]}]))
    assert bare("หน่วยงานที่ ๒๐๐๐") in words_of(pdf)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ([], "เอกสาร"),
        (None, "เอกสาร"),
        ({}, "kind"),
        ({"kind": "../memo"}, "kind"),
        ({"kind": ["memo"]}, "kind"),
        ({"kind": "memo", "__class__": "x"}, "__class__"),
        ({"kind": "memo", "subject": {"$ref": "x"}}, "subject"),
        ({"kind": "memo", "urgency": "#panic()"}, "urgency"),
        ({"kind": "memo", "date": "2026-13-01"}, "date"),
        ({"kind": "memo", "date": 10**400}, "date"),
        (memo("\ud800"), "body[0].text"),
        (memo(body=[{"kind": "point", "level": 10**9}]), "body[0].level"),
        (memo(body=[{"kind": "table", "table": {"header": [], "rows": []}}]), "body[0].table.header"),
    ],
)
def test_what_is_no_paper_is_refused_by_name(data: object, where: str) -> None:
    with pytest.raises(NotAPaper) as refused:
        paper_of(data)
    assert refused.value.where == where


def test_json_that_goes_deep_is_no_paper() -> None:
    deep: Any = "x"
    for _ in range(5_000):
        deep = {"body": [deep]}
    with pytest.raises(NotAPaper):
        paper_of({"kind": "memo", "body": [deep]})


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=10), inside, max_size=4),
    max_leaves=12,
)
FIELDS = (
    "subject",
    "agency",
    "number",
    "date",
    "addressee",
    "references",
    "body",
    "signatory",
    "annexes",
    "meeting",
    "answer_url",
)


@settings(unhurried, max_examples=60, derandomize=True)
@given(st.sampled_from(list(KINDS)), st.dictionaries(st.sampled_from(FIELDS), anything, max_size=6))
def test_any_json_is_printed_or_refused(kind: str, data: dict[str, Any]) -> None:
    with suppress(NotAPaper, Unprintable):
        paper = paper_of({"kind": kind, **data})
        assert pdf_of(paper).startswith(b"%PDF-")
        assert docx_of(paper).startswith(b"PK")


@settings(unhurried, max_examples=40, derandomize=True)
@given(st.text(max_size=60), st.text(st.sampled_from('#$*_`@<>[]{}()\\"/=+-~;:%&กำ ่๑1'), max_size=60))
def test_any_text_is_printed_as_it_is_or_refused(one: str, other: str) -> None:
    with suppress(NotAPaper, Unprintable):
        paper, pdf = made(memo(one, other, subject=f"ขอ {other}", addressee=one))
        assert words_of(pdf) == bare(text_of(printed(paper)))


OUTSIDE = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
<image xlink:href="{}" width="9" height="9"/></svg>"""


@pytest.mark.parametrize(
    "address",
    ["http://wian.invalid/x.png", "file:///etc/hostname", "/etc/hostname", "../paper.py", "paper.typ"],
)
def test_an_emblem_cannot_bring_in_a_file(address: str) -> None:
    with pytest.raises(RuntimeError, match="linked image"):
        pdf_of(paper_of(memo("ข้อความ")), emblem=OUTSIDE.format(address).encode())
