"""What is taken and what is refused, whatever the file is called."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from wian.files import refusals
from wian.files.refusals import (
    FileDamaged,
    FileEmpty,
    FileLocked,
    FileOfAnotherKind,
    FileUnpacksTooLarge,
    FileWithMacros,
    FileWithObjects,
)
from wian.files.rules import foreign, office
from wian.files.rules.content import judge
from wian.files.rules.kinds import DOCX, JPG, KINDS, MEGABYTE, PDF, PNG, XLSX
from wian.files.tests.support import (
    LIST,
    OLE,
    docx,
    jpg,
    packed,
    pdf,
    png,
    retyped,
    unpacked,
    with_parts,
    xlsx,
)
from wian.kit.refusal import Refusal

SAMPLES = {PDF: pdf(), JPG: jpg(), PNG: png(), DOCX: docx(), XLSX: xlsx()}
MACRO_ENABLED = "application/vnd.ms-word.document.macroEnabled.main+xml"
CHART = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
ENTRY = "<Override PartName='/{}' ContentType='{}'/></Types>"


def refused(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        judge(data, name="the file")
    return caught.value


def listing(package: bytes, part: str, type_: str) -> bytes:
    """`package` with one part more in its list."""
    return retyped(with_parts(package, {part: b"<x/>"}), "</Types>", ENTRY.format(part, type_))


def odd(parts: dict[str, bytes], packing: int = ZIP_STORED) -> bytes:
    """A Word file in which the names of parts stand as they are, also those that a ZIP should not hold."""
    out = BytesIO()
    with ZipFile(out, "w", packing) as package:
        for name, data in (unpacked(docx()) | parts).items():
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "data"), SAMPLES.items(), ids=lambda value: getattr(value, "name", ""))
def test_each_kind_is_known_by_its_content(kind, data):
    assert judge(data, name="nameless") is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf\n" + pdf(), PDF),
        (pdf() + bytes(5000), PDF),
        (jpg() + b"what a phone appends", JPG),
        (listing(docx(), "customXml/item1.xml", "application/xml"), DOCX),
        (with_parts(docx(), {CHART: xlsx()}), DOCX),
    ],
    ids=["mark before", "zeros after", "phone", "more parts", "chart"],
)
def test_what_real_files_have_is_taken(data, kind):
    assert judge(data, name="") is kind


@pytest.mark.parametrize(
    ("data", "instead"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", foreign.HEIC),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", foreign.MOVING),
        (b"GIF89a\1\0\1\0", foreign.PICTURE),
        (b"RIFF\x24\0\0\0WEBPVP8 ", foreign.PICTURE),
        (b"II*\0\x08\0\0\0", foreign.PICTURE),
        (OLE + "WordDocument".encode("utf-16-le"), foreign.OLD_OFFICE),
        (OLE + "Workbook".encode("utf-16-le"), foreign.OLD_OFFICE),
        (OLE, foreign.UNKNOWN),
        (b"{\\rtf1\\ansi", foreign.OTHER_OFFICE),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), foreign.OTHER_OFFICE),
        (retyped(docx(), "wordprocessingml.document.main", "presentationml.presentation.main"), foreign.OTHER_OFFICE),
        (retyped(docx(), "document.main", "template.main"), foreign.OTHER_OFFICE),
        (packed({"a.txt": b"a"}), foreign.PACKED),
        (packed({}), foreign.PACKED),
        (b"Rar!\x1a\x07\1\0", foreign.PACKED),
        (b"MZ\x90\0\x03\0", foreign.PROGRAM),
        (b"#!/bin/sh\n", foreign.PROGRAM),
        (b"\n<!DOCTYPE html><p>%PDF-1.7", foreign.WEB_PAGE),
        (b"\xef\xbb\xbf<svg>", foreign.WEB_PAGE),
        ("เรียน หัวหน้าหน่วยงาน\r\n".encode(), foreign.TEXT),
        ("เรียน".encode("tis-620"), foreign.TEXT),
        (b"\0\1\2\3", foreign.UNKNOWN),
        (b"%PDF", foreign.TEXT),
    ],
)  # fmt: skip
def test_another_kind_is_named_with_the_way_out(data, instead):
    refusal = refused(data)
    assert isinstance(refusal, FileOfAnotherKind)
    assert refusal.facts == {"file": "the file", "what": instead.what, "how": instead.how}


@pytest.mark.parametrize(
    "data",
    [packed({"a.pdf": pdf()}), pdf()[:-1] + packed({"a.exe": b"MZ"}), png() + packed({"a.exe": b"MZ"}),
     b"GIF89a" + pdf(), b"MZ" + pdf(), b"<html>" + pdf()],
    ids=["PDF in a ZIP", "ZIP after a PDF", "ZIP after a picture", "GIF first", "program first", "page first"],
)  # fmt: skip
def test_a_file_of_two_kinds_is_none_of_ours(data):
    assert isinstance(refused(data), FileOfAnotherKind)


def test_an_empty_file():
    assert isinstance(refused(b""), FileEmpty)


@pytest.mark.parametrize(("kind", "data"), SAMPLES.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_file_cut_off_anywhere_is_damaged(kind, data):
    start = {PDF: 12, JPG: 3, PNG: 8}.get(kind, 4)
    last = data.rindex(b"%%EOF") if kind is PDF else len(data) - 1
    for end in {*range(start, last, max(1, len(data) // 50)), last}:
        refusal = refused(data[:end])
        assert isinstance(refusal, FileDamaged), end
        assert kind.name in refusal.facts["kind"]


@pytest.mark.parametrize("kind", [PNG, DOCX, XLSX], ids=lambda kind: kind.name)
def test_a_changed_byte_is_found_where_the_format_has_checksums(kind):
    whole = SAMPLES[kind]
    changed = bytearray(whole)
    changed[whole.index(b"IDAT" if kind is PNG else b".xml") + 8] ^= 1
    assert isinstance(refused(bytes(changed)), FileDamaged)


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"/Encrypt 4 0 R"),
        pdf(b"/Encrypt<</Filter/Standard/V 2>>"),
        OLE + "EncryptedPackage".encode("utf-16-le"),
    ],
)
def test_a_file_with_a_password(data):
    assert isinstance(refused(data), FileLocked)


def test_a_locked_part():
    locked = bytearray(odd({}))
    flags = locked.rindex(b"PK\1\2") + 8
    locked[flags] |= 1
    assert isinstance(refused(bytes(locked)), FileLocked)


def test_a_pdf_that_only_speaks_of_encryption_is_open():
    assert judge(pdf(b"/Title(/Encrypt)/EncryptMetadata true"), name="") is PDF


@pytest.mark.parametrize(
    "data",
    [
        retyped(docx(), f"{DOCX.type}.main+xml", MACRO_ENABLED),
        listing(docx(), "word/macros.bin", "application/vnd.ms-office.vbaProject"),
        with_parts(docx(), {"word/vbaProject.bin": OLE}),
        with_parts(xlsx(), {"xl/VBAPROJECT.BIN": OLE}),
        listing(xlsx(), "xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml"),
        listing(xlsx(), "xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.intlmacrosheet+xml"),
        with_parts(docx(), {CHART: with_parts(xlsx(), {"xl/vbaProject.bin": OLE})}),
    ],
    ids=["docm", "typed", "word", "excel", "macro sheet", "macro sheet abroad", "inside a chart"],
)
def test_macros(data):
    assert isinstance(refused(data), FileWithMacros)


@pytest.mark.parametrize(
    "data",
    [
        with_parts(docx(), {"word/embeddings/oleObject1.bin": OLE}),
        with_parts(docx(), {"word/media/image1.png": b"MZ\x90"}),
        with_parts(docx(), {"word/embeddings/a.zip": packed({"a.exe": b"MZ"})}),
        listing(docx(), "word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml"),
    ],
    ids=["object", "program", "zip", "control"],
)
def test_embedded_programs(data):
    assert isinstance(refused(data), FileWithObjects)


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "word/../../x", "word\\..\\x", "C:/x", "word//x", "word/./x", "./x",
     "WORD/document.xml"],
)  # fmt: skip
def test_a_part_with_a_name_that_leads_elsewhere(name):
    assert isinstance(refused(odd({name: b"x"})), FileDamaged)


def test_a_part_whose_name_goes_on_behind_a_zero():
    named = odd({"word/x#y": b"x"}).replace(b"word/x#y", b"word/x\0y")
    assert isinstance(refused(named), FileDamaged)


def test_a_list_that_names_a_document_that_is_not_there():
    parts = unpacked(docx())
    del parts["word/document.xml"]
    assert isinstance(refused(packed(parts)), FileDamaged)


@pytest.mark.parametrize(
    "list_",
    [b"", b"no list", b"<?xml version='1.0' encoding='no-such'?><Types/>", b"<Types>" * 100_000,
     b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
         b"<!ENTITY %c '%s'>" % (98 + step, b"&%c;" % (97 + step) * 20) for step in range(12)
     ) + b"]><Types>&m;</Types>"],
    ids=["empty", "text", "encoding", "deep", "entities"],
)  # fmt: skip
def test_a_list_that_cannot_be_read(list_):
    assert isinstance(refused(with_parts(docx(), {LIST: list_})), FileDamaged)


def test_packings_that_office_does_not_know():
    assert isinstance(refused(odd({}, ZIP_BZIP2)), FileDamaged)


@pytest.mark.parametrize(
    "data",
    [
        with_parts(docx(), {"word/media/a.bin": bytes(11 * MEGABYTE)}),
        with_parts(docx(), {f"word/media/{part}": b"" for part in range(office.MOST_PARTS)}),
        with_parts(docx(), {LIST: bytes(MEGABYTE + 1)}),
        with_parts(docx(), {CHART: with_parts(xlsx(), {"xl/a.bin": bytes(10 * MEGABYTE - 4000)})}),
        with_parts(docx(), {CHART: with_parts(docx(), {CHART: with_parts(docx(), {CHART: xlsx()})})}),
    ],
    ids=["large", "many", "list", "inside", "deep"],
)
def test_what_unpacks_to_far_more_than_its_size(data):
    assert isinstance(refused(data), FileUnpacksTooLarge)


def test_a_part_that_says_it_is_smaller_than_it_is():
    """No more is unpacked than it says, and that does not match its checksum."""
    large = with_parts(docx(), {"word/z.bin": bytes(20 * MEGABYTE)})
    true, said = (size.to_bytes(4, "little") for size in (20 * MEGABYTE, 1000))
    assert isinstance(refused(large.replace(true, said)), FileDamaged)


@given(st.binary(max_size=400))
@example(b"PK\3\4")
@example(b"PK\5\6" + bytes(18))
@example(b"\xff\xd8\xff")
def test_arbitrary_bytes_are_refused_and_nothing_worse(data):
    assert isinstance(refused(data), Refusal)


@given(st.sampled_from([*SAMPLES.values()]), st.data())
def test_files_with_changed_bytes_are_taken_or_refused_and_nothing_worse(whole, data):
    broken = bytearray(whole)
    places = st.integers(0, len(whole) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=8)):
        broken[place] = byte
    with suppress(Refusal):
        assert judge(bytes(broken), name="") in KINDS


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(
    "refusal",
    [one for one in vars(refusals).values() if isinstance(one, type) and one.__module__ == refusals.__name__],
)
def test_a_refusal_names_the_file_and_says_what_to_do(refusal, language):
    said = refusal(file="งบ 100%.pdf", most=10, kind="PDF", what=foreign.HEIC.what, how=foreign.HEIC.how)
    with translation.override(language):
        assert "“งบ 100%.pdf”" in said.message
        assert said.what_now
        assert ("ไฟล์" in said.message) == (language == "th")
