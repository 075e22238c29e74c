"""From pasted lines to people.

A person found is a proposal that somebody confirms: what is doubtful stays empty and is still read in `source`; what
names nobody stays in `leftovers`. Only numbers of identity cards are dropped, and counted.
"""

from __future__ import annotations

import re
from dataclasses import replace

from saraban.people.fields import is_level, said, whole_post
from saraban.people.names import FAMILY, message_of, names_in, unmarked
from saraban.people.pasted import HIDDEN_ID, MOST_IN_A_LINE, Pasted, PastedPerson
from saraban.people.tables import Columns, cells_of, columns_of, one_line_a_row, person_of
from saraban.people.vocabulary import TALK
from saraban.words import normalise

_GAP = r"[ .‐-—-]"
_ID = re.compile(
    rf"(?<!\d)(?:\d{{12,}}|\d{_GAP}{{0,3}}\d{{4}}{_GAP}{{0,3}}\d{{5}}{_GAP}{{0,3}}\d{{2}}{_GAP}{{0,3}}\d"
    rf"|[1-9๑-๙](?! [0๐])(?:{_GAP}?\d){{12}}(?! ?-? ?\d))(?!\d)"
)
_FAMILY_ALONE = re.compile(rf"(?:นาม)?สกุล\s*[:：]?\s*({FAMILY})")
_ANYTHING = re.compile(r"[^\W\d_]|[ก-๎]|\d{4}")
_TALK = re.compile(TALK)


def find_people(text: str) -> Pasted:
    r"""Find the people of a pasted text: a person a line, several lines a person, or rows of a table.

    Lines of nothing but numbering and rules are dropped. Never raises.

    >>> found = find_people("รายชื่อดังนี้\n๑. น.ส.มาลี ศรีสุข (เล็ก) นิติกร ชำนาญการ โทร. ๐๘ ๑๒๓๔ ๕๖๗๘")
    >>> person = found.people[0]
    >>> person.title, person.given_name, person.family_name, person.post, person.phone
    ('น.ส.', 'มาลี', 'ศรีสุข', 'นิติกรชำนาญการ', '๐๘ ๑๒๓๔ ๕๖๗๘')
    >>> found.leftovers
    ('รายชื่อดังนี้',)
    """
    text, dropped_ids = _ID.subn(HIDDEN_ID, one_line_a_row(normalise(text)))
    people: list[PastedPerson] = []
    leftovers: list[str] = []
    columns: Columns = ()
    going_on = False
    for raw in text.splitlines():
        line, cells = raw.strip(), cells_of(raw)
        if heads := columns_of(cells):
            columns, going_on = heads, False
            leftovers.append(line)
        elif named := _people_of(line, cells, columns):
            people += [replace(person, source=line) for person in named[:MOST_IN_A_LINE]]
            leftovers += [person.source for person in named[MOST_IN_A_LINE:]]
            going_on = len(named) == 1
        elif going_on and (fuller := _with(people[-1], line, under_units=any(map(_is_unit, leftovers)))):
            people[-1] = fuller
        elif _ANYTHING.search(line):
            leftovers.append(line)
            going_on = going_on and not (_is_unit(line) or _TALK.search(line))
    return Pasted(tuple(people), tuple(leftovers), dropped_ids)


def _people_of(line: str, cells: list[str], columns: Columns) -> list[PastedPerson]:
    row = person_of(cells, columns)
    return [PastedPerson(**fields) for fields in ([row] if row else names_in(line))]


def _is_unit(line: str) -> bool:
    fields, rest = said(line)
    return list(fields) == ["unit"] and not rest


def _with(person: PastedPerson, line: str, *, under_units: bool) -> PastedPerson | None:
    """The person with what a further line says; None when it says anything else, or something else than before.

    A unit alone on its line may be the heading of the next people: it is taken only from a list without such
    headings that gives each person several lines.
    """
    body = unmarked(message_of(line))
    fields, rest = said(body)
    if family := _FAMILY_ALONE.fullmatch(body):
        fields, rest = {"family_name": family[1]}, []
    heading = list(fields) == ["unit"] and "สังกัด" not in line and (under_units or "\n" not in person.source)
    if rest or not fields or heading:
        return None
    for field, value in fields.items():
        before: str = getattr(person, field)
        if before and field == "phone":
            fields[field] = f"{before}, {value}"
        elif before and field == "post" and is_level(value):
            fields[field] = whole_post([before, value])
        elif before:
            return None
    return replace(person, source=f"{person.source}\n{line}", **fields)
