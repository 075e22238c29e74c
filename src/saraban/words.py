"""Making words comparable: the same name typed in two ways gets the same key.

`normalise` repairs how a text is stored, `fold` forgets how a name is typed. Neither is ever applied to
a text that spans point into: `trace.Traced` does the same repairs and remembers where each letter came from.
"""

from __future__ import annotations

import re
import unicodedata

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

#: Repairs in order: (pattern, what stands there afterwards). Used by `normalise` and by `trace.Traced`.
REPAIRS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]"), ""),  # zero width, byte order mark, soft hyphen
    (re.compile("[\u00a0\u2000-\u200a\u202f\u3000]"), " "),
    *((re.compile(private), thai) for private, thai in _PRIVATE.items()),
    (re.compile("\u0e4d([\u0e48-\u0e4b])\u0e32"), "\\1\u0e33"),  # ํ + tone + า
    (re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32"), "\\1\u0e33"),  # tone + ํ + า
    (re.compile("\u0e4d\u0e32"), "\u0e33"),  # sara am in two code points
)

# Lao letters stand 0x80 above the Thai letters that they look like; ຍ looks like ย, not like ญ.
LAO_LOOK_ALIKES: dict[str, str] = {
    chr(code): chr(code - 0x80)
    for code in range(0x0E81, 0x0EDA)
    if unicodedata.name(chr(code), "") and unicodedata.name(chr(code - 0x80), "")
} | {"\u0e8d": "ย"}
_LOOK_ALIKES = str.maketrans(LAO_LOOK_ALIKES)

TITLES: tuple[str, ...] = (
    "นางสาว", "นาย", "นาง", "น.ส.", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "ดร.", "ผศ.", "รศ.", "ศ.", "หม่อมหลวง",
    "ม.ล.", "ม.ร.ว.", "พล.อ.", "พล.ต.อ.", "พลเอก", "พลโท", "พลตรี", "พลตำรวจเอก", "พันเอก", "พันตำรวจเอก",
    "พ.อ.", "พ.ต.อ.", "ร้อยเอก", "ร.อ.", "ร้อยตรี", "ร.ต.", "สิบเอก", "ส.อ.", "จ่าเอก", "จ.อ.", "Mr.", "Mrs.", "Ms.",
)  # fmt: skip
_TITLE = re.compile("|".join(rf"{re.escape(t)}{'' if t.endswith('.') else ' '}" for t in TITLES))


def normalise(text: str) -> str:
    """Repair how a text is stored: NFC, sara am as one code point, no zero-width marks, plain spaces.

    >>> normalise("ส\u0e4d\u0e32นัก\u200bงาน")
    'สำนักงาน'
    """
    text = unicodedata.normalize("NFC", text)
    for pattern, replacement in REPAIRS:
        text = pattern.sub(replacement, text)
    return unicodedata.normalize("NFC", text)


def fold(name: str) -> str:
    """Return the key under which a name of a unit or a person is compared; not meant to be shown.

    Look-alikes become Thai, digits ASCII, and white space, punctuation and case are forgotten.

    >>> fold("สำนัก ๑ (ราຊการ)") == fold("สำนัก1ราชการ")
    True
    """
    text = normalise(name).translate(_LOOK_ALIKES).replace("เเ", "แ")
    text = to_ascii(normalise(text))
    kept = (c for c in text if unicodedata.category(c)[0] in "LMN")
    return unicodedata.normalize("NFC", "".join(kept).casefold())


def person_key(given: str, family: str) -> str:
    """Return one key for a person's name, the same whatever title, spacing or look-alikes were typed.

    A title typed in front of the given name is dropped only where it is set apart (a space or its own dot),
    because นาย may also begin a name.

    >>> person_key("นาย ปกรณ์", "ใจงาม") == person_key("ปกรณ์ ", "ใจ งาม")
    True
    """
    given = normalise(given).strip()
    while match := _TITLE.match(given):
        given = given[match.end() :].strip()
    return f"{fold(given)}|{fold(family)}"


def split_name(name: str) -> tuple[str, str, str]:
    """Split a full name into title, given and family name; what is not there is empty.

    >>> split_name("นางสาวมาลี ศรีสุข")
    ('นางสาว', 'มาลี', 'ศรีสุข')
    >>> split_name("มานี")
    ('', 'มานี', '')
    """
    name = normalise(name).strip()
    title = next((title for title in TITLES if name.startswith(title)), "")
    given, _, family = name.removeprefix(title).strip().partition(" ")
    return title, given, family.strip()


def mend(name: str) -> str:
    """Return a name as it should be shown: stored properly, with Thai letters for their look-alikes.

    >>> mend("กองราວ") == "กองราว"
    True
    """
    return " ".join(normalise(name).translate(_LOOK_ALIKES).split())
