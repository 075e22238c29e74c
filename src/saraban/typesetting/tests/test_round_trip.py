"""Whatever paper is written, as Word or as PDF: reading the file gives back what was written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from saraban import Reading, read
from saraban.paper import KINDS, printed, text_of
from saraban.reading.sources import source_of
from saraban.tests.support import check
from saraban.typesetting import docx_of, pdf_of
from saraban.typesetting.tests.composed import Written, told, written
from saraban.words import fold

#: The same papers in every run.
quickly = settings(deadline=None, max_examples=15, derandomize=True)
#: A PDF takes a second: few, and where one fails it is shown as it was drawn.
slowly = settings(quickly, max_examples=3, phases=[Phase.generate])


def found(reading: Reading) -> dict[str, Any]:
    return {
        "kind": reading.kind,
        "number": reading.number,
        "date": reading.date,
        "subject": reading.subject,
        "agency": reading.agency,
        "addressee": reading.addressee,
        "references": reading.references,
        "enclosures": reading.enclosures,
        "urgency": reading.urgency,
        "secrecy": reading.secrecy,
        "signatory": reading.signatory,
        "position": reading.position,
        "asks": tuple((ask.kind, ask.deadline, ask.deadline_time) for ask in reading.asks),
        "quotas": tuple((quota.unit, quota.count) for quota in reading.quotas),
    }


def folded(value: Any) -> Any:
    """Words without how they are typed; nothing for what is empty."""
    if isinstance(value, str):
        return fold(value) or None
    if isinstance(value, tuple):
        return [folded(one) for one in value]
    return value


def same(data: bytes, one: Written) -> None:
    text = source_of(data).text
    assert "".join(text.split()) == "".join(text_of(printed(one.paper)).split())
    reading = read(text)
    check(reading)
    assert {key: folded(value) for key, value in found(reading).items()} == {
        key: folded(value) for key, value in told(one).items()
    }


@pytest.mark.parametrize("kind", KINDS)
@quickly
@given(st.data())
def test_a_word_file_is_read_as_it_was_written(kind: str, data: st.DataObject) -> None:
    one = data.draw(written(kind))
    same(docx_of(one.paper), one)


@pytest.mark.parametrize("kind", KINDS)
@slowly
@given(st.data())
def test_a_pdf_too(kind: str, data: st.DataObject) -> None:
    one = data.draw(written(kind))
    same(pdf_of(one.paper), one)
