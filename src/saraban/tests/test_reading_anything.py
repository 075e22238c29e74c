"""Reading never raises, and every span points at the words that were read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban import Reading, read
from saraban.tests.support import NAMES, reading_of, text_of, unhurried

PIECES = [line for name in NAMES for line in text_of(name).splitlines()]
NOISE = [
    "\u200b",
    "\u00a0",
    "<p>",
    "</td>",
    "&nbsp;",
    "\n",
    "\t",
    "((((",
    "๓๑ ก.พ. ๖๖",
    "1.2.3.",
    "\ufeff",
    "\x00",
]
ONE_VALUE = (
    "agency",
    "number",
    "subject",
    "addressee",
    "urgency",
    "secrecy",
    "signatory",
    "position",
    "contact",
)


def check(reading: Reading) -> None:
    json.dumps(reading.to_json())
    for key, spans in reading.spans.items():
        assert spans
        assert 0 <= reading.confidence[key] <= 1
        assert all(0 <= start <= end <= len(reading.text) for start, end in spans)
    for key in ONE_VALUE:
        if value := getattr(reading, key):
            ((start, end),) = reading.spans[key]
            assert "".join(reading.text[start:end].split()) == "".join(value.split())
    for ask in reading.asks:
        assert "".join(ask.what.split()) in "".join(reading.text[slice(*ask.span)].split())
    for quota in reading.quotas:
        assert "".join(reading.text[slice(*quota.span)].split()) == "".join(quota.unit.split())


@pytest.mark.parametrize("name", NAMES)
def test_spans_point_at_what_was_read(name: str) -> None:
    check(reading_of(name))


@unhurried
@given(st.text())
def test_any_text(text: str) -> None:
    check(read(text))


@unhurried
@given(st.sampled_from(NAMES), st.floats(0, 1), st.floats(0, 1))
def test_truncated_letters(name: str, first: float, last: float) -> None:
    text = text_of(name)
    check(read(text[int(first * len(text)) : int(last * len(text))]))


@unhurried
@given(st.lists(st.sampled_from(PIECES + NOISE), max_size=25), st.sampled_from(["\n", "", " ", "\t"]))
def test_shuffled_lines_and_noise(pieces: list[str], glue: str) -> None:
    check(read(glue.join(pieces)))


@pytest.mark.parametrize("name", NAMES)
def test_sara_am_in_two_code_points_changes_nothing_but_the_spelling(name: str) -> None:
    typed = text_of(name).replace("ำ", "\u0e4d\u0e32")
    again = read(typed)
    check(again)
    as_json = {key: value for key, value in again.to_json().items() if key not in {"spans", "text"}}
    expected = {
        key: value for key, value in reading_of(name).to_json().items() if key not in {"spans", "text"}
    }
    assert json.dumps(as_json, ensure_ascii=False).replace("\u0e4d\u0e32", "ำ") == json.dumps(
        expected, ensure_ascii=False
    )


def test_a_numbered_point_without_words_asks_nothing() -> None:
    text = text_of("memo_with_annex")
    second = text.index("๒. คัดเลือก")
    broken = text[:second] + "๒.\n" + text[text.index("จึงเรียนมา") :]
    reading = read(broken)
    check(reading)
    assert [ask.kind for ask in reading.asks] == ["propose"]
