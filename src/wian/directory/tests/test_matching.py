"""Which unit a name in a letter means: sure, to be chosen, or new."""

import pytest

from wian.directory.commands.add_unit import add_unit
from wian.directory.models import Unit
from wian.directory.queries.matching import Match, match
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE

LAO_CHO = "\u0e8a"


def add(name: str, parent: Unit | None = None, abbreviation: str = "") -> Unit:
    return add_unit(name, parent=parent, abbreviation=abbreviation, by=COMMAND_LINE, at=clock.now())


@pytest.fixture
def top(db) -> Unit:
    return add("กระทรวงสวนสาธารณะ", abbreviation="สธณ.")


@pytest.fixture
def home(top) -> Unit:
    """The owner's unit, in a department with some others."""
    department = add("กรมต้นไม้", top)
    for name in ("กองกฎหมายและระเบียบ", "กองราก ๑", "กลุ่มพัฒนาระบบบริหาร"):
        add(name, department)
    return add("กองการเจ้าหน้าที่", department, "กกจ., กองบุคคล")


def meant(name: str, home: Unit) -> Match:
    (found,) = match([name], within=home)
    assert found.name == name
    return found


def near(found: Match) -> list[tuple[str, str]]:
    assert found.unit is None
    return [(one.unit.name, str(one.place or "")) for one in found.near]


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("กองการเจ้าหน้าที่", "exact"),
        ("กอง การเจ้าหน้าที่", "look-alike"),
        ("กองการเจ้าหน้าที่ กรมต้นไม้", "exact"),
        ("กระทรวงสวนสาธารณะ กรมต้นไม้ กองการเจ้าหน้าที่", "exact"),
        ("กกจ", "abbreviation"),
        ("กอง บุคคล", "abbreviation"),
    ],
)
def test_a_unit_is_known_by_name_place_and_abbreviation(home, name, how):
    found = meant(name, home)
    assert (found.unit, found.how) == (home, how)


def test_look_alike_letters_are_no_other_name(home):
    green = add("กองพืชราชการ ๑", home.parent)
    assert meant(f"กองพืชรา{LAO_CHO}การ 1", home).unit == green


def test_an_abbreviation_is_written_out_with_those_of_the_directory(home, top):
    office = add("สำนักงานปลัดกระทรวงสวนสาธารณะ", top)
    assert meant("สป.สธณ.", home).unit == office
    village = add("องค์การบริหารส่วนตำบลบางไม้", top)
    assert [meant(name, home).unit for name in ("อบต.บางไม้", "อบต. บาง ไม้")] == [village] * 2


@pytest.mark.parametrize(
    ("name", "reason"),
    [("กองกฏหมายและระเบียบ", "“กฏ” แทน “กฎ”"), ("กฎหมายและระเบียบ", "“กอง”"), ("กองกฎหมาย", "“และระเบียบ”")],
)
def test_a_near_name_is_offered_with_its_reason_and_never_taken(home, name, reason):
    from django.utils import translation

    with translation.override("th"):
        found = meant(name, home)
        assert near(found) == [("กองกฎหมายและระเบียบ", "กรมต้นไม้")]
        assert (found.how, reason in found.near[0].reason) == ("near", True)


@pytest.mark.parametrize("name", ["กองใบไม้แห้ง", "กองราก ๒", "🙂"])
def test_what_nothing_is_like_is_new(home, name):
    assert meant(name, home) == Match(name, None, "new")


def test_initials_are_offered_and_never_taken(home):
    found = meant("กพร.", home)
    assert (near(found), found.how) == ([("กลุ่มพัฒนาระบบบริหาร", "กรมต้นไม้")], "near")


def test_an_abbreviation_that_is_also_a_name_has_to_be_chosen(home, top):
    group = add("กลุ่มพัฒนาระบบ", home.parent, "กพร.")
    assert meant("กพร.", home).unit == group
    add("สำนักงาน ก.พ.ร.")
    found = meant("กพร.", home)
    assert (near(found), found.how) == (
        [("กลุ่มพัฒนาระบบ", "กรมต้นไม้"), ("สำนักงาน ก.พ.ร.", "")],
        "same-name",
    )


def test_what_a_unit_is_known_as_means_it_though_others_have_longer_names(home):
    add("กองบุคคลและพัสดุ", home.parent)
    assert meant("กองบุคคล", home).unit == home


def test_the_units_own_department_comes_first_and_others_only_by_their_place(home, top):
    other = add("กรมน้ำพุ", top)
    theirs = add("กองการเจ้าหน้าที่", other, "กกจ.")
    add("กองกฎหมายกับระเบียบ", other)
    assert meant("กกจ.", home).unit == home
    assert meant("กกจ.", theirs).unit == theirs
    assert meant("กองการเจ้าหน้าที่ กรมน้ำพุ", home).unit == theirs
    assert near(meant("กองกฎหมายและระเบียบบ", home)) == [("กองกฎหมายและระเบียบ", "กรมต้นไม้")]


def test_units_of_one_name_have_to_be_chosen_by_their_place(home):
    groups = [add("กลุ่มแผนงาน", add(parent, home.parent)) for parent in ("กองดิน", "กองฟ้า")]
    found = meant("กลุ่มแผนงาน", home)
    assert (near(found), found.how) == ([("กลุ่มแผนงาน", "กองดิน"), ("กลุ่มแผนงาน", "กองฟ้า")], "same-name")
    assert [meant(f"กลุ่มแผนงาน {unit.parent}", home).unit for unit in groups] == groups


def test_at_most_three_are_offered_the_likeliest_first(home):
    for ending in ("พัสดุภาครัฐ", "และพัสดุ", "งานพัสดุ", "ด้านพัสดุ"):
        add(f"กองการคลัง{ending}", home.parent)
    found = meant("กองการคลังพัสดุ", home)
    assert [one.unit.name for one in found.near] == ["กองการคลังและพัสดุ", "กองการคลังงานพัสดุ", "กองการคลังด้านพัสดุ"]


@pytest.mark.parametrize("count", [3, 300])
def test_three_statements_do_for_any_number_of_names(home, top, count, django_assert_num_queries):
    add("กองไม้ 1", add("กรมน้ำพุ", top))
    Unit.objects.bulk_create(
        Unit(
            name=f"กองไม้ {number}",
            key=f"กองไม้{number}",
            parent=home.parent,
            path=f"{home.parent.path}{number}/",
        )
        for number in range(count)
    )
    names = [f"กองไม้ {number}" for number in range(count)] + [f"กองม้า {number}" for number in range(count)]
    with django_assert_num_queries(3):
        found = match([*names, "กกจ.", "กองกฏหมายและระเบียบ"], within=home)
    assert [one.how for one in found].count("new") == count
