"""Rows and heads of a table pasted from Word or Excel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saraban.people.fields import Fields, phones_of, said, whole_post
from saraban.people.names import message_of, name_of
from saraban.people.vocabulary import HEADS

#: What each column says: a field, "" for nothing about a person, None for a head that is not known.
Columns = tuple[str | None, ...]

_CELL_OF_LINES = re.compile(r'(?:(?<=\t)|^)"([^"\t]*+)"(?=\t|$)', re.MULTILINE)
_HEADS = tuple((field, re.compile(head, re.IGNORECASE)) for field, head in HEADS)


def one_line_a_row(text: str) -> str:
    """The text with each quoted cell, as Excel copies a cell of several lines, on one line; messages keep theirs."""
    return _CELL_OF_LINES.sub(_unquoted, text)


def cells_of(line: str) -> list[str]:
    """The cells of a row, empty ones too; none for a line that is no row."""
    if message_of(line) != line:
        return []
    if "\t" not in line and line.count("|") > 1:
        line = line.strip("| ").replace("|", "\t")
    return [cell.strip() for cell in line.split("\t")] if "\t" in line else []


def columns_of(cells: Sequence[str]) -> Columns:
    """What the columns below a row of heads say; () for any other row."""
    heads = [cell.strip(" .:*") for cell in cells]
    columns = tuple(next((field for field, head in _HEADS if head.fullmatch(cell)), None) for cell in heads)
    known = [field for field in columns if field is not None]
    return columns if len(known) > 1 and {"name", "given"} & set(known) else ()


def person_of(cells: Sequence[str], columns: Columns) -> Fields:
    """The person of a row below heads; {} when its name is no name, or there are several."""
    said_in: dict[str | None, list[str]] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell.strip("-–— "):
            said_in.setdefault(column, []).append(cell)

    def of(*fields: str) -> list[str]:
        return [cell for field in fields for cell in said_in.get(field, ())]

    name = name_of(" ".join(of("name", "given", "family")))
    return name and {
        **name,
        "title": " ".join(of("title")) or name["title"],
        "post": whole_post(of("post", "level")),
        "unit": " ".join(of("unit")),
        "phone": ", ".join(filter(None, map(phones_of, of("phone")))),
        "email": said(" ".join(of("email")))[0].get("email", ""),
    }


def _unquoted(cell: re.Match[str]) -> str:
    before = cell.string[cell.string.rfind("\n", 0, cell.start()) + 1 : cell.start()]
    return cell[1] if message_of(before) != before else " ".join(cell[1].split())
