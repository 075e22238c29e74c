"""Names of units: what abbreviations stand for, and which names look alike, with the reason."""

import pytest

from saraban.unit_names import Likeness, Names, is_abbreviation, written_out

KNOWN = (
    "กองกฎหมายและระเบียบ",
    "กองการคลังและพัสดุ",
    "กองการเจ้าหน้าที่",
    "กองบริหารทรัพยากรบุคคล",
    "กองทดลอง ๑",
    "กลุ่มงานเลขานุการปลัดกระทรวง",
    "กลุ่มตรวจสอบภายใน",
    "กลุ่มพัฒนาระบบบริหาร",
    "จังหวัดน่าน",
    "สำนักงาน ก.พ.ร.",
    "องค์การบริหารส่วนตำบลบางปลา",
    "ศูนย์ข้อมูลและดิจิทัล",
)


def like(written: str) -> dict[str, tuple[str, str, str]]:
    """The names that look like it, the nearest first, each with kind and difference."""
    found = sorted(Names(KNOWN).like(written), key=lambda one: one[1].distance)
    return {KNOWN[at]: (one.kind, one.here, one.there) for at, one in found}


@pytest.mark.parametrize(
    ("written", "known", "reason"),
    [
        ("กองกฏหมายและระเบียบ", "กองกฎหมายและระเบียบ", ("spelling", "กฏ", "กฎ")),
        ("กองกฎหมายเเละระเบียบบ", "กองกฎหมายและระเบียบ", ("spelling", "ยบบ", "ยบ")),
        ("กองบริหารทรัพยากรบุคล", "กองบริหารทรัพยากรบุคคล", ("spelling", "บุคล", "บุคคล")),
        ("กองคลังและพัสดุ", "กองการคลังและพัสดุ", ("missing", "", "การ")),
        ("กองบริหารงานทรัพยากรบุคคล", "กองบริหารทรัพยากรบุคคล", ("extra", "งาน", "")),
        ("กลุ่มตรวจสอบ", "กลุ่มตรวจสอบภายใน", ("missing", "", "ภายใน")),
        ("กลุ่มตรวจสอบและประเมินภายใน", "กลุ่มตรวจสอบภายใน", ("extra", "และประเมิน", "")),
        ("กองกฎหมาย", "กองกฎหมายและระเบียบ", ("missing", "", "และระเบียบ")),
        ("ศูนย์ดิจิทัล", "ศูนย์ข้อมูลและดิจิทัล", ("missing", "", "ข้อมูลและ")),
        ("เลขานุการปลัดกระทรวง", "กลุ่มงานเลขานุการปลัดกระทรวง", ("missing", "", "กลุ่มงาน")),
        ("น่าน", "จังหวัดน่าน", ("missing", "", "จังหวัด")),
        ("สำนักบริหารทรัพยากรบุคคล", "กองบริหารทรัพยากรบุคคล", ("other-kind", "สำนัก", "กอง")),
        ("องค์การบริหารส่วนตำบลบางปล่า", "องค์การบริหารส่วนตำบลบางปลา", ("spelling", "ปล่า", "ปลา")),
        ("กกจ.", "กองการเจ้าหน้าที่", ("initials", "", "")),
        ("กบค.", "กองบริหารทรัพยากรบุคคล", ("letters", "", "")),
    ],
)
def test_a_near_name_is_found_with_its_reason(written, known, reason):
    assert like(written)[known] == reason


@pytest.mark.parametrize(
    "written",
    [
        "กองกฎหมาย และ ระเบียบ",  # the same when folded
        "กองทดลอง ๒",
        "กองทดลอง",
        "กองกิ่งไม้",
        "องค์การบริหารส่วนตำบลบางปลาม้า",
        "เทศบาลตำบลบางปลา",
        "อำเภอน่าน",
        "กอง",
        "",
        "🙂",
    ],
)
def test_another_name_is_another_unit(written):
    assert like(written) == {}


def test_letters_that_may_mean_two_units_find_both_the_likelier_first():
    assert list(like("กพร.")) == ["สำนักงาน ก.พ.ร.", "กลุ่มพัฒนาระบบบริหาร"]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("มท.", "กระทรวงมหาดไทย"),
        ("สป. มท.", "สำนักงานปลัดกระทรวงมหาดไทย"),
        ("สป.บช.", "สำนักงานปลัดกระทรวงบริการประชาชน"),
        ("อบต.บางปลา", "องค์การบริหารส่วนตำบลบางปลา"),
        ("อบจ น่าน", "องค์การบริหารส่วนจังหวัดน่าน"),
        ("จ.น่าน", "จังหวัดน่าน"),
        ("รพ.สต.บางปลา", "โรงพยาบาลส่งเสริมสุขภาพตำบลบางปลา"),
        ("สนง.กลาง", "สำนักงานกลาง"),
        ("จ.นครพนม", "จังหวัดนครพนม"),
        ("อ.ขนอม", "อำเภอขนอม"),
        ("ม.กพร", "ม.กพร"),
        ("อบตาก", "อบตาก"),
        ("กพร.", "กพร."),
        ("สปบช.", "สปบช."),
        ("อบรม", "อบรม"),
        ("จอมทอง", "จอมทอง"),
    ],
)
def test_an_abbreviation_is_written_out_where_it_stands_for_one_thing(short, long):
    assert written_out(short, {"บช": "กระทรวงบริการประชาชน"}) == long


def test_letters_without_vowels_are_an_abbreviation():
    assert [is_abbreviation(name) for name in ("สนย.สป.", "กตน", "กองคลัง", "")] == [True, True, False, False]


def test_a_likeness_says_how_far_away_it_is():
    ((_, near),) = Names(["กองกฎหมาย"]).like("กองกฏหมาย")
    assert near == Likeness("spelling", "กฏ", "กฎ", 1)
