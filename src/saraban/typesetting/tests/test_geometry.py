"""Where things stand on the pages, and how large: the figures of the printing explanation of 2553 to the Regulation on Correspondence."""

from itertools import pairwise

import pytest

from saraban.paper import (
    example,
)
from saraban.typesetting.tests.look import Letter, example_pdf, find, letters_on


def test_the_title_is_as_wide_as_the_form_has_it() -> None:
    title = find(letters_on(example_pdf("memo")), "บันทึกข้อความ")
    assert title[-1].right - title[0].left == pytest.approx(4.14, abs=0.1)
    assert {letter.size for letter in title} == {29.0}
    assert all(letter.bold for letter in title)
    assert (title[0].left + title[-1].right) / 2 == pytest.approx(11, abs=0.15), "in the middle of the text"


def test_labels_and_text_have_their_sizes() -> None:
    letters = letters_on(example_pdf("memo"))
    for label in ("ส่วนราชการ", "เรื่อง"):
        assert {(letter.size, letter.bold) for letter in find(letters, label)} == {(20.0, True)}
    assert {letter.size for letter in find(letters, "ด้วยกระทรวงบริการประชาชน")} == {16.0}
    assert {letter.size for letter in find(letters, "ด่วนที่สุด")} == {32.0}


def test_the_text_is_16_cm_wide_and_begins_2_5_cm_further_in() -> None:
    body = find(letters_on(example_pdf("memo")), example("memo").body[0].text)
    assert body[0].left == pytest.approx(3 + 2.5, abs=0.05)
    full = rows(body)[:-1]
    assert min(letter.left for letter in full[1]) == pytest.approx(3, abs=0.05)
    for line in full:
        assert max(letter.right for letter in line) == pytest.approx(19, abs=0.1), "spread to the margin"


def rows(letters: list[Letter]) -> list[list[Letter]]:
    found: list[list[Letter]] = [[]]
    for before, letter in pairwise([letters[0], *letters]):
        if letter.baseline - before.baseline > 0.3:
            found.append([])
        found[-1].append(letter)
    return found


def line_of(letters: list[Letter], words: str) -> list[Letter]:
    """The whole line on which `words` stand."""
    first = find(letters, words)[0]
    return [one for one in letters if one.page == first.page and abs(one.baseline - first.baseline) < 0.05]


def middle_of(line: list[Letter]) -> float:
    return (min(one.left for one in line) + max(one.right for one in line)) / 2


def test_a_closing_begins_at_the_pages_centre_and_who_signs_stands_under_it() -> None:
    letters = letters_on(example_pdf("external"))
    assert min(one.left for one in line_of(letters, "ขอแสดงความนับถือ")) == pytest.approx(10.5, abs=0.05)
    assert min(one.left for one in line_of(letters, "๒๓ พฤศจิกายน")) == pytest.approx(10.5, abs=0.05)
    middles = [
        middle_of(line_of(letters, words))
        for words in ("ขอแสดงความนับถือ", "(นางวรางคณา", "ปลัดกระทรวงบริการประชาชน")
    ]
    assert middles == pytest.approx([middles[0]] * 3, abs=0.1)


@pytest.mark.parametrize("kind", ["memo", "order"])
def test_without_a_closing_who_signs_stands_in_the_right_half(kind: str) -> None:
    letters = letters_on(example_pdf(kind))
    line = line_of(letters, f"({example(kind).signatory.name})")
    assert min(one.left for one in line) > 10.5
    assert middle_of(line) == pytest.approx(14.75, abs=0.1)
