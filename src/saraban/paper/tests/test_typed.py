"""From what a person types in one field to the blocks of a paper, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban.paper import KINDS, Block, Table, body_of, example, typed_of
from saraban.paper.tests.papers import anything, bodies
from saraban.tests.support import unhurried

lines = st.text(st.sampled_from("ก๑1.()-# |\t\nข้อ\u00a0\r"), max_size=60) | st.text(max_size=20)


@unhurried
@given(lines)
def test_what_was_typed_is_understood_again_as_before(typed: str) -> None:
    blocks = body_of(typed)
    assert body_of(typed_of(blocks)) == blocks


@unhurried
@given(bodies(anything))
def test_any_blocks_can_be_typed(blocks: tuple[Block, ...]) -> None:
    understood = body_of(typed_of(blocks))
    assert body_of(typed_of(understood)) == understood


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_of_an_example_can_be_typed(kind: str) -> None:
    assert body_of(typed_of(example(kind).body)) == example(kind).body


@pytest.mark.parametrize(
    ("typed", "number", "level", "text"),
    [
        ("๑. เสนอชื่อ", "๑.", 1, "เสนอชื่อ"),
        ("1.เสนอชื่อ", "1.", 1, "เสนอชื่อ"),
        ("  ๑.๑ เสนอชื่อ", "๑.๑", 2, "เสนอชื่อ"),
        ("๑.๑.๒ เสนอชื่อ", "๑.๑.๒", 3, "เสนอชื่อ"),
        ("(๑) เสนอชื่อ", "(๑)", 2, "เสนอชื่อ"),
        ("๑) เสนอชื่อ", "๑)", 3, "เสนอชื่อ"),
        ("- เสนอชื่อ", "-", 3, "เสนอชื่อ"),
        ("ข้อ ๑ ให้เสนอชื่อ", "ข้อ ๑", 1, "ให้เสนอชื่อ"),
    ],
)
def test_a_line_with_a_number_is_a_point(typed: str, number: str, level: int, text: str) -> None:
    assert body_of(typed) == (Block("point", text, number=number, level=level),)


@pytest.mark.parametrize(
    "typed", ["๒๕๖๙ เป็นปีแห่งบริการ", "๑๐ คน", "-", "๑.", "ข้อเสนอ", "#เวียน", "ก | ข", "๓.๕%"]
)
def test_other_lines_are_paragraphs(typed: str) -> None:
    assert body_of(typed) == (Block("paragraph", typed),)


@pytest.mark.parametrize(
    "typed",
    ["หน่วยงาน\tคน\nกองคลัง\t๒", "หน่วยงาน | คน\nกองคลัง|๒", "| หน่วยงาน | คน |\n|---|---|\n| กองคลัง | ๒ |"],
)
def test_lines_with_tabs_or_strokes_are_a_table(typed: str) -> None:
    table = Table(("หน่วยงาน", "คน"), (("กองคลัง", "๒"),))
    assert body_of(typed) == (Block("table", table=table),)


def test_a_short_row_is_filled_up_and_a_blank_line_ends_a_table() -> None:
    first, second = body_of("ก\tข\nค\n\t\nง\tจ\n\nก\tข\nค\tง")[0], body_of("ก\tข\nค\t\n\nก\tข\nค\tง")
    assert first == Block("paragraph", "ก\tข")
    assert [block.table for block in second] == [
        Table(("ก", "ข"), (("ค", ""),)),
        Table(("ก", "ข"), (("ค", "ง"),)),
    ]


def test_a_dash_in_a_cell_is_no_rule() -> None:
    assert body_of("หน่วยงาน|คน\nกองคลัง|-\n-|-")[0].table == Table(
        ("หน่วยงาน", "คน"), (("กองคลัง", "-"), ("-", "-"))
    )
