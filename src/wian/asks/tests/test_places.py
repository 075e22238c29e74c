"""Where facts stand in the letter, and the letter cut at their edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import saraban
from saraban.tests.support import unhurried
from wian.asks.corrections import as_read, corrected
from wian.asks.places import Piece, pieces, places_of
from wian.asks.proposal import propose
from wian.asks.tests.letters import AGENCY, DUE, NOMINATE, NUMBER, PROPOSE, UNITS, memo

READING = saraban.read(memo(PROPOSE, NOMINATE))
ASKS = {f"ask{at}": ask.span for at, ask in enumerate(READING.asks)}


@pytest.mark.parametrize(
    ("places", "cut"),
    [
        ({}, [Piece("abcdef")]),
        ({"x": [(1, 3)]}, [Piece("a"), Piece("bc", ("x",), ("x",)), Piece("def")]),
        (
            {"wide": [(0, 6)], "narrow": [(2, 4)]},
            [Piece("ab", ("wide",), ("wide",)), Piece("cd", ("narrow", "wide"), ("narrow",)), Piece("ef", ("wide",))],
        ),
        (
            {"x": [(0, 3)], "y": [(2, 6)]},
            [Piece("ab", ("x",), ("x",)), Piece("c", ("x", "y"), ("y",)), Piece("def", ("y",))],
        ),
        ({"x": [(0, 2), (4, 6)]}, [Piece("ab", ("x",), ("x",)), Piece("cd"), Piece("ef", ("x",))]),
        ({"x": [(0, 6)], "y": [(0, 6)]}, [Piece("abcdef", ("x", "y"), ("x", "y"))]),
        ({"x": [(-1, 3), (4, 9), (3, 3), (5, 2)]}, [Piece("abcdef")]),
    ],
    ids=["no facts", "one", "one within another", "overlapping", "two places", "the same place", "outside"],
)  # fmt: skip
def test_the_text_is_cut_at_the_edges_of_its_facts(places, cut):
    assert list(pieces("abcdef", places)) == cut


SPANS = st.lists(st.tuples(st.integers(-2, 14), st.integers(-2, 14)), max_size=4)


@unhurried
@given(st.text(max_size=12), st.dictionaries(st.sampled_from("abcd"), SPANS))
def test_nothing_of_the_text_is_lost_and_every_letter_knows_its_facts(text, places):
    cut = list(pieces(text, places))
    assert "".join(piece.text for piece in cut) == text
    at = 0
    for piece in cut:
        for here in range(at, at + len(piece.text)):
            covering = {
                name
                for name, spans in places.items()
                if any(0 <= start <= here < end <= len(text) for start, end in spans)
            }
            assert set(piece.facts) == covering
        at += len(piece.text)
    begun = [name for piece in cut for name in piece.begins]
    assert sorted(begun) == sorted({name for piece in cut for name in piece.facts}), "each begins once"


class TestPlaces:
    def words(self, name: str, **typed: str) -> list[str]:
        now = corrected(READING, {**as_read(propose(READING)), **typed}) if typed else propose(READING)
        return [READING.text[slice(*span)] for span in places_of(READING, now, ASKS).get(name, [])]

    def test_facts_stand_where_they_were_read(self):
        assert [self.words(name) for name in ("number", "agency")] == [[NUMBER], [AGENCY]]
        assert self.words("units") == list(UNITS)

    def test_a_date_stands_within_its_ask(self):
        assert self.words("ask1-day") == [DUE]

    def test_a_day_that_two_asks_share_is_marked_in_both(self):
        reading = saraban.read(memo(NOMINATE, f"รายงานผลการดูแลต้นไม้ {DUE}", annex=None))
        asks = {f"ask{at}": ask.span for at, ask in enumerate(reading.asks)}
        places = places_of(reading, propose(reading), asks)
        spans = [places[f"{name}-day"][0] for name in asks]
        assert [reading.text[slice(*span)] for span in spans] == [DUE, DUE]
        assert spans[0] != spans[1]

    def test_a_corrected_fact_stands_where_the_letter_has_it(self):
        assert self.words("contact", contact="นางสาวใบบุญ ร่มเย็น") == ["นางสาวใบบุญ ร่มเย็น"]

    def test_what_the_letter_does_not_have_stays_where_it_was_read(self):
        assert self.words("number", number="๑") != [] == self.words("units", units="กองดอกไม้")

    def test_a_unit_that_was_overlooked_is_found(self):
        assert self.words("units", units="กองต้นไม้ใหญ่") == ["กองต้นไม้ใหญ่"]
