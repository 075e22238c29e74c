"""Letters of the TH e-GIF exchange: what goes out comes in again, and nothing else does."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saraban import egif
from saraban.egif import (
    NAMESPACE,
    PARTS,
    SECRECY,
    SPEED,
    Attached,
    Exchange,
    Party,
    Reference,
    exchange_of,
    xml_of,
)
from saraban.errors import NotAnExchange
from saraban.tests.support import unhurried

LETTER = Exchange(
    id="บปช ๐๑๐๔/๕๑๖",
    date=dt.date(2026, 11, 23),
    subject="ขอเชิญเป็นวิทยากร",
    sender=Party("กระทรวงบริการประชาชน", "นางวรางคณา ศรีสุขประเสริฐ", "ปลัดกระทรวงบริการประชาชน"),
    receiver=Party("มหาวิทยาลัยริมธาร", position="อธิการบดี"),
    letter=Attached("application/pdf", b"%PDF-1.7 \x00\xff"),
    urgency="ด่วน",
    references=(Reference("มรธ ๐๒๐๑/๓๓๙", dt.date(2026, 11, 2)), Reference("มรธ ๐๒๐๑/๓๔๐")),
    attachment="กำหนดการ จำนวน ๑ ชุด",
    attachments=(Attached("application/pdf", b"one"), Attached("image/png", b"")),
    sent_on=dt.date(2026, 11, 24),
)
# Letters that XML holds, without room at the ends, which it need not keep.
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=30)
some = words.filter(bool)
days = st.dates(dt.date(1900, 1, 1), dt.date(2399, 12, 31))
names = words | st.sampled_from(["นายสายชล ณ ริมธาร", "ดร. แก้ว ใจดี", "ผู้อำนวยการกองแผนงาน กรมสวน"])
parties = st.builds(Party, words, names, words, words)
files = st.builds(Attached, st.sampled_from(["application/pdf", "image/png"]), st.binary(max_size=60))
exchanges = st.builds(
    Exchange,
    id=some,
    date=days,
    subject=some,
    sender=parties,
    receiver=parties,
    letter=files,
    urgency=st.sampled_from(list(SPEED)),
    secrecy=st.sampled_from(list(SECRECY)),
    references=st.lists(st.builds(Reference, words, st.none() | days, words), max_size=3).map(tuple),
    attachment=words,
    attachments=st.lists(files, max_size=3).map(tuple),
    sent_on=days,
)


def test_a_letter_goes_out_and_comes_in() -> None:
    assert exchange_of(xml_of(LETTER)) == LETTER


@settings(unhurried, max_examples=60, derandomize=True)
@given(exchanges)
def test_any_letter_does(exchange: Exchange) -> None:
    assert exchange_of(xml_of(exchange)) == exchange


def test_the_xml_is_of_the_standard() -> None:
    """Names and order as in the exchange: what other systems look up."""
    root = ElementTree.fromstring(xml_of(LETTER))
    assert root.tag == f"{{{NAMESPACE}}}GovernmentDocument"
    (letter,) = root
    assert [part.tag.removeprefix(f"{{{PARTS}}}") for part in letter] == [
        "ID", "CorrespondenceDate", "Subject", "SecretCode", "SpeedCode", "SenderParty", "ReceiverParty",
        "ReferenceCorrespondence", "ReferenceCorrespondence", "Attachment", "SendDate", "Description",
        "MainLetterBinaryObject", "AttachmentBinaryObject", "AttachmentBinaryObject",
    ]  # fmt: skip
    sender = letter.find(f"{{{PARTS}}}SenderParty")
    assert ["".join(part.itertext()) for part in sender] == [
        "นางวรางคณา", "ศรีสุขประเสริฐ", "ปลัดกระทรวงบริการประชาชน", "", "กระทรวงบริการประชาชน",
    ]  # fmt: skip


def changed(before: str, after: str) -> bytes:
    xml = xml_of(LETTER).decode()
    assert before in xml
    return xml.replace(before, after).encode()


def declaring(encoding: str = "utf-8", *, before: str = "", behind: str = "") -> bytes:
    """The letter with a subject that is an entity, declared in a document type."""
    declared = f'{before}<!DOCTYPE a [<!ENTITY b "c">]>{behind}'
    body = changed(LETTER.subject, "&b;").decode().partition("?>")[2]
    return f'<?xml version="1.0" encoding="{encoding}"?>{declared}{body}'.encode(encoding)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (b"", "XML"),
        (b"<html/>", "TH e-GIF"),
        (xml_of(LETTER)[:-40], "XML"),
        (declaring(), "DOCTYPE"),
        (declaring("utf-16"), "DOCTYPE"),
        (declaring(before="<?a <!-- ?>", behind="<?a --> ?>"), "DOCTYPE"),
        (changed("encoding='utf-8'", "encoding='nothing'"), "XML"),
        (b"<a>" * 100_000, "ซับซ้อน"),
        (changed("<ram:Attachment>", "<ram:Attachment>" + "<a/>" * 6_000), "ซับซ้อน"),
        (changed("Document:1.0", "Document:9.9"), "TH e-GIF"),
        (changed("Entity:1", "Entity:9"), "CorrespondenceLetter"),
        (changed(">2026-11-23<", ">23/11/2569<"), "23/11/2569"),
        (changed(">2026-11-23<", ">2569-11-23<"), "2569-11-23"),
        (changed(">2026-11-24T00:00:00<", ">2026-11-24T99<"), "SendDate"),
        (changed("SpeedCode>002", "SpeedCode>999"), "999"),
        (changed("JVBER", "!!!!!"), "เสียหาย"),
        (changed(' mimeCode="image/png"', ""), "mimeCode"),
        (changed("MainLetterBinaryObject", "Other"), "MainLetterBinaryObject"),
        (changed("<ram:Attachment>", "<ram:Subject>อื่น</ram:Subject><ram:Attachment>"), "Subject ซ้ำ"),
        (changed(LETTER.subject, ""), "Subject"),
    ],
)
def test_what_is_no_letter_of_the_exchange_is_refused_by_name(wrong: bytes, said: str) -> None:
    with pytest.raises(NotAnExchange, match=said):
        exchange_of(wrong)


def test_a_file_that_is_too_large_is_not_even_read(monkeypatch) -> None:
    monkeypatch.setattr(egif, "MOST_BYTES", len(xml_of(LETTER)) - 1)
    with pytest.raises(NotAnExchange, match="ใหญ่เกิน"):
        exchange_of(xml_of(LETTER))


def test_what_other_offices_write_beyond_is_passed_over() -> None:
    beyond = (
        "<ram:GovernmentSignature><ram:TypeCode>1</ram:TypeCode></ram:GovernmentSignature><ram:Attachment>"
    )
    assert exchange_of(changed("<ram:Attachment>", beyond)) == LETTER


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    told = exchange_of(xml_of(replace(LETTER, subject="ขอ\0เชิญ\x1f  ด้วย\ud800")))
    assert told.subject == "ขอเชิญ ด้วย"


@settings(unhurried, max_examples=60, derandomize=True)
@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    with pytest.raises(NotAnExchange):
        exchange_of(data)


@settings(unhurried, max_examples=60, derandomize=True)
@given(st.integers(0, len(xml_of(LETTER)) - 1), st.binary(max_size=4))
def test_nor_does_damage(at: int, put: bytes) -> None:
    xml = xml_of(LETTER)
    with suppress(NotAnExchange):
        exchange_of(xml[:at] + put + xml[at + len(put) :])
