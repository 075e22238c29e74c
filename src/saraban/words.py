"""Making words comparable: the same name typed in two ways gets the same key.

`normalise` repairs how a text is stored, `fold` forgets how a name is typed. Neither is ever applied to
a text that spans point into: `trace.Traced` does the same repairs and remembers where each letter came from.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from saraban.numerals import to_ascii

# Windows fonts of the 1990s kept shifted tone marks at U+F70A-F70E and, lowered, at U+F705-F709.
_TONE_MARKS = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_PRIVATE_MARKS = {
    chr(base + i): mark for base in (0xF705, 0xF70A, 0xF713) for i, mark in enumerate(_TONE_MARKS)
}
# The same fonts kept vowels beside tall letters, and letters without their foot, in private places too.
_PRIVATE_LETTERS = {
    "\uf700": "\u0e10", "\uf70f": "\u0e0d", "\uf710": "\u0e31", "\uf711": "\u0e4d", "\uf712": "\u0e47",
    "\uf701": "\u0e34", "\uf702": "\u0e35", "\uf703": "\u0e36", "\uf704": "\u0e37",
    "\uf718": "\u0e38", "\uf719": "\u0e39", "\uf71a": "\u0e3a",
}  # fmt: skip
_PRIVATE = {**_PRIVATE_MARKS, **_PRIVATE_LETTERS}


def _in_order(marks: str) -> str:
    """The marks over one letter as they are meant to be stored: the vowel before the tone, each once."""
    ordered = sorted(marks, key=lambda mark: mark in _TONE_MARKS)
    return "".join(mark for mark, _ in itertools.groupby(ordered))


#: Zero width marks, byte order mark, soft hyphen.
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"

#: Repairs in order: (pattern, what stands there afterwards). Used by `normalise` and by `trace.Traced`.
REPAIRS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(f"[{UNSEEN}]"), ""),
    (re.compile("[\u00a0\u2000-\u200a\u202f\u3000]"), " "),
    (re.compile("[\uf700-\uf71a]"), lambda match: _PRIVATE[match[0]]),
    (re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4c]{2,}"), lambda match: _in_order(match[0])),
    (re.compile("\u0e4d([\u0e48-\u0e4b])\u0e32"), "\\1\u0e33"),  # ํ + tone + า
    (re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32"), "\\1\u0e33"),  # tone + ํ + า
    (re.compile("\u0e4d\u0e32"), "\u0e33"),  # sara am in two code points
    (re.compile("\u0e40\u0e40"), "\u0e41"),  # เ twice for แ
)

# Lao letters stand 0x80 above the Thai letters that they look like; ຍ looks like ย, not like ญ.
LAO_LOOK_ALIKES: dict[str, str] = {
    chr(code): chr(code - 0x80)
    for code in range(0x0E81, 0x0EDA)
    if unicodedata.name(chr(code), "") and unicodedata.name(chr(code - 0x80), "")
} | {"\u0e8d": "ย"}
_LOOK_ALIKES = str.maketrans(LAO_LOOK_ALIKES)

TITLES: tuple[str, ...] = (
    "นาย", "นาง", "นางสาว", "นาง สาว", "น.ส.", "นส.", "ดร.", "ศ.", "รศ.", "ผศ.", "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์",
    "หม่อมเจ้า", "หม่อมราชวงศ์", "หม่อมหลวง", "ม.จ.", "ม.ร.ว.", "ม.ล.", "คุณหญิง", "ท่านผู้หญิง", "Mr.", "Mrs.", "Ms.", "Miss",
    "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "นายสัตวแพทย์", "สัตวแพทย์หญิง", "เภสัชกร", "เภสัชกรหญิง",
    "นพ.", "พญ.", "ทพ.", "ทพญ.", "น.สพ.", "สพ.ญ.", "ภก.", "ภญ.",
    "พลเอก", "พลโท", "พลตรี", "พันเอก", "พันโท", "พันตรี", "ร้อยเอก", "ร้อยโท", "ร้อยตรี", "จ่าสิบเอก", "จ่าสิบโท", "จ่าสิบตรี",
    "สิบเอก", "สิบโท", "สิบตรี", "พลเรือเอก", "พลเรือโท", "พลเรือตรี", "นาวาเอก", "นาวาโท", "นาวาตรี", "เรือเอก", "เรือโท",
    "เรือตรี", "พันจ่าเอก", "พันจ่าโท", "พันจ่าตรี", "จ่าเอก", "จ่าโท", "จ่าตรี", "พลอากาศเอก", "พลอากาศโท", "พลอากาศตรี",
    "นาวาอากาศเอก", "นาวาอากาศโท", "นาวาอากาศตรี", "เรืออากาศเอก", "เรืออากาศโท", "เรืออากาศตรี", "พันจ่าอากาศเอก",
    "พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "ร้อยตำรวจเอก", "ร้อยตำรวจโท",
    "ร้อยตำรวจตรี", "ดาบตำรวจ", "จ่าสิบตำรวจ", "สิบตำรวจเอก", "สิบตำรวจโท", "สิบตำรวจตรี",
    "พล.อ.", "พล.ท.", "พล.ต.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต.", "จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.", "ส.ท.",
    "ส.ต.", "พล.ร.อ.", "พล.ร.ท.", "พล.ร.ต.", "น.อ.", "น.ท.", "น.ต.", "พ.จ.อ.", "พ.จ.ท.", "พ.จ.ต.", "จ.อ.", "จ.ท.", "จ.ต.",
    "พล.อ.อ.", "พล.อ.ท.", "พล.อ.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต.", "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.",
    "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "ด.ต.", "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.",
)  # fmt: skip
_ONE_TITLE = "|".join(re.escape(title) for title in sorted(TITLES, key=len, reverse=True))
#: One or several titles in a row, as a pattern: ผศ.ดร., ว่าที่ ร.ต.หญิง. After a rank หญิง belongs to it.
TITLE = rf"(?:(?:ว่าที่\s*)?(?:{_ONE_TITLE})(?:(?<=[.ทกี])\s*(?:หญิง|\(หญิง\)))?(?:\s*(?:{_ONE_TITLE})){{0,3}})"
_SET_APART = re.compile(rf"{TITLE}(?:(?<=\.)|(?= ))")
# No name begins with a vowel or mark that stands behind, above or below its letter: นายิกา has no title.
_TITLED = re.compile(rf"(?P<title>{TITLE})\s*(?P<name>(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]).*)")


def normalise(text: str) -> str:
    """Repair how a text is stored: NFC, sara am as one code point, no zero-width marks, plain spaces.

    >>> normalise("ส\u0e4d\u0e32นัก\u200bงาน")
    'สำนักงาน'
    """
    text = unicodedata.normalize("NFC", text)
    for pattern, replacement in REPAIRS:
        text = pattern.sub(replacement, text)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=20_000)  # a letter's list of units is compared many times over
def fold(name: str) -> str:
    """Return the key under which a name of a unit or a person is compared; not meant to be shown.

    Look-alikes become Thai, digits ASCII, and white space, punctuation and case are forgotten.

    >>> fold("สำนัก ๑ (ราຊการ)") == fold("สำนัก1ราชการ")
    True
    """
    text = normalise(name).translate(_LOOK_ALIKES)
    text = to_ascii(normalise(text))
    kept = (c for c in text if unicodedata.category(c)[0] in "LMN")
    return normalise("".join(kept).casefold())  # what was apart may now stand together


def person_key(given: str, family: str) -> str:
    """Return one key for a person's name, the same whatever title, spacing or look-alikes were typed.

    A title typed in front of the given name is dropped only where it is set apart (a space or its own dot),
    because นาย may also begin a name.

    >>> person_key("นาย ปกรณ์", "ใจงาม") == person_key("ปกรณ์ ", "ใจ งาม")
    True
    """
    given = normalise(given).strip()
    while match := _SET_APART.match(given):
        given = given[match.end() :].strip()
    return f"{fold(given)}|{fold(family)}"


def split_name(name: str) -> tuple[str, str, str]:
    """Split a full name into title, given and family name; what is not there is empty.

    >>> split_name("นางสาวมาลี ศรีสุข")
    ('นางสาว', 'มาลี', 'ศรีสุข')
    >>> split_name("ผศ. ดร.นายิกา เทพสถิต ณ อยุธยา")
    ('ผศ. ดร.', 'นายิกา', 'เทพสถิต ณ อยุธยา')
    >>> split_name("นางสาว")
    ('นางสาว', '', '')
    >>> split_name("มานี")
    ('', 'มานี', '')
    """
    name = " ".join(normalise(name).split())
    titled = _TITLED.fullmatch(name)
    title, rest = titled.group("title", "name") if titled else ("", name)
    given, _, family = rest.partition(" ")
    return title, given, family


def mend(name: str) -> str:
    """Return a name as it should be shown: stored properly, with Thai letters for their look-alikes.

    >>> mend("กองราວ") == "กองราว"
    True
    """
    return " ".join(normalise(name).translate(_LOOK_ALIKES).split())
