"""The numbers that Word writes by itself, as they are seen."""

from __future__ import annotations

import pytest
from docx import Document

from saraban import read
from saraban.reading.sources import decode
from saraban.tests.support import text_of
from saraban.tests.word import level, lines, numbered, numbering, paragraph, saved


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        ("decimal", ["1.", "2.", "3."]),
        ("thaiNumbers", ["๑.", "๒.", "๓."]),
        ("thaiLetters", ["ก.", "ข.", "ค."]),
        ("lowerLetter", ["a.", "b.", "c."]),
        ("upperRoman", ["I.", "II.", "III."]),
        ("decimalZero", ["01.", "02.", "03."]),
        ("bullet", ["•", "•", "•"]),
        ("chineseCounting", ["1.", "2.", "3."]),
    ],
)
def test_every_format_of_a_thai_office(form: str, seen: list[str]) -> None:
    words = "\uf0b7" if form == "bullet" else "%1."
    body = "".join(map(numbered, "กขค"))
    told = lines(body, numbering=numbering(level(form, words)))
    assert told == [f"{number} {word}" for number, word in zip(seen, "กขค", strict=True)]


def test_levels_count_within_the_level_above() -> None:
    plan = numbering(
        level("thaiNumbers", "%1."), level("thaiNumbers", "%1.%2", 1), level("decimal", "(%3)", 2)
    )
    body = [("ก", 0), ("ข", 1), ("ค", 1), ("ง", 2), ("จ", 0), ("ฉ", 1)]
    told = lines("".join(numbered(*one) for one in body), numbering=plan)
    assert told == ["๑. ก", "๑.๑ ข", "๑.๒ ค", "(1) ง", "๒. จ", "๒.๑ ฉ"]


def test_legal_numbers_are_plain_digits_on_every_level() -> None:
    plan = numbering(level("upperRoman", "%1."), level("decimal", "%1.%2", 1, "<w:isLgl/>"))
    assert lines(numbered("ก") + numbered("ข", 1), numbering=plan) == ["I. ก", "1.1 ข"]


def test_a_list_that_begins_anew_and_one_that_goes_on() -> None:
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = "".join(numbered("ก", 0, number) for number in (1, 1, 2, 2, 3))
    told = lines(body, numbering=numbering(level("decimal", "%1)"), more=anew))
    assert told == ["1) ก", "2) ก", "5) ก", "6) ก", "7) ก"]


def test_a_style_numbers_its_paragraphs_unless_they_say_no() -> None:
    styles = (
        '<w:style w:styleId="point"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="under"><w:basedOn w:val="point"/></w:style>'
    )
    own = '<w:pStyle w:val="under"/>'
    none = f'{own}<w:numPr><w:numId w:val="0"/></w:numPr>'
    told = lines(
        paragraph("ก", own) + paragraph("ข", none) + paragraph("ค", own),
        numbering=numbering(level("thaiNumbers", "%1.")),
        styles=styles,
    )
    assert told == ["๑. ก", "ข", "๒. ค"]


def test_words_own_list_styles() -> None:
    made = Document()
    for words, style in (("ก", "List Number"), ("ข", "List Number"), ("ค", "List Bullet")):
        made.add_paragraph(words, style=style)
    assert decode(saved(made)) == "1. ก\n2. ข\n• ค"


def test_the_column_of_numbers_in_a_table() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    body = "".join(row.format(numbered(""), paragraph(unit)) for unit in ("กองคลัง", "กองช่าง"))
    told = lines(f"<w:tbl>{body}</w:tbl>", numbering=numbering(level("thaiNumbers", "%1.")))
    assert told == ["๑.\tกองคลัง", "๒.\tกองช่าง"]


def test_a_count_without_end_is_written_in_digits() -> None:
    far = numbering(level("upperRoman", "%1.").replace('<w:start w:val="1"/>', '<w:start w:val="999999"/>'))
    assert lines(numbered("ก"), numbering=far) == ["999999. ก"]


def test_points_that_word_numbers_are_asks() -> None:
    """The letter as it is really typed: the numbers of its points are Word's."""
    made = Document()
    for line in text_of("memo_with_annex").splitlines():
        point = line.startswith(("๑. ทบทวน", "๒. คัดเลือก"))
        made.add_paragraph(line[3:] if point else line, style="List Number" if point else None)
    asked = [(ask.kind, ask.deadline) for ask in read(decode(saved(made))).asks]
    assert asked == [(ask.kind, ask.deadline) for ask in read(text_of("memo_with_annex")).asks]
