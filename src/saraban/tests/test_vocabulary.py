"""Each phrase of the tables is found in its own example; a new phrase needs no other test."""

import pytest

from saraban.letter import ASK_KINDS
from saraban.reading.vocabulary import TABLES, VERBS, Phrase


@pytest.mark.parametrize("phrase", [phrase for table in TABLES for phrase in table], ids=lambda p: p.example)
def test_a_phrase_is_found_in_its_example(phrase: Phrase) -> None:
    example = phrase.example
    # Words that lead to a date stop where the date begins.
    assert phrase.regex.search(example) or phrase.regex.search(example.removesuffix("วันที่"))


def test_verbs_name_kinds_of_asks() -> None:
    assert {verb.value for verb in VERBS} <= set(ASK_KINDS)
