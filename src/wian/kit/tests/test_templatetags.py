import hashlib
import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.template import Context, engines
from django.utils import translation

from wian.kit.templatetags import kit

DAY = date(2018, 2, 28)
MOMENT = datetime(2018, 2, 27, 17, 5, tzinfo=UTC)  # five minutes past midnight in Bangkok
VENDOR = Path(__file__).parents[1] / "static/vendor"


@pytest.mark.parametrize(
    ("show", "value", "thai", "english"),
    [
        (kit.thai_date, DAY, "๒๘ กุมภาพันธ์ ๒๕๖๑", "28 February 2018"),
        (kit.thai_date, MOMENT, "๒๘ กุมภาพันธ์ ๒๕๖๑", "28 February 2018"),
        (kit.short_date, DAY, "๒๘ ก.พ. ๒๕๖๑", "28 Feb 2018"),
        (kit.weekday_date, DAY, "วันพุธที่ ๒๘ กุมภาพันธ์ ๒๕๖๑", "Wednesday 28 February 2018"),
        (kit.clock_time, MOMENT, "๐๐.๐๕ น.", "00:05"),
        (kit.clock_time, time(16, 25), "๑๖.๒๕ น.", "16:25"),
        (kit.date_time, MOMENT, "๒๘ ก.พ. ๒๕๖๑ ๐๐.๐๕ น.", "28 Feb 2018, 00:05"),
        (kit.digits, "2 จาก 17", "๒ จาก ๑๗", "2 จาก 17"),
        (kit.digits, 0, "๐", "0"),
    ],
)
def test_dates_times_and_digits_follow_the_language(show, value, thai, english):
    with translation.override("th"):
        assert show(value) == thai
    with translation.override("en"):
        assert show(value) == english


@pytest.mark.parametrize(
    "show", [kit.thai_date, kit.short_date, kit.weekday_date, kit.clock_time, kit.date_time, kit.digits]
)
def test_nothing_is_shown_as_nothing(show):
    assert show(None) == ""


def test_midnight_is_a_time():
    with translation.override("en"):
        assert kit.clock_time(time(0, 0)) == "00:00"


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("๐ ๒๕๕๕ ๐๑๐๐ ต่อ ๑๒", "025550100"),
        ("02-555-0100 กด 12", "025550100"),
        ("02 555 0100 x12", "025550100"),
        ("02 555 0100 ext. 12", "025550100"),
        ("๐๘ ๑๒๓๔ ๕๖๗๘, ๐๘ ๘๗๖๕ ๔๓๒๑", "0812345678"),
        (" +66 2 555 0100", "+6625550100"),
        ("", ""),
    ],
)
def test_a_telephone_dials_the_first_number_without_its_extension(written, dialled):
    assert kit.telephone(written) == dialled


NOON = datetime(2018, 2, 28, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "days", "passed", "ago", "look"),
    [
        (NOON + timedelta(days=2), 2, False, 0, ""),
        (NOON + timedelta(days=1), 1, False, 0, "state-wait"),
        (NOON + timedelta(hours=11), 0, False, 0, "state-wait"),
        (NOON - timedelta(hours=1), 0, True, 0, "state-bad"),
        (NOON - timedelta(days=3), -3, True, 3, "state-bad"),
    ],
    ids=["not yet", "tomorrow", "today", "passed today", "passed"],
)
def test_how_near_a_deadline_is(due, days, passed, ago, look):
    assert kit.days_left(Context({"now": NOON}), due) == {"days": days, "passed": passed, "ago": ago}
    shown = engines["django"].from_string("{% days_left due %}").render({"now": NOON, "due": due}).strip()
    assert (look in shown) if look else shown == ""
    assert ("๓" in shown) == (ago == 3)


def test_without_a_deadline_nothing_is_near():
    assert kit.days_left(Context({"now": NOON}), None) == {"days": None}


def test_a_badge_has_its_colour_and_escapes_its_word():
    assert kit.state_badge("accepted", "<ok>") == '<span class="state state-done">&lt;ok&gt;</span>'
    assert 'class="state state-quiet"' in kit.state_badge("unheard-of", "ok")


def test_every_colour_of_a_state_is_in_the_style_sheet():
    sheet = (Path(kit.__file__).parents[1] / "static/kit/wian.css").read_text(encoding="utf-8")
    for look in set(kit.STATES.values()):
        assert f".state-{look}" in sheet


@pytest.mark.parametrize("name", kit.ICONS)
def test_icons_are_hidden_from_readers(name):
    assert 'aria-hidden="true"' in engines["django"].from_string(f'{{% icon "{name}" %}}').render()


def test_the_vendor_manifest_agrees_with_the_files():
    manifest = json.loads((VENDOR / "manifest.json").read_text())
    written = {file: digest for package in manifest for file, digest in package["files"].items()}
    found = {
        str(file.relative_to(VENDOR)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in VENDOR.rglob("*")
        if file.is_file() and file.name != "manifest.json"
    }
    assert written == found


def test_everything_from_others_has_its_licence():
    for package in json.loads((VENDOR / "manifest.json").read_text()):
        assert package["licence"]
        assert any(file.endswith("LICENSE.txt") for file in package["files"])


def test_style_sheets_ask_nothing_of_other_sites():
    for sheet in (Path(kit.__file__).parents[1] / "static").rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "sourceMappingURL" not in text
        assert 'url("http' not in text
        assert "url(http" not in text
        assert "@import" not in text
