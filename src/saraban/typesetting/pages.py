"""What the Typst forms are given of a paper: every text as runs, plain and boxed in turn; widths; codes."""

from __future__ import annotations

import datetime as dt
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import segno

from saraban.numerals import to_thai
from saraban.paper.model import Block, Meeting, Paper, Table
from saraban.paper.values import to_json
from saraban.paper.words import CHECKER, TAKER, day_of, lists_of, numbered, point_of, signature_of, title_of
from saraban.typesetting.breaks import Place, words_of

Runs = list[str]
#: From a text to its runs.
Say = Callable[[str], Runs]
#: Pages that get their number in Thai digits; papers are shorter.
_MOST_PAGES = 1000
# As `paper.words` has them.
_WITH_CONTACT, _WITH_COPIES = ("external", "stamped", "certificate"), ("memo", "cover_memo", "external")
_ANSWER, _VERIFY = "ตอบผ่านระบบ", "ตรวจสอบหนังสือ"


def data_of(
    paper: Paper, say: Say, *, source: Paper, emblem: bytes | None, signature: bytes | None
) -> dict[str, Any]:
    """The values that `paper.typ` reads. `paper` is as printed, `source` as it was handed in and is attached."""
    meeting = paper.meeting or Meeting("")
    copy = paper.office_copy
    names = (("ร่าง", copy.drafted), ("พิมพ์", copy.typed), ("ตรวจ", copy.checked)) if copy else ()
    return {
        "kind": paper.kind,
        "title": paper.subject or title_of(paper) or paper.number or paper.kind,
        "day": [*_made_on(paper).timetuple()[:3]],
        "author": paper.agency or meeting.title,
        "numbers": [to_thai(number) for number in range(1, _MOST_PAGES + 1)],
        "next": {},
        "attached": json.dumps(to_json(source), ensure_ascii=False, indent=1),
        "emblem": _picture(emblem),
        "signature": _picture(signature),
        "urgency": paper.urgency,
        "secrecy": paper.secrecy,
        "agency": say(paper.agency),
        "address": [say(line) for line in paper.address],
        "number": say(paper.number),
        "date": say(day_of(paper)),
        "subject": say(paper.subject),
        "heading": say(title_of(paper)),
        "salutation": paper.salutation,
        "addressee": [say(paper.addressee)] if paper.addressee else [],
        "references": [say(one) for one in numbered(paper.references)],
        "enclosures": [say(one) for one in numbered(paper.enclosures)],
        "body": [_block(one, say) for one in paper.body],
        "closing": say(paper.closing),
        "signatory": [say(line) for line in signature_of(paper.signatory)],
        "signed_as": say(paper.signed_as) if paper.signed_as else [],
        "contact": [say(line) for line in paper.contact] if paper.kind in _WITH_CONTACT else [],
        "copies": [say(line) for line in paper.copies] if paper.kind in _WITH_COPIES else [],
        "annexes": [
            {"title": say(annex.title), "body": [_block(one, say) for one in annex.body]}
            for annex in paper.annexes
        ],
        "meeting": {
            "head": [
                say(line) for line in (meeting.title, meeting.session, meeting.held_on, meeting.place) if line
            ],
            "lists": [
                {"heading": say(heading), "names": [say(name) for name in names_]}
                for heading, names_ in lists_of(meeting)
            ],
            "began": say(meeting.began) if meeting.began else [],
            "ended": say(meeting.ended) if meeting.ended else [],
            "signed": [
                [say(line) for line in (*signature_of(who), role)]
                for who, role in ((meeting.taker, TAKER), (meeting.checker, CHECKER))
                if who.name
            ],
        },
        "room": not paper.signed_as,
        "codes": [
            {"picture": _code(url), "words": words}
            for url, words in ((paper.answer_url, _ANSWER), (paper.verify_url, _VERIFY))
            if url
        ],
        "office_copy": [say(f"{label} {name}") for label, name in names if name],
    }


def _made_on(paper: Paper) -> dt.date:
    """The day that the file says it was made: the letter's own, so that the same letter is the same file."""
    return paper.date or dt.date(2000, 1, 1)


def texts_of(paper: Paper) -> list[str]:
    """Every text of the paper that may run over several lines, each once, as it is printed."""
    asked: dict[str, None] = {}

    def say(text: str) -> Runs:
        asked[text] = None
        return [text]

    data_of(paper, say, source=paper, emblem=None, signature=None)
    return [text for text in asked if text]


def boxed(text: str, places: Iterable[Place]) -> Runs:
    """`text` as runs, plain and boxed in turn."""
    runs, last = [], 0
    for start, end in places:
        runs += [text[last:start], text[start:end]]
        last = end
    return [*runs, text[last:]]


def body_of(paper: Paper) -> list[tuple[str, bool]]:
    """The texts of body and annexes one after the other; whether it is announced where one goes on over a page's end, as tables and titles are not."""
    found = [_flowing(block) for block in paper.body]
    for annex in paper.annexes:
        found += [[(annex.title, False)], *(_flowing(block) for block in annex.body)]
    return [one for texts in found for one in texts]


def _flowing(block: Block) -> list[tuple[str, bool]]:
    if block.table is None:
        return [(point_of(block), True)]
    return [(cell, False) for row in (block.table.header, *block.table.rows) for cell in row]


def _block(block: Block, say: Say) -> dict[str, Any]:
    if block.table is None:
        return {"kind": block.kind, "text": say(point_of(block)), "level": block.level}
    return {"kind": "table", "table": _table(block.table, say)}


def _table(table: Table, say: Say) -> dict[str, Any]:
    columns = list(zip(table.header, *table.rows, strict=True))
    return {
        "header": [say(cell) for cell in table.header],
        "rows": [[say(cell) for cell in row] for row in table.rows],
        **widest(columns),
        "places": [
            "center" if max(map(_width, column[1:]), default=0) <= 6 else "left" for column in columns
        ],
    }


def widest(columns: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    """What each column of a table must hold on one line, its widest word, and what it would like to, its widest cell."""
    found: dict[str, list[str]] = {"words": [], "cells": []}
    for column in columns:
        words = (cell[start:end] for cell in column for start, end in words_of(cell))
        found["words"].append(max(words, key=_width, default=""))
        found["cells"].append(max(column, key=_width, default=""))
    return found


def _width(text: str) -> int:
    """Letters that stand beside each other: vowels and marks above and below take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _picture(data: bytes | None) -> str | list[int] | None:
    """Bytes as Typst takes them out of JSON: an SVG as its text, anything else as numbers."""
    if data is None:
        return None
    return data.decode() if data.lstrip()[:1] == b"<" else list(data)


def _code(url: str) -> str:
    drawn = io.BytesIO()
    segno.make(url, error="m").save(drawn, kind="svg", border=0, xmldecl=False, svgns=True, scale=4)
    return drawn.getvalue().decode()
