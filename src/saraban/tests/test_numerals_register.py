import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban.numerals import to_ascii, to_thai
from saraban.register import is_circular, key
from saraban.tests.support import unhurried


@unhurried
@given(st.text())
def test_digits_go_there_and_back(text: str) -> None:
    assert to_ascii(to_thai(text)) == to_ascii(text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("กนย ๐๑๐๒.๓/ว ๐๐๑๗", "กนย0102.3/ว17"),
        ("ที่ กนย 0102.3 / ว17", "กนย0102.3/ว17"),
        ("ที่กนย ๐๑๐๓/๑๒๐๕", "กนย0103/1205"),
        ("๐๔๕/๒๕๖๕", "45/2565"),
        ("กค (กวจ) ๐๔๐๕.๒/ว ๑๑๙", "กค(กวจ)0405.2/ว119"),
        ("กนย ๐๑๐๓/๐", "กนย0103/0"),
        ("", ""),
    ],
)
def test_key_forgets_how_a_number_is_typed(written: str, expected: str) -> None:
    assert key(written) == expected


@pytest.mark.parametrize(
    ("number", "circular"),
    [("กนย ๐๑๐๒.๓/ว ๑๗", True), ("กนย ๐๑๐๒/ว๑๗", True), ("กนย ๐๑๐๒/๑๗", False), ("วท ๐๑๐๒/๑๗", False)],
)
def test_only_a_wo_number_is_a_circular(number: str, circular: bool) -> None:
    assert is_circular(number) is circular
