"""What is found in pasted texts, and what must hold of any text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban.people import MOST_IN_A_LINE, Pasted, find_people
from saraban.tests.pasted_texts import SAMPLES, Sample
from saraban.tests.support import unhurried
from saraban.words import normalise

FIELDS = ("title", "given_name", "family_name", "post", "phone", "email", "unit")
LINES = [line for sample in SAMPLES for line in sample.text.splitlines()]
PIECES = [
    *LINES,
    *(word for line in LINES for word in line.split()),
    "นาย",
    "ณ",
    "1234567890123",
    '"',
    "\x00",
    "🙂",
]
GLUE = st.sampled_from(["\n", " ", "\t", ", ", " และ ", ""])


def rows(found: Pasted) -> list[list[str]]:
    return [[getattr(person, field) for field in FIELDS] for person in found.people]


def check(text: str) -> None:
    found = find_people(text)
    lines = [line for line in text.splitlines() if line.strip()]
    assert len(found.people) <= MOST_IN_A_LINE * len(lines)
    kept = "\n".join([*(person.source for person in found.people), *found.leftovers])
    assert set(re.findall(r"[ก-์]+", normalise(text))) <= set(re.findall(r"[ก-์]+", kept))
    for person in found.people:
        assert person.given_name
        for field in FIELDS:
            source = iter(person.source)
            assert all(letter in source for letter in getattr(person, field) if letter not in " ,"), field


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_people_of_a_pasted_text(sample: Sample) -> None:
    found = find_people(sample.text)
    expected = [[cell.strip() for cell in row.split("|")] for row in sample.rows]
    assert rows(found) == [row + [""] * (len(FIELDS) - len(row)) for row in expected]
    assert found.leftovers == sample.leftovers
    assert found.dropped_ids == sample.dropped_ids


def test_a_source_is_the_lines_a_person_came_from() -> None:
    found = find_people("1. นายก่อ (เล็ก) ขจร\nโทร. 02-123-4567\nนางจิต ฉลาด และ นายบุญ ปานทอง")
    both = "นางจิต ฉลาด และ นายบุญ ปานทอง"
    assert [person.source for person in found.people] == ["1. นายก่อ (เล็ก) ขจร\nโทร. 02-123-4567", both, both]


@pytest.mark.parametrize(
    "typed",
    [
        "1234567890123",
        "1-2345-67890-12-3",
        "๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๓",
        "1 - 2345 - 67890 - 12 - 3",
        "1–2345–67890–12–3",
        "1234 5678 90123",
    ],
)
def test_no_digit_of_an_identity_number_is_kept(typed: str) -> None:
    found = find_people(f"นายก่อ ขจร {typed}\nบัตร {typed}\nชื่อ\tเลขบัตร\nนายบุญ ปานทอง\t{typed}")
    assert found.dropped_ids == 3
    assert not re.search(r"\d", str(found.people) + str(found.leftovers))


@pytest.mark.parametrize("typed", ["0812345678 0891234567", "1 02-123-4567 081-234-5678", "+66812345678"])
def test_telephones_are_no_identity_numbers(typed: str) -> None:
    assert find_people(f"นายก่อ ขจร {typed}").dropped_ids == 0


@unhurried
@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@unhurried
@given(st.lists(st.tuples(st.sampled_from(PIECES), GLUE), max_size=20))
def test_shuffled_pieces(pieces: list[tuple[str, str]]) -> None:
    check("".join(piece + glue for piece, glue in pieces))


@unhurried
@given(st.text(st.sampled_from([chr(code) for code in range(0x0E01, 0x0E5C)] + list(" \n\t.,-/()01"))))
def test_shuffled_letters(text: str) -> None:
    check(text)
