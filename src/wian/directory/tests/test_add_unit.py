"""Entering a unit: once, whatever it is typed with, in its place in the tree."""

import pytest

from wian.directory.commands.add_unit import add_unit
from wian.directory.models import Unit, UnitType
from wian.directory.queries import levels_of, unit_named
from wian.directory.refusals import UnitAmbiguous, UnitExists, UnitNameMissing, UnitNameTooLong
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE

pytestmark = pytest.mark.usefixtures("story")
LAO_CHO = "\u0e8a"  # looks like ช and is typed in its place


def add(name: str, **facts) -> Unit:
    return add_unit(name, by=COMMAND_LINE, at=clock.now(), **facts)


def test_a_unit_stands_below_its_parent():
    top = add("กระทรวงสวนสาธารณะ")
    below = add("กองต้นไม้ใหญ่", parent=top, code="สธณ ๐๑๐๔", phone="๐ ๒๙๙๙ ๐๒๐๐")
    assert (top.path, below.path) == (f"/{top.pk}/", f"/{top.pk}/{below.pk}/")
    kept = Unit.objects.get(pk=below.pk)
    assert (kept.name, kept.parent, kept.path, kept.code, kept.phone) == (
        "กองต้นไม้ใหญ่",
        top,
        below.path,
        "สธณ ๐๑๐๔",
        "๐ ๒๙๙๙ ๐๒๐๐",
    )


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("กระทรวงสวนสาธารณะ", UnitType.MINISTRY),
        ("กรมต้นไม้", UnitType.DEPARTMENT),
        ("สำนักงานสวน", UnitType.OFFICE),
        ("สำนักสวน", UnitType.BUREAU),
        ("จังหวัดเมืองสมมุติ", UnitType.PROVINCE),
        ("คณะทำงานใบไม้", UnitType.OTHER),
    ],
)
def test_the_name_says_what_kind_of_unit_it_is(name, type_):
    assert add(name).type == type_


@pytest.mark.parametrize(
    "agency", ["กรมสวนสาธารณะ กองต้นไม้ ใหญ่", "กองต้นไม้ ใหญ่ กรมสวนสาธารณะ"], ids=["top first", "bottom first"]
)
def test_an_agency_is_read_from_either_end(agency):
    assert levels_of(agency) == ["กรมสวนสาธารณะ", "กองต้นไม้ ใหญ่"]


def test_entering_is_in_the_ledger():
    with written() as entries:
        unit = add("กองต้นไม้ใหญ่")
        below = add("กลุ่มกิ่งไม้", parent=unit)
    assert entries == [
        ("directory.unit_added", {"unit": unit.pk, "parent": None}),
        ("directory.unit_added", {"unit": below.pk, "parent": unit.pk}),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "กองต้นไม้ราชการ ๑",
        "กอง ต้นไม้ ราชการ  1",
        "กองต้นไม้รา\u200bชการ๑",
        f"กองต้นไม้รา{LAO_CHO}การ ๑",
        "กองต้นไม้ราชการ (๑)",
    ],
)
def test_the_same_name_is_refused_however_it_is_typed(typed):
    unit = add("กองต้นไม้ราชการ ๑")
    with written() as entries, pytest.raises(UnitExists) as refused:
        add(typed)
    assert refused.value.code == "unit-exists"
    assert typed in refused.value.message
    assert unit_named(typed) == unit
    assert entries == []
    assert Unit.objects.filter(key=unit.key).count() == 1


def test_the_same_name_under_two_ministries_are_two_units():
    tops = [add("กระทรวงสวนสาธารณะ"), add("กระทรวงท้องฟ้า")]
    mine, theirs = (add("กองกลาง", parent=top) for top in tops)
    assert [unit_named("กอง กลาง", within=unit) for unit in (tops[0], mine, tops[1])] == [mine, mine, theirs]
    assert unit_named("กระทรวงท้องฟ้า", within=mine) == tops[1], "the top of another tree is known everywhere"
    with pytest.raises(UnitAmbiguous) as refused:
        unit_named("กองกลาง")
    assert refused.value.code == "unit-ambiguous"
    with pytest.raises(UnitExists):
        add("กองกลาง", parent=tops[0])


@pytest.mark.parametrize("name", ["", "  ", "- / ( )", "\u200b"])
def test_a_unit_needs_a_name(name):
    before = Unit.objects.count()
    with written() as entries, pytest.raises(UnitNameMissing):
        add(name)
    assert entries == []
    assert Unit.objects.count() == before


def test_a_name_that_does_not_end_is_no_name():
    with pytest.raises(UnitNameTooLong):
        add("กอง" + "ก" * 300)


def test_another_name_is_another_unit():
    assert unit_named("กองต้นไม้ใหญ่") is None
    assert add("กองต้นไม้ใหญ่ ๑") != add("กองต้นไม้ใหญ่ ๒")


def test_a_division_of_another_department_is_another_unit(db):
    from wian.directory.queries import unit_named

    def add(name, parent=None):
        return add_unit(name, parent=parent, by=COMMAND_LINE, at=clock.now())

    ministry = add("กระทรวงสวนสาธารณะ")
    forest, water = add("กรมป่าไม้เมือง", ministry), add("กรมน้ำพุ", ministry)
    theirs, owner = add("กองคลัง", forest), add("กองแผนงาน", water)
    assert unit_named("กองคลัง", within=owner) is None
    ours = add("กองคลัง", water)
    assert unit_named("กองคลัง", within=owner) == ours
    assert unit_named("กองคลัง", within=theirs) == theirs
    assert unit_named("กรมป่าไม้เมือง", within=owner) == forest
