"""Filing a letter: its number once a day, however it is typed."""

from datetime import date
from typing import Any

import pytest

from wian.directory.tests.support import written
from wian.letters.models import Letter
from wian.letters.queries import letter_numbered
from wian.letters.refusals import LetterOnFile
from wian.letters.tests.support import DATE, NUMBER, new_letter, source

pytestmark = pytest.mark.usefixtures("story")

TYPED = [
    NUMBER,
    "สธณ 0104/ว 0973",
    "สธณ ๐๑๐๔/ว ๙๗๓",
    "สธณ 0104/ว 973",
    "สธณ๐๑๐๔/ว๙๗๓",
    "ที่ สธณ ๐๑๐๔ / ว  ๐๐๐๙๗๓",
]


def test_a_letter_is_kept_as_it_was_read():
    facts: dict[str, Any] = {
        "agency": "กองต้นไม้ใหญ่",
        "urgency": Letter.Urgency.URGENT,
        "signatory": "นางสาวใบบุญ ร่มเย็น",
        "position": "ปลัดกระทรวง",
        "subject": "การดูแลต้นไม้ใหญ่",
        "text": "ข้อความ\nสองบรรทัด",
    }
    letter = Letter.objects.get(pk=new_letter(**facts).pk)
    assert {name: getattr(letter, name) for name in facts} == facts
    assert (letter.kind, letter.number, letter.date, letter.source) == ("memo", NUMBER, DATE, source())


def test_filing_is_in_the_ledger_without_names_or_text():
    with written() as entries:
        letter = new_letter(signatory="นางสาวใบบุญ ร่มเย็น", text="ข้อความ")
    assert entries == [
        (
            "letters.filed",
            {"letter": letter.pk, "kind": "memo", "number": NUMBER, "sha256": source().sha256},
        )
    ]


@pytest.mark.parametrize("typed", TYPED)
def test_a_number_on_file_is_refused_however_it_is_typed(typed):
    letter = new_letter()
    with written() as entries, pytest.raises(LetterOnFile) as refused:
        new_letter(typed)
    assert refused.value.code == "letter-on-file"
    assert typed in refused.value.message
    assert entries == []
    assert letter_numbered(typed, DATE) == letter
    assert list(Letter.objects.filter(date=DATE, number_key=letter.number_key)) == [letter]


@pytest.mark.parametrize(
    ("number", "on"),
    [
        ("สธณ ๐๑๐๔/ว ๙๗๔", DATE),
        ("สธณ ๐๑๐๔/๙๗๓", DATE),
        ("สธณ ๐๑๐๕/ว ๙๗๓", DATE),
        (NUMBER, date(2027, 11, 16)),
        (NUMBER, None),
    ],
)
def test_another_number_or_day_is_another_letter(number, on):
    letter = new_letter()
    assert letter_numbered(number, on) is None
    other = new_letter(number, on)
    assert other != letter
    assert letter_numbered(number, on) == other


def test_an_undated_number_is_on_file_too():
    new_letter(on=None)
    with pytest.raises(LetterOnFile):
        new_letter("สธณ 0104/ว 973", on=None)


def test_letters_without_a_number_are_no_likeness():
    assert new_letter("") != new_letter("")
