"""`python -m saraban.paper` prints docs/paper.md: what a paper is as data. A test compares the two."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from saraban.dates import thai_date
from saraban.paper.examples import example
from saraban.paper.model import KINDS, Annex, Block, Meeting, OfficeCopy, Paper, Signatory
from saraban.paper.values import schema, to_json
from saraban.paper.words import text_of

_HEAD = """# A paper as data

Written by `python -m saraban.paper` from the code: change it there.

One official paper is one JSON object. What is empty is left out; a name that is not listed here, or a value of another type, is refused with
its place (`body[2].table.rows[0]`). Text is plain and has no line breaks; digits may be Thai or not, they are printed as Thai ones,
except in words with Latin letters. An emoji, a control character or whatever else TH SarabunPSK cannot show is refused by its place and name.

```
saraban example memo > letter.json          an example of each kind, to start from
saraban write letter.json --to letter.pdf   PDF/A-3a and PDF/UA-1, with this JSON attached; or letter.docx
saraban verify letter.pdf                   are the words on its pages those of its source; its signatures; its SHA-256
saraban schema                              the JSON Schema (draft 2020-12) of all this
```
"""


def page() -> str:
    """docs/paper.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield from (
        "## What stands on which kind",
        "",
        "| kind | | fields, as they follow on the page |",
        "| --- | --- | --- |",
    )
    for kind, name in KINDS.items():
        yield f"| `{kind}` | {name} | {' · '.join(f'`{field}`' for field in _fields_of(kind))} |"
    yield from ("", "`answer_url` and `verify_url` stand as QR codes at the foot of any kind.")
    described = schema()
    for title, one in ((described["title"], described), *described["$defs"].items()):
        yield from (
            "",
            f"## {title}",
            "",
            one["description"],
            "",
            "| field | | what it is |",
            "| --- | --- | --- |",
        )
        for field, told in one["properties"].items():
            mark = "" if field in one["required"] else "?"
            yield f"| `{field}`{mark} | {_type(told)} | {told['description']} |"
    yield from ("", "A `?` marks what may be left out.", "", "## An example", "", "```json")
    yield json.dumps(to_json(example("stamped")), ensure_ascii=False, indent=1)
    yield "```"


def _fields_of(kind: str) -> list[str]:
    """The fields that the form of a kind prints, in the order of the page: found by printing a paper that has them all."""
    day = dt.date(2026, 11, 23)
    told: dict[str, Any] = {
        field: [f"<{field}>"] if one.get("type") == "array" else f"<{field}>"
        for field, one in schema()["properties"].items()
        if field not in ("kind", "body", "annexes")
    }
    paper = Paper(
        kind,
        **told
        | {
            "date": day,
            "body": (Block("paragraph", "<body>"),),
            "signatory": Signatory("<signatory>"),
            "annexes": (Annex("<annexes>", ()),),
            "meeting": Meeting("<meeting>"),
            "office_copy": OfficeCopy("<office_copy>"),
        },
    )
    page = text_of(paper).replace(thai_date(day), "<date>")
    return sorted(
        (field for field in schema()["properties"] if f"<{field}>" in page),
        key=lambda field: page.index(f"<{field}>"),
    )


def _type(told: dict[str, Any]) -> str:
    if "enum" in told:
        return " ".join(f"`{word}`" for word in told["enum"] if word)
    if "items" in told:
        return f"list of {_type(told['items'])}"
    if "anyOf" in told:
        return _type(told["anyOf"][0])
    if "$ref" in told:
        name = told["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    return {"date": "date", "integer": "1 to 9"}.get(told.get("format", told["type"]), "text")


if __name__ == "__main__":
    print(page(), end="")
