"""Where a Thai line may end. Typst splits Thai words (มหาด|ไทย); here is what it must not do.

A line may end between two words only where two ways of finding words agree, and both know the words on either side: newmm, which looks for
the fewest words, and longest matching. Each alone is sometimes wrong (แนว|ทางการ, ปฏิบัติ|การฯ), and they are wrong in different places.
Names of people, dates, and numbers written with room in them stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from pythainlp.corpus import thai_words
from pythainlp.tokenize import longest, newmm

from saraban.dates import MONTH

Place = tuple[int, int]
_CHUNK = re.compile(r"[^ \t\n]+")  # what a no-break space ties stays together
_THAI = re.compile("[\u0e01-\u0e5b]+")
_DOTS = re.compile(r"\.{5,}|_{5,}|…{3,}")  # to write on
_LINK = re.compile(r"(?:https?://|www\.)[!-~]+")
# Never ends a line before these, nor after those.
_NOT_BEFORE = set("ฯๆ)]}”’,.;:!?%/")
_NOT_AFTER = set("([{“‘/")
_NO_NAME = (
    "อำเภอ|ทะเบียน|แพทย์|ช่าง|จ้าง|หน้า|ตรวจ|ทหาร|ตำรวจ|ด่าน|สถานี|ท้าย|ก(?:รัฐ|เทศ|องค์|สมาคม|สภา|เมือง|ฯ|(?![ก-์]))"
)
_NAME = "[ก-์]{2,20}(?![ก-๙])"
#: What is written with room in it and yet is one; of a person the name and the surname are each.
_WHOLE = tuple(
    re.compile(pattern)
    for pattern in (
        r"\S +[ๆฯ]",
        rf"\d{{1,2}} *(?:{MONTH}) *(?:พ\.ศ\. *)?\d{{4}}",
        r"[พค]\.ศ\. *\d+",
        r"\d(?: \d+)+",  # telephones
        r"\d+(?:[.:]\d+)?(?: *[-–] *\d+(?:[.:]\d+)?)? *น\.",
        r"\d+ [-–] \d+",
        r"[ก-ฮ]{1,4} *\d[\d.]*/(?:ว *)?\d+",  # letters' numbers
        rf"((?:นาย(?!{_NO_NAME})|นางสาว|นาง(?!สาว|พยาบาล)){_NAME})(?: +({_NAME}))?",
    )
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Place, ...]:
    """What must stay on one line, as places [start, end) in `text`, in order: words, numbers, whatever hangs together with them.

    >>> [("งานตามแนวทางการพัฒนา")[start:end] for start, end in words_of("งานตามแนวทางการพัฒนา")]
    ['งาน', 'ตาม', 'แนวทาง', 'การพัฒนา']
    """
    inside = {at for start, end in _whole(text) for at in range(start + 1, end)}
    found: list[Place] = []
    for start, end in _words(text):
        if start in inside and found:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _words(text: str) -> Iterator[Place]:
    for chunk in _CHUNK.finditer(text):
        ends = [chunk.start() + end for end in _ends(chunk[0])]
        yield from pairwise([chunk.start(), *ends])


def _whole(text: str) -> Iterator[Place]:
    for pattern in _WHOLE:
        for match in pattern.finditer(text):
            for group in range(1, pattern.groups + 1) or (0,):
                if match[group]:
                    yield match.span(group)


def _ends(chunk: str) -> list[int]:
    """Where a line may end in a run of letters without room, its own end among them."""
    runs = list(_THAI.finditer(chunk))
    inside = {run.start() + at for run in runs for at in _agreed(run[0])}
    inside |= {run.start() for run in runs if chunk[run.start() - 1 : run.start()] in {")", "”"}}
    allowed = {
        at
        for at in inside
        if 0 < at < len(chunk) and chunk[at] not in _NOT_BEFORE and chunk[at - 1] not in _NOT_AFTER
    }
    allowed |= {at for dots in _DOTS.finditer(chunk) for at in range(dots.start() + 1, dots.end())}
    allowed |= {
        at
        for link in _LINK.finditer(chunk)
        for at in range(link.start() + 1, link.end())
        if _joint(chunk, at)
    }
    return [*sorted(allowed), len(chunk)]


def _joint(chunk: str, at: int) -> bool:
    """In the address of a page: not inside its words."""
    return not chunk[at - 1 : at + 1].isalnum()


def _agreed(run: str) -> set[int]:
    return _cuts(newmm.segment(run)) & _cuts(longest.segment(run))


def _cuts(words: list[str]) -> set[int]:
    """Where one known word follows another: a letter left over, or one the dictionary does not have, is part of something longer."""
    ends = accumulate(map(len, words))
    return {
        at for at, (one, other) in zip(ends, pairwise(words), strict=False) if _known(one) and _known(other)
    }


def _known(word: str) -> bool:
    return len(word) > 1 and word in _dictionary()


@cache
def _dictionary() -> frozenset[str]:
    return thai_words()
