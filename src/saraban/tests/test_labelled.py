"""The labelled letters, read and compared with their labels.

F1 of a key: what a letter's labels say under it is a set of facts, and so is what was read. Facts that are in both are
right; F1 = 2 × right / (facts labelled + facts read), over all letters. A key without any fact scores 1. One value is
one fact, none is no fact, `circular` is a fact when it is true, an entry of a list is a fact, a conflict its code. Runs of
white space equal one space. An ask is right with its kind, when its words and the label's overlap: the longer runs of
letters that both have (four letters at least) are half of the longer text or more. `days` are the asks again: right with
their kind, words, deadline and time of day.
"""

import json
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from typing import Any

import pytest

from saraban import read
from saraban.tests.support import LABELLED, LETTERS, text_of

EXACT = ("kind", "number", "circular", "date", "deadlines", "quotas")
ONE = ("kind", "agency", "contact", "number", "date", "subject", "addressee", "urgency", "secrecy", "signatory", "position")  # fmt: skip
MANY = ("phone", "links", "references", "enclosures", "deadlines", "recipients", "conflicts")
MACRO, EACH = 0.97, 0.88

#: What is still misread, by letter and key, and why; a miss that is gone must leave this list.
KNOWN: dict[tuple[str, str], str] = {
    ("order-ocr", "quotas"): "the scan has l for a one, and a letter for the mark of a point",
}


def labels_of(name: str) -> dict[str, Any]:
    labels: dict[str, Any] = json.loads((LETTERS / f"{name}.json").read_text(encoding="utf-8"))
    return labels


@cache
def read_of(name: str) -> dict[str, Any]:
    found = read(text_of(name)).to_json()
    return found | {"conflicts": [conflict["what"] for conflict in found["conflicts"]]}


def facts(said: dict[str, Any], key: str) -> set[Any]:
    """What is said under `key`, as comparable facts."""
    value = said[key]
    if key == "quotas":
        return {(plain(quota["unit"]), quota["count"]) for quota in value}
    if key == "framework":
        return {(plain(p["pillar"]), plain(issue)) for p in value for issue in (*p["issues"], "")}
    if key == "circular":
        return {value} - {False}
    return {plain(each) for each in (value if key in MANY else [value] if value else [])}


def plain(words: str) -> str:
    return " ".join(words.split())


def alike(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks if block.size >= 4) >= max(len(a), len(b))


def matched(labelled: list[dict[str, Any]], found: list[dict[str, Any]], *also: str) -> int:
    """How many asks are right; each answers one label at most."""
    free, right = list(found), 0
    for label in labelled:
        for ask in free:
            if all(ask[key] == label[key] for key in ("kind", *also)) and alike(ask["what"], label["what"]):
                free.remove(ask)
                right += 1
                break
    return right


def counts(name: str) -> Iterable[tuple[str, int, int, int]]:
    """Of one letter, key by key: right, labelled, read."""
    labels, found = labels_of(name), read_of(name)
    for key in (*ONE, *MANY, "circular", "quotas", "framework"):
        a, b = facts(labels, key), facts(found, key)
        yield key, len(a & b), len(a), len(b)
    sizes = len(labels["asks"]), len(found["asks"])
    yield "asks", matched(labels["asks"], found["asks"]), *sizes
    yield "days", matched(labels["asks"], found["asks"], "deadline", "deadline_time"), *sizes


def scores() -> dict[str, float]:
    sums: dict[str, list[int]] = {}
    for name in LABELLED:
        for key, *numbers in counts(name):
            sums[key] = [a + b for a, b in zip(sums.get(key, [0, 0, 0]), numbers, strict=True)]
    return {
        key: 2 * right / (said + told) if said + told else 1.0 for key, (right, said, told) in sums.items()
    }


def table(found: dict[str, float]) -> str:
    return "\n".join(f"{key:12}{score:6.3f}" for key, score in sorted(found.items(), key=lambda row: row[1]))


@pytest.mark.parametrize("key", EXACT)
@pytest.mark.parametrize("name", LABELLED)
def test_what_matters_most_is_read_exactly(name: str, key: str) -> None:
    labelled, found = facts(labels_of(name), key), facts(read_of(name), key)
    if (name, key) in KNOWN:
        assert found != labelled, "this miss is gone: take it out of KNOWN"
    else:
        assert found == labelled


def test_all_keys_are_read_well() -> None:
    found = scores()
    assert min(found.values()) >= EACH, table(found)
    assert sum(found.values()) / len(found) >= MACRO, table(found)


def test_there_are_forty_letters_of_our_own_and_texts_that_are_none() -> None:
    kinds = [labels_of(name)["kind"] for name in LABELLED]
    assert kinds.count("not-a-letter") >= 10
    assert len(kinds) - kinds.count("not-a-letter") >= 40


@pytest.mark.parametrize("name", LABELLED)
def test_every_label_stands_in_the_text(name: str) -> None:
    text, labels = plain(text_of(name)), labels_of(name)
    words = [labels[key] for key in ONE if key not in {"kind", "date"} and labels[key]]
    words += [each for key in MANY if key not in {"deadlines", "conflicts"} for each in labels[key]]
    words += [quota["unit"] for quota in labels["quotas"]]
    words += [ask[key] for ask in labels["asks"] for key in ("what", "deadline_phrase", "quota") if ask[key]]
    words += [each for pillar in labels["framework"] for each in (pillar["pillar"], *pillar["issues"])]
    assert [each for each in words if plain(each) not in text] == []
