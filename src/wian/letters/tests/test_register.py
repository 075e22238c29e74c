"""The register of letters received: every unit its own, for those who receive there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter
from wian.desks.story import DOORS, OTHERS
from wian.directory.tests.support import written
from wian.kit import clock
from wian.letters.commands.register_in import register_in
from wian.letters.queries import register_of
from wian.letters.tests.support import new_letter

WRITERS = {
    "preparer",
    "head",
    "clerk",
    "finance_head",
    "sole",
    "deputy",
    "receiver",
    "confirmer",
    "outsider",
    "owner",
    "other_owner",
}
READERS = WRITERS | {"auditor"}


@pytest.fixture
def url(story) -> str:
    return reverse("letters:register")


def take_in(story, unit: str, *, number: str = "", **facts):
    """The unit enters a letter with these facts, under its own `number`."""
    by = story.cast.preparers[unit]
    return register_in(new_letter(**facts), unit=story.cast.units[unit], number=number, by=by, at=clock.now())


def test_a_row_is_in_the_ledger(story):
    with written() as entries:
        row = take_in(story, "กองสื่อสารองค์กร", number="๑๒/๖๙")
    assert (row.number, row.received_at) == ("๑๒/๖๙", clock.now())
    assert entries[1:] == [("letters.registered_in", {"letter": row.letter_id, "unit": row.unit_id})]


def test_a_letter_is_in_the_register_once(story):
    row = take_in(story, "กองสื่อสารองค์กร")
    again = register_in(row.letter, unit=row.unit, number="๑๔", by=story.cast.parts["clerk"], at=clock.now())
    assert (again.pk, again.number) == (row.pk, "๑๔"), "a paper copy came first, without a number"
    later = register_in(row.letter, unit=row.unit, number="๑๕", by=story.cast.parts["clerk"], at=clock.now())
    assert (later.pk, later.number) == (row.pk, "๑๔")


def test_only_those_who_write_letters_there_see_a_register_and_auditors(url):
    answered = {part: enter(part).get(url).status_code for part in (*DOORS, *OTHERS)}
    assert answered == {part: 200 if part in READERS else 404 for part in (*DOORS, *OTHERS)}


def test_it_holds_the_letters_of_the_own_unit_the_latest_first(story, url):
    unit = story.cast.units["กองการคลังและพัสดุ"]
    clerk = story.cast.parts["clerk"]
    by_hand = [
        register_in(
            new_letter(f"สธณ ๐๑๐๔/ว {days}", subject=f"เรื่องที่ {days}"),
            unit=unit,
            by=clerk,
            at=clock.now() + timedelta(days=days),
        )
        for days in (2, 1)
    ]
    take_in(story, "กองสื่อสารองค์กร", subject="เรื่องของหน่วยอื่น")
    of_the_story = [story.circular.letter, story.earlier.letter]
    assert [row.letter for row in register_of(clerk)] == [*(row.letter for row in by_hand), *of_the_story]
    page = enter("clerk").get(url).content.decode()
    places = [page.index(subject) for subject in ("เรื่องที่ 2", "เรื่องที่ 1", of_the_story[0].subject)]
    assert places == sorted(places)
    assert "เรื่องของหน่วยอื่น" not in page


def test_the_units_own_number_stands_in_the_row(story, url):
    row, _ = register_of(story.cast.parts["clerk"])
    assert row.number == "๐๘๘๑"
    assert "๐๘๘๑" in enter("clerk").get(url).content.decode()


def test_a_long_register_has_pages(story, url):
    fill(story, 99)  # and two of the story
    browser = enter("clerk")
    pages = [browser.get(url, {"page": page}).context["page"] for page in ("1", "2", "99", "x")]
    assert [(page.number, len(page.object_list)) for page in pages] == [(1, 100), (2, 1), (2, 1), (1, 100)]


def test_more_letters_ask_no_more(story, url, asks_no_more_with_more_rows):
    asks_no_more_with_more_rows(enter("clerk"), url, lambda count: fill(story, count))


def fill(story, count: int) -> None:
    unit = story.cast.units["กองการคลังและพัสดุ"]
    for number in range(count):
        letter = new_letter(f"สธณ ๐๑๐๔/ว {count}{number:03}")
        register_in(letter, unit=unit, by=story.cast.parts["clerk"], at=clock.now())
