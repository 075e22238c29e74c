"""Can the text that came with a PDF, or was read off a picture, be trusted to be what the page shows? No dictionary is used.

Thai is written in clusters: a mark stands over or under a consonant, เ แ โ ใ ไ before one, ะ า ำ after one. Text layers
made by old fonts, by wrong tables of letters or by scanners break this rule in one cluster of five and more; letters that are
typed break it in less than one of a hundred. What has no Thai is taken for English if its letters are mixed like words.
"""

from __future__ import annotations

import re

from saraban.words import normalise

#: Of what is not white space: letters that no Thai letter has, such as Ê¡Å or boxes. Of Thai letters: clusters that cannot be.
MOST_STRANGE, MOST_BROKEN = 0.05, 0.04
#: Of Thai letters on the line: marks above and below them, and tone marks alone. Letters have 0.20–0.33 and 0.05–0.12.
LEAST_MARKS, LEAST_TONES = 0.12, 0.025
#: Of Latin letters: vowels. English has 0.38; letters in disorder have 0.2.
VOWELS = (0.26, 0.55)
#: Fewer letters than these prove nothing by their shares: a page with a signature only.
FEW = 250
_BLANK = re.compile(r"\s+")
_STRANGE = re.compile(
    "[^\u0020-\u007e\u0e01-\u0e3a\u0e3f-\u0e5b\u00a0\u00a3-\u00a9\u00ab-\u00ae\u00b0-\u00b3\u00b7\u00bb-\u00be\u00d7\u00f7"
    "\u2010-\u203a\u20ac\u2100-\u27bf\u2e00-\u2e7f\uf0a7\uf0b7\uf020-\uf07e]"
)
_CONSONANT, _MARK = "[\u0e01-\u0e2e]", "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_BROKEN = re.compile(
    f"(?<!{_CONSONANT})(?<!{_MARK}){_MARK}"  # a mark over nothing
    f"|(?<=[\u0e48-\u0e4b])[\u0e48-\u0e4b]"  # two tones
    f"|(?<=[\u0e34-\u0e37])[\u0e34-\u0e37]"  # two vowels
    f"|[\u0e40-\u0e44](?!{_CONSONANT})"  # a vowel before nothing
    f"|(?<!{_CONSONANT})(?<!{_MARK})(?<![\u0e24\u0e26])[\u0e32\u0e33]"  # or behind nothing
    f"|(?<![\u0e01-\u0e2e\u0e32])(?<!{_MARK})\u0e30"
)
_LETTER = re.compile("[\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e45]")
_MARKS, _TONES = re.compile(_MARK), re.compile("[\u0e48-\u0e4b]")


def is_trusted(text: str) -> bool:
    """Is `text` written as Thai or English is?"""
    text = normalise(text)
    seen = _BLANK.sub("", text)
    if len(_STRANGE.findall(seen)) > MOST_STRANGE * len(seen):
        return False
    letters = len(_LETTER.findall(text))
    if len(_BROKEN.findall(text)) > MOST_BROKEN * letters:
        return False
    if letters < len(seen) / 4:
        return _is_english(seen)
    enough = len(_MARKS.findall(text)) >= LEAST_MARKS * letters
    return letters < FEW or (enough and len(_TONES.findall(text)) >= LEAST_TONES * letters)


def _is_english(seen: str) -> bool:
    letters = re.findall(r"[a-z]", seen.lower())
    vowels = sum(letter in "aeiou" for letter in letters)
    return len(letters) < FEW or VOWELS[0] <= vowels / len(letters) <= VOWELS[1]
