import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban.tests.support import unhurried
from saraban.trace import Traced, repaired
from saraban.words import fold, normalise, person_key

THAI = st.text(
    st.sampled_from([chr(c) for c in range(0x0E01, 0x0E5C)] + list(" \u200b\u00a0\uf70a\uf713aA1."))
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ส\u0e4d\u0e32นัก", "สำนัก"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("กล\uf70bา", "กล้า"),
        ("แต\uf705ง", "แต่ง"),
        ("สวน\u200bเมือง\ufeff", "สวนเมือง"),
        ("กอง\u00a0ช่าง", "กอง ช่าง"),
    ],
)
def test_normalise_repairs_how_a_text_is_stored(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@unhurried
@given(THAI)
def test_normalise_and_fold_settle_at_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กลุ่มราຊการ", "กลุ่มราชการ"),
        ("ສວນ", "สวน"),
        ("กองผังเมือง ชุมชน", "กองผังเมืองชุมชน"),
        ("เเผนงาน", "แผนงาน"),
        ("เขต ๓ (เหนือ)", "เขต3เหนือ"),
        ("ทีม Alpha", "ทีมALPHA"),
    ],
)
def test_fold_forgets_how_a_name_is_typed(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_keeps_different_units_apart() -> None:
    assert fold("กองช่าง ๑") != fold("กองช่าง ๒")


def test_person_key_drops_a_title_only_where_it_is_set_apart() -> None:
    assert (
        person_key("ดร.ธารา", "ใจกว้าง") == person_key("ธารา", "ใจกว้าง") == person_key("นาย ธารา", " ใจกว้าง ")
    )
    assert person_key("นายิกา", "ใจกว้าง") != person_key("ิกา", "ใจกว้าง")
    assert person_key("กข", "ค") != person_key("ก", "ขค")


@unhurried
@given(THAI)
def test_a_traced_piece_points_at_where_it_came_from(text: str) -> None:
    traced = repaired(text)
    for at, letter in enumerate(traced.text):
        start, end = traced.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert letter in repaired(text[start:end]).text or letter == text[start:end]
    assert traced.span(len(traced.text), len(traced.text)) == (len(text), len(text))


def test_tracing_survives_several_replacements() -> None:
    traced = Traced("<p>ก\u0e4d\u0e32</p>")
    traced.sub(re.compile("\u0e4d\u0e32"), "ำ")
    traced.sub(re.compile("<[^>]*>"), " ")
    assert traced.text == " กำ "
    assert traced.span(1, 3) == (3, 6)
