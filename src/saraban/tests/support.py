"""The letters of these tests. All were written for them; their people and units do not exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import settings

from saraban import Reading, read

#: For properties: a slow machine is no reason to fail.
unhurried = settings(deadline=None)

LETTERS = Path(__file__).parent / "letters"
NAMES = tuple(sorted(path.stem for path in LETTERS.glob("*.txt")))
#: Those of them whose labels lie beside them.
LABELLED = tuple(sorted(path.stem for path in LETTERS.glob("*.json")))

#: What a careless pattern would try again and again in, as one line of a letter's body.
LONG = (
    "1", "๑", ".", "-", "_", " ", "\t", "ก", "ก ", "ที่ ", "(", "[", "()", "1.", "1/", "๑) ", "1 มกราคม ", "o", "\u200b", "\u0e4d\u0e32",
    "<", "<p>", "&nbsp;", "|", "**", "นาย ", "นายก", "ดร.", "กอง", "ภายใน ", "ระหว่าง", "ตามที่ ", "ขอให้ ", "หน่วยงานละ ", "กองช่าง\t1\n", "1. กองช่าง 1 คน\n",
    "ก\n", "- ก\n",
)  # fmt: skip


def text_of(name: str) -> str:
    return (LETTERS / f"{name}.txt").read_text(encoding="utf-8")


def reading_of(name: str) -> Reading:
    return read(text_of(name))


def with_a_long_line(unit: str, length: int) -> str:
    """A letter with a line of about `length` characters that says `unit` over and over."""
    before, after = text_of("external").split("จึงเรียนมา")
    return f"{before}{unit * (length // len(unit))}\nจึงเรียนมา{after}"


_ONE_VALUE = (
    "agency", "number", "subject", "addressee", "urgency", "secrecy", "signatory", "position", "contact",
)  # fmt: skip


_UNSEEN = re.compile(r"<[^<>]*>|•|\*\*|__|&nbsp;|\s+")


def check(reading: Reading) -> None:
    """Whatever the text was: every span points at the words that were read, tags and white space aside."""
    json.dumps(reading.to_json())
    for key, spans in reading.spans.items():
        assert spans
        assert 0 <= reading.confidence[key] <= 1
        assert all(0 <= start <= end <= len(reading.text) for start, end in spans)
    for key in _ONE_VALUE:
        if value := getattr(reading, key):
            (span,) = reading.spans[key]
            assert _words(reading.text[slice(*span)]) == _words(value)
    for ask in reading.asks:
        assert _words(ask.what) in _words(reading.text[slice(*ask.span)])
    for quota in reading.quotas:
        assert _words(reading.text[slice(*quota.span)]) == _words(quota.unit)


def _words(text: str) -> str:
    return _UNSEEN.sub("", text)
