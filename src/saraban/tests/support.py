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


def text_of(name: str) -> str:
    return (LETTERS / f"{name}.txt").read_text(encoding="utf-8")


def reading_of(name: str) -> Reading:
    return read(text_of(name))


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
