"""Numbers of letters: from 1, none twice, none left out."""

from datetime import date

import pytest
from conftest import TOLD

from wian.directory.models import Unit
from wian.kit.act import act
from wian.letters.commands.draw import Drawn, draw
from wian.letters.commands.enter_out import enter_out, use_reserved
from wian.letters.models import Entry, Series
from wian.letters.queries.registers import is_back_dated, number_text
from wian.letters.refusals import CodeMissing, NumberNotReserved
from wian.letters.tests.support import new_letter

DAY = date(2026, 11, 23)
Kind = Series.Kind


@pytest.fixture
def unit(story) -> Unit:
    unit = story.cast.units["กองการคลังและพัสดุ"]
    Unit.objects.filter(pk=unit.pk).update(code="บปช ๐๙๐๑")
    unit.refresh_from_db()
    return unit


def numbers(unit: Unit, kind: str, count: int = 1, on: date = DAY) -> list[int]:
    return [draw(unit, kind, on=on).number for _ in range(count)]


def test_each_series_counts_for_itself(unit):
    assert numbers(unit, Kind.ORDINARY, 3) == [1, 2, 3]
    assert numbers(unit, Kind.CIRCULAR, 2) == [1, 2]
    assert numbers(unit, Kind.ORDINARY) == [4]


def test_a_year_begins_at_one(unit):
    assert numbers(unit, Kind.ORDER, 2, on=date(2026, 12, 31)) == [1, 2]
    assert numbers(unit, Kind.ORDER, on=date(2027, 1, 1)) == [1]
    assert numbers(unit, Kind.ORDER, on=date(2026, 12, 31)) == [3]


def test_units_of_one_code_count_together(story, unit):
    other = story.cast.units["กองสื่อสารองค์กร"]
    Unit.objects.filter(pk=other.pk).update(code=unit.code)
    other.refresh_from_db()
    assert [*numbers(unit, Kind.ORDINARY), *numbers(other, Kind.ORDINARY)] == [1, 2]


def test_a_unit_without_a_code_gives_no_numbers(unit):
    with pytest.raises(CodeMissing):
        draw(Unit(name="กองใหม่"), Kind.ORDINARY, on=DAY)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.ORDINARY, "บปช ๐๙๐๑/๑"),
        (Kind.CIRCULAR, "บปช ๐๙๐๑/ว ๑"),
        (Kind.ORDER, "๑/๒๕๖๙"),
        (Kind.ANNOUNCEMENT, "๑/๒๕๖๙"),
        (Kind.RECEIVED, "๑"),
    ],
)
def test_a_number_as_it_stands_on_paper(unit, kind: str, said: str):
    assert number_text(draw(unit, kind, on=DAY)) == said


def test_an_act_that_is_refused_leaves_no_gap(unit):
    class No(Exception):
        pass

    @act
    def refused() -> None:
        draw(unit, Kind.ORDINARY, on=DAY)
        raise No

    assert numbers(unit, Kind.ORDINARY) == [1]
    with pytest.raises(No):
        refused()
    assert numbers(unit, Kind.ORDINARY) == [2]


def test_200_numbers_drawn_at_once_by_16_workers(copied_database):
    unit = Unit.objects.get(name="กองการคลังและพัสดุ")
    Unit.objects.filter(pk=unit.pk).update(code="บปช ๐๙๐๑")
    unit.refresh_from_db()

    @act
    def one() -> int:
        return draw(unit, Kind.CIRCULAR, on=DAY).number

    def some(count: int):
        return lambda: [one() for _ in range(count)]

    drawn = copied_database.together([some(13 if worker < 8 else 12) for worker in range(16)])
    assert sorted(number for some_ in drawn for number in some_) == list(range(1, 201))
    assert Series.objects.get(code="บปช ๐๙๐๑", kind=Kind.CIRCULAR).last == 200


def entered(unit: Unit, drawn: Drawn, story, **facts) -> Entry:
    letter = new_letter(number_text(drawn), DAY)
    return enter_out(drawn, letter, on=facts.get("on", DAY), by=story.cast.parts["clerk"], at=TOLD)


def test_a_letter_entered_later_than_it_is_dated_shows_it(story, unit):
    today = entered(unit, draw(unit, Kind.ORDINARY, on=DAY), story, on=TOLD.date())
    later = entered(unit, draw(unit, Kind.ORDINARY, on=DAY), story, on=date(2026, 1, 5))
    assert (is_back_dated(today), is_back_dated(later)) == (False, True)


def test_a_number_is_used_for_one_letter(story, unit):
    entry = entered(unit, draw(unit, Kind.ORDINARY, on=DAY), story)
    with pytest.raises(NumberNotReserved):
        use_reserved(entry, new_letter("อื่น ๑"), by=story.cast.parts["clerk"], at=TOLD)
