"""Reading never raises, and every span points at the words that were read."""

import json
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban import Reading, Unreadable, read
from saraban.reading.sources import decode
from saraban.tests.support import LONG, NAMES, check, reading_of, text_of, unhurried, with_a_long_line
from saraban.words import normalise

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
THAI = st.text(
    st.one_of(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), st.sampled_from(" \n\t.()/1๒"))
)
ENCODED = st.tuples(THAI, st.sampled_from(("utf-8", "utf-16", "utf-16-be", "cp874"))).map(
    lambda drawn: drawn[0].encode(drawn[1], errors="ignore")
)


@pytest.mark.parametrize("name", NAMES)
def test_spans_point_at_what_was_read(name: str) -> None:
    check(reading_of(name))


@unhurried
@given(st.one_of(st.text(), THAI))
def test_any_text(text: str) -> None:
    check(read(text))


@unhurried
@given(st.one_of(st.binary(max_size=300), ENCODED, ENCODED.map(lambda data: data[1:-1])))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    with suppress(Unreadable):
        check(read(decode(data)))


@unhurried
@given(st.sampled_from(NAMES), st.floats(0, 1), st.floats(0, 1))
def test_truncated_letters(name: str, first: float, last: float) -> None:
    text = text_of(name)
    check(read(text[int(first * len(text)) : int(last * len(text))]))


@unhurried
@given(st.lists(st.sampled_from(PIECES + NOISE), max_size=25), st.sampled_from(["\n", "", " ", "\t"]))
def test_shuffled_lines_and_noise(pieces: list[str], glue: str) -> None:
    check(read(glue.join(pieces)))


@unhurried
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_letters_with_their_lines_in_any_order_and_some_twice(name: str, random: Random) -> None:
    lines = text_of(name).splitlines()
    check(read("\n".join(random.choices(lines, k=len(lines)))))


@pytest.mark.parametrize("unit", LONG)
def test_one_thing_over_and_over(unit: str) -> None:
    check(read(with_a_long_line(unit, 2_000)))


@pytest.mark.parametrize("name", NAMES)
def test_sara_am_in_two_code_points_changes_nothing_but_the_spelling(name: str) -> None:
    typed = text_of(name).replace("ำ", "\u0e4d\u0e32")
    again = read(typed)
    check(again)
    assert meant(again) == meant(reading_of(name))


def meant(reading: Reading) -> str:
    """What was read, in one spelling, without where it stands."""
    facts = {key: value for key, value in reading.to_json().items() if key not in {"spans", "text"}}
    return normalise(json.dumps(facts, ensure_ascii=False))


def test_a_numbered_point_without_words_asks_nothing() -> None:
    text = text_of("memo_with_annex")
    second = text.index("๒. คัดเลือก")
    broken = text[:second] + "๒.\n" + text[text.index("จึงเรียนมา") :]
    reading = read(broken)
    check(reading)
    assert [ask.kind for ask in reading.asks] == ["propose"]
