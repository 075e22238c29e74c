"""What was read without certainty or not found at all: told until it is corrected or ticked off."""

from dataclasses import replace

import pytest

import saraban
from wian.asks.corrections import TICK, as_read, corrected
from wian.asks.proposal import Proposal, propose
from wian.asks.tests.letters import CONTACT, NOMINATE, PROPOSE, SUBJECT, memo

READING = saraban.read(memo(PROPOSE, NOMINATE))


def unsure_of(asks: dict[int, float] | None = None, /, **confidence: float) -> saraban.Reading:
    """The reading with these certainties, of facts by their names and of asks by their places."""
    own = asks or {}
    doubted = tuple(
        replace(ask, confidence=own.get(at, ask.confidence)) for at, ask in enumerate(READING.asks)
    )
    return replace(READING, asks=doubted, confidence={**READING.confidence, **confidence})


def told(proposal: Proposal) -> list[str]:
    return [doubt.about for doubt in proposal.doubts]


def typed(reading: saraban.Reading, **fields: str) -> Proposal:
    names = {
        name.replace("_", "-", 1) if name.startswith("ask") else name: text for name, text in fields.items()
    }
    return corrected(reading, {**as_read(propose(reading)), **names})


def test_a_letter_that_was_read_well_calls_for_nothing():
    assert told(propose(READING)) == []


@pytest.mark.parametrize("name", ["number", "date", "subject", "agency", "contact", "signatory", "framework"])
def test_a_fact_below_seven_tenths_is_told(name):
    assert told(propose(unsure_of(**{name: 0.69}))) == [name]
    assert told(propose(unsure_of(**{name: 0.7}))) == []


@pytest.mark.parametrize("key", ["recipients", "quotas"])
def test_so_is_the_list_of_units(key):
    assert told(propose(unsure_of(**{key: 0.5}))) == ["units"]


def test_an_ask_is_told_by_its_own_certainty():
    assert told(propose(unsure_of({1: 0.5}))) == ["ask1"]


def test_what_a_letter_should_have_and_does_not():
    bare = replace(READING, number=None, date=None, subject=None, contact=None, contact_phone=None)
    assert told(propose(bare)) == ["number", "date", "subject", "contact"]
    assert told(propose(replace(READING, contact=None))) == [], "there is a telephone"


class TestSettled:
    @pytest.mark.parametrize(
        ("name", "field", "text"),
        [("subject", "subject", "ต้นไม้"), ("units", "units", "กองใบไม้"), ("ask1", "ask1_what", "ปลูกต้นไม้")],
    )
    def test_a_correction_settles_its_own_doubt_only(self, name, field, text):
        reading = unsure_of({1: 0.5}, subject=0.5, recipients=0.5)
        assert told(typed(reading)) == ["subject", "units", "ask1"]
        assert told(typed(reading, **{field: text})) == [
            one for one in ("subject", "units", "ask1") if one != name
        ]

    def test_an_ask_that_is_left_out_is_doubted_no_more_and_the_others_keep_their_names(self):
        reading = unsure_of({0: 0.5, 1: 0.5})
        assert told(typed(reading, ask0_keep="")) == ["ask1"]

    def test_a_tick_settles_it_until_something_else_stands_there(self):
        reading = unsure_of(subject=0.5)
        (doubt,) = propose(reading).doubts
        ticked = typed(reading, **{TICK + doubt.key: "on"})
        assert (told(ticked), ticked.settled) == ([], (doubt,))
        other = replace(reading, subject=f"{SUBJECT} ๒")
        assert told(typed(other, **{TICK + doubt.key: "on"})) == ["subject"]

    def test_a_tick_is_the_same_in_every_language(self):
        from django.utils import translation

        reading = unsure_of(kind=0.5, contact=0.5)
        with translation.override("en"):
            english = [doubt.key for doubt in propose(reading).doubts]
        with translation.override("th"):
            assert [doubt.key for doubt in propose(reading).doubts] == english

    def test_what_is_missing_is_settled_by_typing_it(self):
        bare = replace(READING, contact=None, contact_phone=None)
        assert (told(typed(bare)), told(typed(bare, contact=CONTACT))) == (["contact"], [])
