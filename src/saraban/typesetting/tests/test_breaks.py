"""Where a line may end, and that none ends elsewhere in letters as people write them."""

from pathlib import Path

import pytest

from saraban.paper import Paper, body_of
from saraban.typesetting.breaks import words_of
from saraban.typesetting.tests.test_pdf import cut_words
from saraban.words import normalise

LETTERS = sorted((Path(__file__).parents[2] / "tests" / "letters").glob("*.txt"))[::6]


def parted(text: str) -> str:
    return "|".join(text[start:end] for start, end in words_of(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ขับเคลื่อนนวัตกรรม", "ขับเคลื่อน|นวัตกรรม"),
        ("ตามแนวทางการพัฒนา", "ตาม|แนวทาง|การพัฒนา"),
        ("งานโครงการพัฒนา", "งาน|โครงการพัฒนา"),
        ("กระทรวงมหาดไทย", "กระทรวงมหาดไทย"),
        ("ทดลองสิ่งใหม่ๆ", "ทดลอง|สิ่งใหม่ๆ"),
        ("กรุงเทพฯ", "กรุงเทพฯ"),
        ("ครั้งที่ ๑/๒๕๖๑", "ครั้ง|ที่|๑/๒๕๖๑"),
        ("แผนงาน/โครงการ", "แผนงาน/โครงการ"),
        ("(ร่าง)หนังสือ", "(ร่าง)|หนังสือ"),
        ("MOI's 4.0 Talent", "MOI's|4.0|Talent"),
        ("ทดลองสิ่งใหม่ ๆ ต่อไป", "ทดลอง|สิ่งใหม่ ๆ|ต่อไป"),
        ("ภายในวันที่ ๗ - ๑๑ พฤศจิกายน ๒๕๖๙ เวลา ๐๙.๓๐ น.", "ภายใน|วันที่|๗ - ๑๑ พฤศจิกายน ๒๕๖๙|เวลา|๐๙.๓๐ น."),
        ("ปีงบประมาณ พ.ศ. ๒๕๗๐ โทร. ๐ ๒๕๕๕ ๐๑๔๒", "ปีงบประมาณ|พ.ศ. ๒๕๗๐|โทร.|๐ ๒๕๕๕ ๐๑๔๒"),
        ("ที่ กนย ๐๑๐๒/ว ๑๒ ลง", "ที่|กนย ๐๑๐๒/ว ๑๒|ลง"),
        ("นางสาวจิดาภา บุญญิสา กล่าว", "นางสาวจิดาภา|บุญญิสา|กล่าว"),
        ("นายอำเภอเมืองและนายกเทศมนตรี", "นายอำเภอ|เมือง|และ|นายกเทศมนตรี"),
        ("ดู https://a.example/form?unit=12 ก่อน", "ดู|https|:|/|/|a|.|example|/|form|?|unit|=|12|ก่อน"),
    ],
)
def test_what_stays_on_one_line(text: str, words: str) -> None:
    assert parted(text) == words


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_no_line_of_a_letter_ends_inside_a_word(path: Path) -> None:
    text = "\n".join(
        "".join(letter for letter in normalise(line) if letter.isprintable())
        for line in path.read_text(encoding="utf-8").splitlines()
        if "\t" not in line and "|" not in line
    )
    paper = Paper("memo", agency="กองแผนงาน", subject="ทดสอบ", body=body_of(text)[:40])
    assert cut_words(paper) == []
