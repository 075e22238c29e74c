"""A paper as it is printed: repaired, in Thai digits, and holding nothing that paper cannot show."""

from __future__ import annotations

import dataclasses as dc
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, TypeVar

from saraban.errors import Unprintable
from saraban.numerals import to_thai
from saraban.paper.model import Paper, Table
from saraban.words import normalise

#: What TH SarabunPSK has letters for, as ranges of code points; `tests/test_printing.py` compares it with the font.
PRINTABLE = (
    (0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0xFF), (0x0E01, 0x0E3A), (0x0E3F, 0x0E5B),
    (0x0102, 0x0103), (0x0106, 0x0107), (0x010C, 0x010D), (0x0110, 0x0111), (0x011E, 0x011F), (0x0128, 0x0129), (0x0130, 0x0131),
    (0x0141, 0x0142), (0x0152, 0x0153), (0x015E, 0x0161), (0x0168, 0x0169), (0x0178, 0x0178), (0x017D, 0x017E), (0x0192, 0x0192),
    (0x01A0, 0x01A1), (0x01AF, 0x01B0), (0x02C6, 0x02C7), (0x02D8, 0x02DD), (0x1EA0, 0x1EF9),
    (0x2013, 0x2014), (0x2018, 0x201A), (0x201C, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033),
    (0x2039, 0x203A), (0x2044, 0x2044), (0x20A3, 0x20A3), (0x20AB, 0x20AC), (0x2113, 0x2113), (0x2122, 0x2122), (0x212E, 0x212E),
    (0x2153, 0x215E), (0x2202, 0x2202), (0x2206, 0x2206), (0x220F, 0x220F), (0x2211, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E),
    (0x222B, 0x222B), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25CA, 0x25CA), (0x25CC, 0x25CC),
)  # fmt: skip
_PRINTABLE = frozenset(chr(code) for first, last in PRINTABLE for code in range(first, last + 1))
#: Letters of one field and of a whole paper, items of one list or rows of one table.
MOST_LETTERS, MOST_IN_ALL, MOST_ITEMS = 10_000, 1_000_000, 10_000
#: Letters without room between them: to find the words in more takes minutes. Letters of an address in a QR code.
MOST_TOGETHER, MOST_ADDRESS = 1_000, 500
#: Of these no line can end anywhere; more run off the page.
_UNBROKEN = re.compile("[A-Za-z0-9๐-๙]{60,}")
MOST_COLUMNS = 15  # of a table on A4
#: Texts of a paper, most of them cells: thirty thousand take some 500 MB while they are set. A list of 8,800 units fits.
MOST_TEXTS = 40_000
#: Fields that are no words on the page: an address must stay what it is, a code is compared.
_ADDRESSES = {"answer_url", "verify_url"}
_AS_THEY_ARE = {"kind", "acting", "urgency", "secrecy", *_ADDRESSES}
#: A line break or tab is room between words; Word's own hyphens are hyphens.
_MENDED = str.maketrans(
    {**dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "), **dict.fromkeys("\u2010\u2011", "-")}
)
_PLAIN_WORD, _LATIN = re.compile("[!-~]+"), re.compile("[A-Za-z]")
T = TypeVar("T")


def printed(paper: Paper) -> Paper:
    """`paper` with its text repaired (NFC, old fonts' tone marks, sara am, line breaks), in Thai digits.

    Words with Latin letters keep their digits: an e-mail address must stay one. Raises Unprintable.
    """
    lengths = list(map(len, _texts(paper)))
    if len(lengths) > MOST_TEXTS:
        raise Unprintable(
            "เอกสาร", "", f"มีช่องและข้อความเกิน {to_thai(f'{MOST_TEXTS:,}')} รายการ โปรดแยกเป็นหลายฉบับ"
        )
    if sum(lengths) > MOST_IN_ALL:
        raise Unprintable("เอกสาร", "", f"ยาวเกิน {to_thai(f'{MOST_IN_ALL:,}')} ตัวอักษร โปรดแยกเป็นหลายฉบับ")
    return _made(paper, "")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (text for one in value for text in _texts(one))
    elif dc.is_dataclass(value):
        yield from (text for one in dc.fields(value) for text in _texts(getattr(value, one.name)))


def _made(value: T, where: str) -> T:
    if isinstance(value, Table) and len(value.header) > MOST_COLUMNS:
        raise Unprintable(where, "", f"ตารางกว้างเกิน {to_thai(MOST_COLUMNS)} ช่อง โปรดแบ่งเป็นหลายตาราง")
    if dc.is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {}
        for one in dc.fields(value):
            if one.name in _ADDRESSES and len(getattr(value, one.name)) > MOST_ADDRESS:
                raise Unprintable(one.name, "", f"ที่อยู่เว็บยาวเกิน {to_thai(MOST_ADDRESS)} ตัวอักษร")
            if one.name not in _AS_THEY_ARE:
                place = f"{where}.{one.name}" if where else one.name
                changed[one.name] = _made(getattr(value, one.name), place)
        return dc.replace(value, **changed)
    if isinstance(value, tuple):
        if len(value) > MOST_ITEMS:
            raise Unprintable(where, "", f"มีมากกว่า {to_thai(f'{MOST_ITEMS:,}')} รายการ โปรดแยกเป็นหลายฉบับ")
        return tuple(_made(one, f"{where}[{at}]") for at, one in enumerate(value))  # type: ignore[return-value]
    if isinstance(value, str):
        return _words(value, where)  # type: ignore[return-value]
    return value


def _words(text: str, where: str) -> str:
    if len(text) > MOST_LETTERS:
        raise Unprintable(where, "", f"ยาวเกิน {to_thai(f'{MOST_LETTERS:,}')} ตัวอักษร โปรดแบ่งเป็นหลายย่อหน้า")
    repaired = normalise(text.translate(_MENDED)).strip()
    for letter in repaired:
        if letter not in _PRINTABLE:
            raise Unprintable(where, letter, _why(letter))
    if max(map(len, repaired.split()), default=0) > MOST_TOGETHER:
        raise Unprintable(where, "", f"ติดกันเกิน {to_thai(f'{MOST_TOGETHER:,}')} ตัวอักษร โปรดเว้นวรรค")
    if match := _UNBROKEN.search(repaired):
        raise Unprintable(where, "", f"“{match[0][:12]}…” ยาวเกินหนึ่งบรรทัด โปรดเว้นวรรค")
    return _PLAIN_WORD.sub(lambda word: word[0] if _LATIN.search(word[0]) else to_thai(word[0]), repaired)


def _why(letter: str) -> str:
    name = unicodedata.name(letter, f"U+{ord(letter):04X}")
    shown = letter if unicodedata.category(letter)[0] in "LNPS" else f"U+{ord(letter):04X}"
    return f"พิมพ์อักขระ {shown} ({name}) ไม่ได้ โปรดลบหรือพิมพ์ใหม่"
