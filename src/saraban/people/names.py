"""The people whom one line names, with what the line says of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from saraban.numerals import to_ascii
from saraban.people.fields import Fields, said
from saraban.people.vocabulary import (
    BEFORE_TITLES,
    LEVEL,
    MANAGER,
    NOT_FAMILY,
    NOT_NAME,
    NOT_TITLED,
    POST,
    TALK,
    UNITS,
)
from saraban.words import TITLE, split_name

_WORD = r"[ก-ฮเ-ไ][ก-์]+"
_LATIN = r"[A-Z][A-Za-z'’-]*\.?"
#: A family name in Thai letters: ใจดี, ณ อยุธยา, แซ่ ตั้ง, ศรีสุข ณ นคร.
FAMILY = rf"(?:(?:ณ|แซ่)\s+)?{_WORD}(?:-{_WORD})?(?:\s+ณ\s+{_WORD})?"

_NEXT_TITLED = rf"{TITLE}\s*{_WORD}\s+(?!{NOT_FAMILY}){_WORD}"
_TITLED = re.compile(
    rf"(?:(?<![ก-์])(?<![ก-์]\.)|{'|'.join(f'(?<={word})' for word in BEFORE_TITLES)})"
    rf"(?!{NOT_TITLED})(?P<title>{TITLE}|คุณ)\s*(?!{NOT_TITLED})"
    rf"(?:(?P<given>{_WORD})(?:\s+(?!{NOT_FAMILY}|{_NEXT_TITLED})(?P<family>{FAMILY}))?"
    rf"|(?P<first>{_LATIN})(?:\s+(?P<last>{_LATIN}(?:\s{_LATIN})*))?)"
)
_GLUED = re.compile(rf"(?<=[ก-์])(?=(?:และ|กับ){TITLE}\s*{_WORD}\s)")
_GIVEN = rf"(?<![ก-์])(?!{NOT_NAME}|{UNITS})(?P<given>[ก-ฮเ-ไ][ก-์]{{1,19}})(?![ก-์])"
_PAIR = rf"{_GIVEN}\s+(?!{NOT_NAME}|[ก-์]{{31}})(?P<family>{FAMILY})"
_FIRST_PAIR = re.compile(rf"(?:^|[,;/|\t]\s*|\s\s+){_PAIR}")
_EACH_PAIR = re.compile(rf"{_PAIR}\s*(?:[,/]|(?<=\s)(?:และ|กับ)|$)\s*")
_LABELLED = re.compile(rf"{_PAIR}|{_GIVEN.replace('given', 'alone')}")

_STAMP = re.compile(
    r"\[?(?:\d[\d/.-]{5,9},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M|\s?น\.)?\]?\s+(?=\S)", re.I
)
_MARK = r"[^\w+ก-๎]*"
_LEAD = re.compile(rf"{_MARK}(?:(?:ลำดับ|คน)ที่\s*)?(?:[1-9]\d{{0,2}}(?:\.\d{{1,2}})*(?![\d:/-]))?{_MARK}")
_NUMBER_INSIDE = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s*[ก-ฮเ-ไA-Z])")
_NAME_LABEL = re.compile(
    r"(?:(?:ราย)?ชื่อ(?!เล่น)[ก-์ /–-]{0,25}|(?:ผู้|ตัว|สำรอง|เสนอ|คน)[ก-์๐-๙ 0-9]{0,30})[:：]\s*"
    r"|ชื่อ(?:\s*[-–/]?\s*(?:และ)?(?:นาม)?สกุล)?\s+"
)
_FAMILY_LABEL = re.compile(r"(?<=[ก-์]\s)(?:นาม)?สกุล\s*[:：]?\s*(?=[ก-ฮเ-ไ])")
_NICKNAMED = re.compile(r"(?<![ก-์])ชื่อเล่น[\s:：]*[ก-์]+")
_ASIDE = re.compile(r"[(\[“\"]([^()\[\]“”\"]*)[)\]”\"]")
_NICKNAME = re.compile(
    rf"(?!{TITLE}|{POST}|{UNITS}|{MANAGER}|ตำแหน่ง|สังกัด|โทร|[ก-์ ]*{LEVEL})[ก-์A-Za-z ]{{1,20}}"
)
_ADDRESSEE = re.compile(r"(?:กราบ)?เรียน(?:\s|ท่าน|คุณ)|ถึง\s")
_TALK = re.compile(TALK)


def names_in(line: str) -> list[Fields]:
    """The people whom a line names: name and fields of each, and as source its part of the line."""
    if _ADDRESSEE.match(line):
        return []
    body = message_of(line)
    parts = _NUMBER_INSIDE.split(body) if _lead(body) else [body]
    return [person for part in parts for person in _people_of(part)]


def name_of(cell: str) -> Fields:
    """The one name that a cell holds, with a title or without; {} for anything else."""
    typed = unmarked(cell).partition(",")[0]
    title, given, family = split_name(typed)
    if not re.fullmatch(rf"(?!{NOT_NAME})[A-Za-zก-์.’'-]+", given) or len(_TITLED.findall(typed)) > 1:
        return {}
    return {"title": title, "given_name": given, "family_name": family}


def message_of(line: str) -> str:
    """A line of a chat without its time and speaker; any other line as it is.

    Without a tab nobody knows where the speaker's name ends: behind its first word, or before the first title.
    """
    stamp = _STAMP.match(line)
    if stamp is None:
        return line
    spoken = line[stamp.end() :]
    if "\t" in spoken:
        return spoken.partition("\t")[2]
    titled = _TITLED.search(spoken)
    speaker_alone = titled and not titled.start() and _TALK.search(spoken) and not said(spoken)[0]
    message = spoken.partition(" ")[2]
    if titled and not speaker_alone:
        return spoken
    return message if _FIRST_PAIR.match(unmarked(message)) or not said(spoken)[0] else spoken


def unmarked(line: str) -> str:
    """A line without bullet, number, nickname and a label inside the name; other brackets become commas."""
    body = _FAMILY_LABEL.sub(" ", _NICKNAMED.sub(" ", line[_lead(line) :]))
    return _GLUED.sub(" ", _ASIDE.sub(_aside, body)).strip()


def _aside(brackets: re.Match[str]) -> str:
    inside = brackets[1].strip()
    if inside == "หญิง" or (len(inside) < 4 and re.search(r"\d", inside)):
        return brackets[0]
    return " " if _NICKNAME.fullmatch(inside) else f", {inside},"


def _lead(line: str) -> int:
    """Where the words begin behind bullet and numbering."""
    lead = _LEAD.match(to_ascii(line))
    return lead.end() if lead else 0


def _people_of(part: str) -> list[Fields]:
    body = unmarked(part)
    if titled := list(_TITLED.finditer(body)):
        return [person for person in _each(body, titled) if _is_named(person)]
    if (label := _NAME_LABEL.match(body)) and (one := _LABELLED.match(body, label.end())):
        return _each(body, [one])
    several = list(_EACH_PAIR.finditer(body))
    if len(several) > 1 and sum(len(pair[0]) for pair in several) == len(body):
        return _each(body, several)
    one = _FIRST_PAIR.search(body)
    return _each(body, [one]) if one and _is_likely(one, marked=bool(part[: _lead(part)].strip())) else []


def _is_named(person: Fields) -> bool:
    """คุณมาลี alone is talk."""
    return person["title"] != "คุณ" or any(
        person.get(field) for field in ("family_name", "post", "phone", "email")
    )


def _is_likely(pair: re.Match[str], *, marked: bool) -> bool:
    """Two words without a title are a name when nothing else is said, or a field, or one more word behind a mark."""
    fields, rest = said(f"{pair.string[: pair.start()]},{pair.string[pair.end() :]}")
    return bool(fields) or not rest or (marked and len(rest) == 1 and not re.search(r"\d", rest[0]))


def _each(body: str, names: Sequence[re.Match[str]]) -> list[Fields]:
    """A person for each name: what stands as far as the next name is said of that person."""
    cuts = [0, *(name.start() for name in names[1:]), len(body)]
    people = []
    for name, (start, end) in zip(names, pairwise(cuts), strict=True):
        found = name.groupdict("")
        fields, _ = said(f"{body[start : name.start()]},{body[name.end() : end]}")
        people.append(
            {
                **fields,
                "title": " ".join(found.get("title", "").split()),
                "given_name": found["given"] or found.get("first", "") or found.get("alone", ""),
                "family_name": " ".join((found["family"] or found.get("last", "")).split()),
                "source": body[start:end].strip(" ,"),
            }
        )
    return people
