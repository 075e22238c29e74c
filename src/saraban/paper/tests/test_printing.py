"""A paper as it is printed: Thai digits, repaired text, and nothing that paper cannot show."""

from __future__ import annotations

import struct
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given

import saraban.typesetting
from saraban.errors import Unprintable
from saraban.paper import Annex, Block, Paper, Table, printed
from saraban.paper.printing import (
    MOST_ADDRESS,
    MOST_COLUMNS,
    MOST_IN_ALL,
    MOST_ITEMS,
    MOST_LETTERS,
    MOST_TEXTS,
    MOST_TOGETHER,
    PRINTABLE,
)
from saraban.paper.tests.papers import papers, printable, with_text
from saraban.tests.support import unhurried

FONTS = Path(saraban.typesetting.__path__[0]) / "fonts"
# Letters of the font that no text has: some fall apart or change when a text is stored properly, others cannot be seen.
UNWANTED = {0x2126, 0xFB01, 0xFB02}


def said(text: str) -> str:
    return printed(with_text(text)).body[1].text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ภายใน 30 พ.ย. 2569", "ภายใน ๓๐ พ.ย. ๒๕๖๙"),
        ("โทร.02-555-0142", "โทร.๐๒-๕๕๕-๐๑๔๒"),
        ("ส่งที่ saraban01@service.example ก่อนวันที่ 4", "ส่งที่ saraban01@service.example ก่อนวันที่ ๔"),
        ("ประชุมผ่าน Zoom ห้อง A101(ชั้น 2)", "ประชุมผ่าน Zoom ห้อง A101(ชั้น ๒)"),
        ("มาตรฐานISO9001ข้อ3", "มาตรฐานISO9001ข้อ๓"),
        ("ส\u0e4d\u0e32นักงาน", "สำนักงาน"),
        ("น\uf70a\u200bา", "น\u0e48า"),
        ("บรรทัด\nหนึ่ง\tสอง\u00a0สาม ", "บรรทัด หนึ่ง สอง สาม"),
    ],
)
def test_text_is_repaired_and_has_thai_digits(typed: str, shown: str) -> None:
    assert said(typed) == shown


def test_every_field_is_and_addresses_stay() -> None:
    table = Table(("ที่",), (("1",),))
    paper = Paper(
        "memo",
        number="กนย 0102/ว 12",
        annexes=(Annex("บัญชี 1", (Block("table", table=table),)),),
        verify_url="https://wian.example/v/12",
    )
    shown = printed(paper)
    assert (shown.number, shown.annexes[0].title) == ("กนย ๐๑๐๒/ว ๑๒", "บัญชี ๑")
    assert shown.annexes[0].body[0].table == Table(("ที่",), (("๑",),))
    assert shown.verify_url == paper.verify_url


@pytest.mark.parametrize(
    "character",
    ["😀", "\x00", "\x07", "\x1b", "\x85\x9e"[1], "\ue000", "ຊ", "字", "\ud800", "\u202e", "\u0301"],
)
def test_what_paper_cannot_show_is_refused_by_name(character: str) -> None:
    with pytest.raises(Unprintable) as refused:
        said(f"ราชการ{character} ดี")
    assert (refused.value.where, refused.value.character) == ("body[1].text", character)
    assert unicodedata.name(character, f"U+{ord(character):04X}") in refused.value.sentence
    assert refused.value.sentence.isprintable()


@pytest.mark.parametrize(
    ("paper", "where"),
    [
        (with_text("ก " * MOST_LETTERS), "body[1].text"),
        (with_text("ก" * (MOST_TOGETHER + 1)), "body[1].text"),
        (Paper("memo", verify_url="https://wian.example/" + "a" * MOST_ADDRESS), "verify_url"),
        (
            Paper("memo", body=(Block("table", table=Table(("ก",) * (MOST_COLUMNS + 1), ())),)),
            "body[0].table",
        ),
        (Paper("memo", copies=("กองคลัง",) * (MOST_ITEMS + 1)), "copies"),
        (
            Paper(
                "memo", body=(Block("table", table=Table(("ก",) * 10, (("ข",) * 10,) * (MOST_TEXTS // 10))),)
            ),
            "เอกสาร",
        ),
        (Paper("memo", copies=("ก" * MOST_LETTERS,) * (MOST_IN_ALL // MOST_LETTERS + 1)), "เอกสาร"),
    ],
)
def test_what_is_too_much_is_refused_by_name(paper: Paper, where: str) -> None:
    with pytest.raises(Unprintable) as refused:
        printed(paper)
    assert refused.value.where == where


@unhurried
@given(papers(printable))
def test_what_is_printed_prints_as_it_is(paper: Paper) -> None:
    shown = printed(paper)
    assert printed(shown) == shown


@pytest.mark.parametrize("font", ["THSarabunPSK.ttf", "THSarabunPSK-Bold.ttf"])
def test_what_counts_as_printable_is_what_the_font_has(font: str) -> None:
    wanted = {
        code
        for code in letters_of((FONTS / font).read_bytes()) - UNWANTED
        if 0x0E00 < code < 0x0E80 or unicodedata.category(chr(code))[0] not in "CM"
    }
    assert {code for first, last in PRINTABLE for code in range(first, last + 1)} == wanted - {0xA0}


def letters_of(font: bytes) -> set[int]:
    """The code points that a TrueType font has a glyph for: format 4 of its table cmap, for Windows."""
    tables = (
        struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(*struct.unpack_from(">H", font, 4))
    )
    table = next(font[start : start + length] for tag, _, start, length in tables if tag == b"cmap")
    ways = (
        struct.unpack_from(">HHI", table, 4 + 8 * at) for at in range(*struct.unpack_from(">H", table, 2))
    )
    start = next(offset for platform, encoding, offset in ways if (platform, encoding) == (3, 1))
    assert struct.unpack_from(">H", table, start) == (4,)
    (double,) = struct.unpack_from(">H", table, start + 6)
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{double // 2}H", table, start + 14 + place)
        for place in (0, double + 2, 2 * double + 2, 3 * double + 2)
    )
    found = set()
    for at, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            glyph = code + delta
            if offset:
                place = start + 16 + 3 * double + 2 * at + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", table, place)
                glyph += delta if glyph else 0
            if glyph % 0x10000 and code != 0xFFFF:
                found.add(code)
    return found
