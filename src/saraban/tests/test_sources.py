"""Every kind of file that a letter comes as: what it says, what it was, and why it cannot be read."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from saraban import Unreadable
from saraban.reading import confined, office, scans
from saraban.reading.sources import source_of
from saraban.reading.trust import is_trusted
from saraban.tests.pdf_file import PICTURED, pdf, photo, words
from saraban.tests.printed import (
    needs_chromium,
    needs_libreoffice,
    needs_tesseract,
    png,
    saved_as,
    scanned,
)
from saraban.tests.support import NAMES, text_of
from saraban.tests.word import typed

LETTER = text_of("external")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: A picture of one dot.
DOT = png(b"\0", 1, 1)


def why(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        source_of(data)
    return caught.value.code


def named(*streams: str) -> bytes:
    """What looks like an old Office file with these streams."""
    return OLE + b"".join(name.encode("utf-16-le") for name in streams).ljust(1024, b"\0")


class TestWhatItWas:
    @pytest.mark.parametrize(
        ("data", "how"),
        [(LETTER.encode(), "text"), (typed(LETTER), "word"), (pdf(words("เรียน", 60, 700)), "pdf"),
         (b"\xef\xbb\xbf\r\n" + pdf(words("เรียน", 60, 700)), "pdf")],
        ids=["text", "word", "pdf", "a pdf behind a mark"],
    )  # fmt: skip
    def test_it_is_told(self, data: bytes, how: str) -> None:
        assert source_of(data).how == how


@needs_libreoffice
class TestOffice:
    @pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
    def test_a_letter_is_read(self, ending: str) -> None:
        source = source_of(saved_as(ending, LETTER))
        assert source.how == "office"
        assert source.text.split() == LETTER.split()

    def test_what_a_file_points_to_is_not_fetched(self, tmp_path: Path) -> None:
        (secret := tmp_path / "secret.txt").write_text("secret")
        field = f'{{\\field{{\\*\\fldinst INCLUDETEXT "{secret.as_uri()}"}}{{\\fldrslt old}}}}'
        assert source_of(f"{{\\rtf1 A {field} B}}".encode()).text == "A old B"
        section = f'<text:section text:name="S"><text:section-source xlink:href="{secret.as_uri()}"/><text:p>old</text:p></text:section>'
        assert source_of(open_document(section)).text == "old"

    def test_what_cannot_be_opened_is_damaged(self) -> None:
        assert why(b"{\\rtf1" + b"{" * 100_000) == "damaged"

    def test_it_has_its_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(office, "SECONDS", 0)
        assert why(b"{\\rtf1 A}") == "too-slow"


def open_document(body: str) -> bytes:
    """An OpenDocument text."""
    kind = "application/vnd.oasis.opendocument.text"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = f'<m:file-entry m:full-path="/" m:media-type="{kind}"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text")
    )
    with zipfile.ZipFile(file := BytesIO(), "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}">{entries}</m:manifest>')
        archive.writestr(
            "content.xml",
            f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return file.getvalue()


class TestOfficeRefused:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (named("Workbook"), "binary"),
            (named("WordDocument", "_VBA_PROJECT"), "macros"),
            (named("EncryptedPackage"), "encrypted"),
            (named("WordDocument")[:512] + b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(500), "encrypted"),
        ],
        ids=["a workbook", "macros", "a password", "an old password"],
    )
    def test_what_is_no_letter_is_not_even_opened(
        self, data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(confined, "run", lambda *_, **__: pytest.fail("it was opened"))
        assert why(data) == code

    @pytest.mark.parametrize("data", [named("WordDocument"), b"{\\rtf1 A}", open_document("")])
    def test_without_libreoffice_it_says_so(self, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "/nowhere")
        assert why(data) == "word"


class TestScans:
    @needs_chromium
    @needs_tesseract
    @pytest.mark.parametrize("kind", ["png", "pdf"])
    def test_a_letter_is_read_off_its_picture(self, kind: str) -> None:
        dots, width, height = scanned(LETTER)
        data = (
            png(dots, width, height) if kind == "png" else pdf(PICTURED, picture=photo(dots, width, height))
        )
        source = source_of(data)
        assert source.how == "scan"
        assert re.search(r"กรมพัฒนาเมืองน่าอยู่", source.text)
        assert "ขอแสดงความนับถือ" in source.text

    @needs_chromium
    @needs_tesseract
    def test_only_the_pages_that_are_pictures_are_read_off_them(self) -> None:
        source = source_of(pdf(words("เรียน", 60, 700), PICTURED, picture=photo(*scanned(LETTER))))
        assert source.text.startswith("เรียน\n")
        assert "ขอแสดงความนับถือ" in source.text

    @needs_tesseract
    def test_a_picture_of_nothing_is_illegible_or_empty(self) -> None:
        assert why(png(bytes(range(256)) * 400, 320, 320)) in {"illegible", "empty"}

    @needs_tesseract
    def test_a_torn_picture_is_damaged(self) -> None:
        assert why(DOT[:40]) == "damaged"

    @needs_tesseract
    def test_it_has_its_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(scans, "SECONDS", 0)
        assert why(DOT) == "too-slow"

    @pytest.mark.parametrize(
        "data", [DOT, b"\xff\xd8\xff\xe0", b"II*\0", b"MM\0*"], ids=["png", "jpg", "tiff", "tif"]
    )
    def test_without_tesseract_it_says_so(self, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "/nowhere")
        assert why(data) == "scan"


class TestTrust:
    @pytest.mark.parametrize("name", NAMES)
    def test_letters_are_trusted(self, name: str) -> None:
        assert is_trusted(text_of(name))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "โทร. ๐ ๒๙๙๙ ๐๑๒๓",
            "12,000.00 | 3 | 4.5",
            "Please send the names of two participants by June 30.",
        ],
    )
    def test_so_are_numbers_and_english(self, text: str) -> None:
        assert is_trusted(text)

    def test_old_fonts_are_known(self) -> None:
        assert is_trusted(LETTER.replace("่", "\uf70a").replace("ี", "\uf702"))

    @pytest.mark.parametrize(
        "garbled",
        [
            LETTER.encode("cp874").decode("latin-1"),
            LETTER.encode().decode("latin-1"),
            re.sub("[่-๋]", "", LETTER),
            re.sub("[ัิ-ฺ็-๎]", "", LETTER),
            re.sub("([ก-ฮ])([ัิ-ฺ็-๎]+)", r"\2\1", LETTER),
            re.sub("([ัิ-ฺ็-๎]+)", r" \1", LETTER),
            "".join(chr(33 + (ord(letter) - 0xE01) % 90) if letter > "ก" else letter for letter in LETTER),
            "\ue000\ue001 " * 30,
        ],
        ids=["letters of latin-1", "bytes of utf-8", "no tones", "no marks", "marks first", "marks apart",
             "letters of ascii", "private letters"],
    )  # fmt: skip
    def test_what_came_out_wrong_is_not(self, garbled: str) -> None:
        assert not is_trusted(garbled)
