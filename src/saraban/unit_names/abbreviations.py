"""Abbreviations of units: what they stand for, and how well they fit a name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from saraban.unit_names.vocabulary import (
    BEFORE,
    LIGHT,
    MINISTRIES,
    OFFICES,
    PERMANENT_SECRETARY,
    first_letter,
    words_of,
)
from saraban.words import fold, normalise

_ABBREVIATION = re.compile(r"[ก-ฮ]{1,5}(?:\.[ก-ฮ]{1,5})*\.?")
_BEFORE = re.compile(r"(?P<short>รพ\.สต|[ก-ฮ]{1,4})(?P<dot>\.)?(?:(?<=\.)|\s)\s*(?P<rest>\S.+)")


def is_abbreviation(name: str) -> bool:
    """Is a name letters without a vowel, as abbreviations are?

    >>> [is_abbreviation(name) for name in ("กกจ.", "สป. มท.", "ก.พ.ร.", "กองคลัง", "กอง")]
    [True, True, True, False, False]
    """
    letters = "".join(normalise(name).split())
    return bool(_ABBREVIATION.fullmatch(letters)) and letters not in OFFICES


def written_out(name: str, known: Mapping[str, str] | None = None) -> str:
    """A name with its abbreviations written out, as far as they stand for one thing only.

    `known` are abbreviations of ministries besides the usual ones, folded.

    >>> written_out("สป.มท."), written_out("อบต. บางไม้"), written_out("สนง.คลัง"), written_out("กองคลัง")
    ('สำนักงานปลัดกระทรวงมหาดไทย', 'องค์การบริหารส่วนตำบลบางไม้', 'สำนักงานคลัง', 'กองคลัง')
    """
    letters = is_abbreviation(name)
    if letters and (ministry := _of_ministry(name, {**MINISTRIES, **(known or {})})):
        return ministry
    found = _BEFORE.fullmatch(normalise(name).strip())
    if found is None or (letters and len(found["rest"]) < 4):  # อ.ขนอม is a place, กพร. is not
        return name
    short = found["short"].replace(".", "")
    return BEFORE[short] + found["rest"] if short in BEFORE and (found["dot"] or len(short) == 3) else name


def _of_ministry(name: str, ministries: Mapping[str, str]) -> str:
    """The ministry, or the office of its permanent secretary, that letters stand for; "" for others."""
    letters = fold(name)
    office = re.match(rf"{PERMANENT_SECRETARY}[.\s]", normalise(name).strip())
    if office and (ministry := ministries.get(letters.removeprefix(PERMANENT_SECRETARY))):
        return f"สำนักงานปลัด{ministry}"
    return ministries.get(letters, "")


def words_abbreviated(letters: str, key: str) -> float | None:
    """Which share of the words of a folded name are left out where `letters` are the first letters of the others, in order.

    0 also where only light words are left out (และ); None where letters begin no word.

    >>> words_abbreviated("กกจ", "กองการเจ้าหน้าที่"), words_abbreviated("กพร", "กลุ่มพัฒนาระบบบริหาร"), words_abbreviated("กบค", "กองบุคคล")
    (0.0, 0.25, None)
    """
    words = words_of(key)
    firsts = [first_letter(word) for word in words]
    heavy = [first for first, word in zip(firsts, words, strict=True) if word not in LIGHT]
    if list(letters) in (firsts, heavy):
        return 0.0
    left = iter(firsts)
    return 1 - len(letters) / len(words) if all(letter in left for letter in letters) else None
