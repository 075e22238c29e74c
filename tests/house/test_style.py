"""The same few names in every room, and files that do one thing."""

from pathlib import Path

import pytest

from wian.house.rooms import OPEN

pytestmark = pytest.mark.static
ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
FORBIDDEN = {"services", "utils", "helpers", "common", "signals", "misc", "base"}
# Longer than 300 lines, each with its reason.
LONG: dict[str, str] = {"tests/house/permissions.py": "a table: one row a URL"}


@pytest.mark.parametrize("room", [room for room in OPEN if room not in {"house", "kit"}])
def test_a_room_says_what_happens_in_it(room):
    readme = SOURCE / "wian" / room / "README.md"
    assert readme.exists(), "what happens here, who does it, which room is next"
    assert len(readme.read_text().splitlines()) <= 15


def test_names_say_what_a_file_does():
    assert [
        str(path) for path in SOURCE.rglob("*") if path.stem in FORBIDDEN and "templates" not in path.parts
    ] == []


def test_long_files_are_named():
    long = {
        str(path.relative_to(ROOT))
        for path in [*SOURCE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
        if "migrations" not in path.parts and len(path.read_text().splitlines()) > 300
    }
    assert long == set(LONG)


def test_no_file_is_empty_of_purpose():
    """A folder of code has code: no room, command or view stands open without its first verb."""
    packages = [path.parent for path in SOURCE.rglob("__init__.py")]
    empty = [
        str(folder.relative_to(SOURCE))
        for folder in packages
        if folder.name not in {"tests", "migrations"}
        and not any(
            path for path in folder.rglob("*.py") if path.name != "__init__.py" and "tests" not in path.parts
        )
        and not (folder / "__init__.py").read_text().strip()
    ]
    assert empty == []
