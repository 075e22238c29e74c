"""What a line says of a person besides the name: post with level, unit, telephone, e-mail."""

from __future__ import annotations

import re

from saraban.numerals import to_ascii
from saraban.people.vocabulary import LEVEL, MANAGER, POST, TALK, UNITS

Fields = dict[str, str]

_DASH = r"\-‐‑–—"
_GAP = rf"[ .(){_DASH}]{{0,2}}"
_LABEL = (
    r"(?:หมายเลข|เบอร์)?(?:โทร(?:ศัพท์)?|มือถือ|เบอร์|tel|mobile|phone|ภายใน)(?:มือถือ|เคลื่อนที่|ติดต่อ|ที่ทำงาน)*[\s.:：]*"
)
_NUMBER = (
    rf"\(?(?:\+?66{_GAP}(?:\(?0\)?{_GAP})?[2-9](?:{_GAP}\d){{7,8}}|0{_GAP}[689](?:{_GAP}\d){{8}}"
    rf"|0{_GAP}[2-57](?:{_GAP}\d){{7}}|[689]\d{{8}})(?!\d)"
)
_MORE = (
    rf"(?:\s?[{_DASH}~]\s?\d{{1,2}}(?!\d))?"
    rf"(?:\s*(?:ต่อ|กด|ext\.?|#)\s*\d{{1,5}}(?!\d)(?:\s?[,{_DASH}]\s?\d{{1,5}}(?!\d))*)?"
)
#: A whole number wherever it stands; one of another length (ภายใน 1234) only behind a label.
_PHONE = re.compile(
    rf"(?:{_LABEL})?(?<!\d)(?P<it>{_NUMBER}{_MORE})|{_LABEL}(?P<short>(?:มท\.?\s*)?\d(?:[ {_DASH}]?\d){{3,11}}(?!\d){_MORE})",
    re.I,
)
_FAX = re.compile(rf"(?:โทรสาร|แฟกซ์|fax)[\s.:：]*(?P<it>{_NUMBER}{_MORE}|\d{{4,6}})", re.I)
_EMAIL = re.compile(
    r"(?:(?:e-?mail|อี-?เมลล?์?|เมล)[\s.:：]*)?(?P<it>[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+)", re.I | re.ASCII
)

_COLON = re.compile(r"(?:ดำรง)?(ตำแหน่ง|สังกัด|ระดับ)[\s:：.]+")
_AFTER_LEVEL = re.compile(rf"({LEVEL})\s+")
_BREAK = re.compile(
    rf"[,;|/\t]|\s{{2,}}|\s[{_DASH}:]\s|\s*(?<!ใน)(?=ตำแหน่ง(?!เลข))|\s*(?=สังกัด)"
    rf"|(?<!อำนวยการ)(?<!หัวหน้า)(?<!รอง)(?<!ตำแหน่ง)(?<!สังกัด)\s+(?={UNITS}|{POST}|[ก-์]*{TALK})"
)
_SAID_POST = re.compile(rf"ตำแหน่ง(?!เลข)\s*(?=\S)|ต\.\s*(?={POST}|[ก-์]+{LEVEL})")
_SAID_UNIT = re.compile(r"สังกัด\s*(?=\S)")
_LEVEL = re.compile(rf"(?:ระดับ\s*)?{LEVEL}|{MANAGER}|ระดับ\s*\S+")
_POST = re.compile(rf"{POST}|[ก-์ ]*{LEVEL}$")
_UNIT = re.compile(rf"(?!.*{TALK}){UNITS}")
_APART = re.compile(rf"(?<=[ก-์])(?:\s+|\s*ระดับ\s*)(?={LEVEL})")
_NOTHING = re.compile(
    rf"[\W_]*\d{{0,3}}[\W_]*|(?:e-?mail|อี-?เมลล?์?|{_LABEL})\s*|(?:นะ)?(?:ค่ะ|คะ|ครับ)|และ|กับ|ชื่อ(?:\W*(?:นาม)?สกุล)?",
    re.I,
)


def said(text: str) -> tuple[Fields, list[str]]:
    """The post, unit, phone and email that `text` gives, each only where it does; and the rest, in pieces."""
    _, text = _taken(_FAX, text)
    emails, text = _taken(_EMAIL, text)
    phones, text = _taken(_PHONE, text)
    posts, units, rest = [], [], []
    for piece in _pieces(text):
        if post := _SAID_POST.match(piece):
            posts.append(piece[post.end() :])
        elif unit := _SAID_UNIT.match(piece):
            units.append(piece[unit.end() :])
        elif _UNIT.match(piece):
            units.append(piece)
        elif _LEVEL.fullmatch(piece) or _POST.match(piece):
            posts.append(piece)
        elif not _NOTHING.fullmatch(piece):
            rest.append(piece)
    fields = {
        "post": whole_post(posts),
        "unit": " ".join(units),
        "phone": ", ".join(phones),
        "email": "".join(emails[:1]),
    }
    return {field: value for field, value in fields.items() if value}, rest


def phones_of(cell: str) -> str:
    """The telephone numbers of a cell with a comma between them; a cell without any but with digits as it is."""
    phones, _ = _taken(_PHONE, cell)
    return ", ".join(phones) or (cell.strip() if re.search(r"\d{4}", cell) else "")


def whole_post(parts: list[str]) -> str:
    """One post from its parts; a level that was written apart joins its post, as in orders of appointment.

    >>> whole_post(["นิติกร", "ระดับ ชำนาญการ พิเศษ"])
    'นิติกรชำนาญการพิเศษ'
    """
    post = " ".join(" ".join(parts).split())
    return _APART.sub("", post).replace("ชำนาญการ พิเศษ", "ชำนาญการพิเศษ")


def is_level(text: str) -> bool:
    """True for a level without its post."""
    return _LEVEL.fullmatch(text) is not None


def _pieces(text: str) -> list[str]:
    text = _AFTER_LEVEL.sub(r"\1, ", _COLON.sub(r"\1 ", text))
    return [piece.lstrip(" .:)]").rstrip(" :(-‐‑–—") for piece in _BREAK.split(text)]


def _taken(pattern: re.Pattern[str], text: str) -> tuple[list[str], str]:
    """What `pattern` finds, as typed, and the text with commas in its place. Digits are matched as ASCII."""
    matches = list(pattern.finditer(to_ascii(text)))
    taken = [" ".join(text[slice(*match.span(match.lastgroup or 0))].split()) for match in matches]
    for match in reversed(matches):
        text = f"{text[: match.start()]},{text[match.end() :]}"
    return taken, text
