"""Telephone numbers, links and the person to call."""

from __future__ import annotations

import re

from saraban.reading.lines import Found, Page
from saraban.reading.vocabulary import PERSON

_PLAIN = r"[0๐](?:[ -]?\d){8,9}(?: ?(?:[-–]|ถึง) ?\d{1,4}(?!\d)|, ?\d{1,3}(?![\d ]))?"
_SHORT = r"(?:[ก-ฮ]{1,3}\.? *\d{4,6}|[1๑]\d{3}|(?<=ภายใน)\s?\d{3,5}|(?<=ภายใน )\d{3,5}|(?<=โทร\.)\d{4,5}|(?<=โทร\. )\d{4,5})(?!\d)"
_EXTENSION = r"(?:\s*(?:ต่อ|กด)\s*\d{1,5}(?:\s?(?:[-–]|ถึง)\s?\d{1,5}|\s?,\s?(?![0๐])\d{1,5}(?![\d-]))*)?"
_NUMBER = rf"(?:{_PLAIN}|{_SHORT}){_EXTENSION}"
_LABEL = r"(?:โทรศัพท์(?:มือถือ|เคลื่อนที่)?|โทร\.?|เบอร์โทร(?:ศัพท์)?|หมายเลข(?:โทรศัพท์)?|มือถือ|สายด่วน[ก-์]{0,20}|[Tt]el\.?|TEL\.?)"
_LIST = re.compile(
    rf"(?:(?<![ก-์])|(?=สายด่วน|โทรศัพท์|หมายเลข)){_LABEL}(?:/โทรสาร)?\s*(?:หมายเลข)?\s*(?:\([ก-์ ]+\)|ภายใน)?\s*[:：.]?\s*(?P<all>{_NUMBER}(?:\s*(?:,|หรือ|และ|/|;|มท\.?(?=\s\d{{4,6}}))\s*{_NUMBER})*)"
    rf"|(?<=ศัพท์)\s*[:：.]?\s*(?P<late>{_NUMBER}(?:\s*(?:,|หรือ|และ|/|;)\s*{_NUMBER})*)"
)
_ONE = re.compile(_NUMBER)
_MOBILE = re.compile(r"(?<![\w-])[0๐][689๖๘๙](?:[ -]?\d){8}(?!\d)")
_LINK = re.compile(
    r"(?:https?://|(?<![\w/.@])www\.|(?<![\w/.@-])(?:[a-z0-9-]+\.){1,5}(?:th|com|org|net|gl|ly|me|io)/)[^\s<>\"'“”()\[\]{}\u0e00-\u0e7f]+",
    re.I,
)
_COORDINATOR = re.compile(
    r"(?:ผู้ประสาน(?:งาน)?|ประสานงาน(?:กับ|ได้ที่|ไปยัง)?|ติดต่อ(?:ประสานงาน|สอบถาม)?(?:รายละเอียด)?(?:เพิ่มเติม)?(?:ได้)?(?:ที่|กับ)?|สอบถาม(?:รายละเอียด)?(?:เพิ่มเติม)?(?:ได้)?(?:ที่|กับ)?|ผู้รับผิดชอบ|เจ้าหน้าที่ผู้ติดต่อ)"
    rf"[^\n]{{0,40}}?(?P<name>{PERSON}|(?<![ก-์])คุณ[ก-์]{{2,30}})"
)
_CALLED = re.compile(rf"(?P<name>{PERSON}|คุณ[ก-์]{{2,30}})\s*(?:\([^)\n]{{1,20}}\)\s*)?$")
_BEHIND = re.compile(rf"\s*\((?P<name>{PERSON}|คุณ[ก-์]{{2,30}})\)")
_BEFORE = 90  # letters before a telephone number in which the name of who answers it stands
_FAX = re.compile(r"(?:โทรสาร|แฟกซ์|[Ff]ax)\.?\s*[:：]?\s*$")


def phones(page: Page) -> tuple[Found, ...]:
    """Every telephone number as written, in order, each once; fax numbers are left out."""
    found: list[Found] = []
    for match in _LIST.finditer(page.text):
        group = "all" if match["all"] else "late"
        for one in _ONE.finditer(page.text, match.start(group), match.end(group)):
            found.append(page.take(*one.span(), 0.9))
    taken = [each.span for each in found]
    for match in _MOBILE.finditer(page.text):
        span = page.span(*match.span())
        fax = _FAX.search(page.text[max(0, match.start() - 12) : match.start()])
        if not fax and not any(span[0] < end and start < span[1] for start, end in taken):
            found.append(page.take(*match.span(), 0.7))
    found.sort(key=lambda each: each.span)
    return tuple({each.value: each for each in reversed(found)}.values())[::-1]


def of_the_owner(page: Page, closing: int) -> Found | None:
    """A number to call where nobody is named: the first below the signature, else the first of all; never sure."""
    found = phones(page)
    start = (
        page.span(page.lines[closing].start, page.lines[closing].end)[0] if closing < len(page.lines) else 0
    )
    own = next((each for each in found if each.span[0] >= start), next(iter(found), None))
    return Found(own.value, own.span, 0.6) if own else None


def links(page: Page) -> tuple[Found, ...]:
    """Every address of a web page, in order, each once."""
    found: dict[str, Found] = {}
    for match in _LINK.finditer(page.text):
        end = match.start() + len(match[0].rstrip(".,;:*!?"))
        one = page.take(match.start(), end, 0.95)
        found.setdefault(one.value, one)
    return tuple(found.values())


def coordinator(page: Page, first: int) -> tuple[Found | None, Found | None]:
    """The person to call and the first telephone number after the name, from line `first` on."""
    start = page.lines[first].start if first < len(page.lines) else len(page.text)
    match = _COORDINATOR.search(page.text, start) or _called(page, start)
    if match is None:
        return None, None
    name = page.take(*match.span("name"), 0.9)
    line_end = page.text.find("\n", match.end())
    reach = min(match.end() + 120, line_end if line_end >= 0 else len(page.text))
    reach = max(reach, min(match.end() + 60, len(page.text)))
    phone = _ONE.search(page.text, match.end(), reach)
    return name, page.take(*phone.span(), 0.9) if phone else None


def _called(page: Page, start: int) -> re.Match[str] | None:
    """The person named right before a telephone number."""
    for phone in _LIST.finditer(page.text, start):
        line = page.text.rfind("\n", 0, phone.start()) + 1
        if name := _CALLED.search(page.text, max(start, line, phone.start() - _BEFORE), phone.start()):
            return name
        if name := _BEHIND.match(page.text, phone.end()):
            return name
    return None
