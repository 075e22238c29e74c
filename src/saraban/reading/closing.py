"""The signature: the person in brackets and the office under it."""

from __future__ import annotations

import re

from saraban.reading.form import Form
from saraban.reading.lines import Found, Line, Page
from saraban.reading.vocabulary import PERSON, POST, TITLE

_BRACKETED = re.compile(
    r"(?:\(?ลงชื่อ\)?[^()\d]{0,60}?)?\s*[.…]*\s*\(\s*(?P<name>[^()\d]{4,70}?)\s*\)\s*(?P<rest>\S.*)?$"
)
_BARE = re.compile(rf"(?:ลงชื่อ\s*)?(?P<name>{PERSON})$")
_TWO_WORDS = re.compile(r"(?P<name>[ก-์]{2,30}\s+[ก-์]{2,30})$")
_POST = re.compile(rf"\s*(?:ตำแหน่ง\s*)?{POST}")
_NOT_A_NAME = re.compile(rf"(?!{TITLE}){POST}")
_ACTS_FOR = re.compile(r"(?:ปฏิบัติ(?:ราช)?การแทน|รักษาราชการแทน|ทำการแทน|รักษาการ|ปฏิบัติหน้าที่)")
_NO_NAME = re.compile(r"ประทับตรา|ลายมือชื่อ|ครุฑ|สำเนา|ตรา|ลงชื่อ|ร่าง|ลายเซ็น|ต่อ")
_REACH = 9  # lines below the closing words in which a signature stands


def signature(page: Page, form: Form) -> tuple[Found | None, Found | None]:
    """Signatory and position, each None where the paper names none (an office alone may sign)."""
    start = form.closing
    lines = page.lines[start : start + _REACH]
    for line in lines:
        if (match := _BRACKETED.match(line.text)) and not _NO_NAME.match(match["name"]):
            name = page.take_match(line, match, "name", 0.95 if re.match(TITLE, match["name"]) else 0.8)
            if match["rest"] and re.match(POST, match["rest"]):
                return name, page.take_match(line, match, "rest", 0.9)
            return name, _position(page, line.index + 1)
    for line in lines:
        following = page.lines[line.index + 1] if line.index + 1 < len(page.lines) else None
        bare = _BARE.match(line.text)
        if not bare and following and _POST.match(following.text) and not _NOT_A_NAME.match(line.text):
            bare = _TWO_WORDS.match(line.text)
        if bare:
            return page.take_match(line, bare, "name", 0.8), _position(page, line.index + 1)
    return None, None


def _position(page: Page, at: int) -> Found | None:
    """The office below a name; it runs on where one acts for another."""
    if at >= len(page.lines):
        return None
    first = last = page.lines[at]
    if len(first.text) > 110 or not (_POST.match(first.text) or _looks_like_office(first)):
        return None
    for line in page.lines[at + 1 : at + 4]:
        goes_on = _ACTS_FOR.match(line.text) or re.search(r"แทน$", last.text) or re.match(POST, line.text)
        if not goes_on or len(line.text) > 110 or re.search(r"โทร|\d{3}", line.text):
            break
        last = line
    label = re.match(r"ตำแหน่ง\s*", first.text)
    start = first.start + (label.end() if label else 0)
    return page.take(start, last.end, 0.9 if _POST.match(first.text) else 0.6)


def _looks_like_office(line: Line) -> bool:
    """A short line of Thai words without digits or marks, such as a rank that the table of posts lacks."""
    return bool(re.fullmatch(r"[ก-์ฯ\s().]{4,80}", line.text)) and not re.match(
        r"ที่มา|หมายเหตุ|บัญชี|สำเนา", line.text
    )
