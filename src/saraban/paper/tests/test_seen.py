"""Words on a page are believed to be those of a paper only if they all are, and nothing else is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban.paper import KINDS, example, lines_of, printed, text_of
from saraban.paper.seen import is_seen_in
from saraban.paper.tests.papers import papers, printable
from saraban.tests.support import unhurried

MEMO = printed(example("memo"))
SEEN = lines_of(MEMO)


def with_lines(*more: str, at: int = 8) -> str:
    return "\n".join((*SEEN[:at], *more, *SEEN[at:]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_is_seen_in_its_own_words_and_in_no_other_paper(kind: str) -> None:
    paper = printed(example(kind))
    assert is_seen_in(paper, text_of(paper))
    assert not any(is_seen_in(paper, text_of(printed(example(other)))) for other in KINDS if other != kind)


@unhurried
@given(papers(printable))
def test_any_paper_is_seen_in_its_own_words(paper) -> None:
    shown = printed(paper)
    assert is_seen_in(shown, text_of(shown))


@unhurried
@given(st.integers(0, len(text_of(MEMO)) - 1), st.sampled_from("ก๑ไม่"))
def test_a_letter_more_or_less_is_told(at: int, letter: str) -> None:
    words = text_of(MEMO)
    assert not is_seen_in(MEMO, words[:at] + letter + words[at:])
    assert words[at].isspace() or not is_seen_in(MEMO, words[:at] + words[at + 1 :])


@pytest.mark.parametrize(
    "furniture",
    [
        ["- ๒ -"],
        ["ตัวอย่าง"],
        ["ตอบผ่านระบบ\tตรวจสอบหนังสือ"],
        ["ลำดับ หน่วยงาน จำนวน (คน)"],
        [f"/{SEEN[8][:12]}…", "- ๒ -"],
    ],
)
def test_what_belongs_to_the_page_does_not_count(furniture: list[str]) -> None:
    assert is_seen_in(MEMO, with_lines(*furniture))


@pytest.mark.parametrize("line", ["/ยกเลิกข้อ ๒…", "- ข -", "ยกเลิก", "๑๒", "/…"])
def test_what_only_looks_like_it_does(line: str) -> None:
    assert not is_seen_in(MEMO, with_lines(line))


def test_lines_beside_each_other_may_be_read_in_either_order() -> None:
    minutes = printed(example("minutes"))
    lines = lines_of(minutes)
    taker, checker = lines[-6:-3], lines[-3:]
    beside = [f"{one}\t{other}" for one, other in zip(taker, checker, strict=True)]
    assert is_seen_in(minutes, "\n".join([*lines[:-6], *beside]))


def test_numbers_that_changed_places_are_told() -> None:
    swapped = text_of(MEMO).replace("คลังและพัสดุ\t๒", "คลังและพัสดุ\t๑").replace("ดิจิทัล\t๑", "ดิจิทัล\t๒")
    assert not is_seen_in(MEMO, swapped)


def test_secrecy_stands_on_every_page_and_must_be_there() -> None:
    secret = replace(MEMO, secrecy="ลับ")
    assert is_seen_in(secret, "\n".join(["ลับ", with_lines("ลับ", "- ๒ -", "ลับ"), "ลับ"]))
    assert not is_seen_in(secret, text_of(MEMO))
    assert not is_seen_in(MEMO, text_of(secret))


def test_a_hostile_page_is_no_work() -> None:
    many = replace(MEMO, copies=tuple("กข" * 20_000))
    assert not is_seen_in(many, text_of(many).replace("ก", "ค"))
    assert not is_seen_in(replace(MEMO, copies=("ก",) * 60_000), "ก\n" * 60_000)
