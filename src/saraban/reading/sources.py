"""From the bytes of a file to its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saraban.errors import Unreadable
from saraban.paper import printed, text_of
from saraban.reading import docx, office, pdf, scans

#: What a letter's file may be at most; and its text, of which a page has about three thousand letters.
MOST_BYTES, MOST_LETTERS = 20 * 1024 * 1024, 1_000_000
SCAN = "scan"
_REMEDY = "โปรดบันทึกเป็น .docx หรือ PDF หรือวางข้อความของหนังสือ"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_THAI = re.compile("[\u0e01-\u0e5b]")
# Below this share of Thai letters among the high bytes' text, CP874 is not what the file was written in.
_THAI_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says, and what it was: text, word, office (opened by LibreOffice), pdf or scan.

    In a scan some or all of the text was read off a picture: its numbers, dates and names may be wrong.
    """

    text: str
    how: str


def decode(data: bytes) -> str:
    """The text of a letter's file; see `source_of`."""
    return source_of(data).text


def source_of(data: bytes) -> Source:
    """Read a letter's file: Word, PDF, a picture of a page, or plain text in UTF-8, UTF-16 with its mark, or CP874.

    Judged by what is in it, whatever it is called. A UTF-8 byte order mark stays in the text, so that offsets count
    from the first code point of the file. A PDF takes up to 20 seconds, an old Word file and pictures up to 60 more.
    Raises `Unreadable` with one clear line.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-large", "แฟ้มใหญ่เกิน ๒๐ MB โปรดวางเฉพาะข้อความของหนังสือ")
    source = _read(data)
    if not source.text.strip("\ufeff \t\r\n"):
        raise Unreadable("empty", "แฟ้มว่าง ไม่มีข้อความให้อ่าน")
    if len(source.text) > MOST_LETTERS:
        raise Unreadable("too-large", "ข้อความยาวเกินไป โปรดวางเฉพาะข้อความของหนังสือ")
    return source


def _read(data: bytes) -> Source:
    if office.is_office(data):
        return Source(office.text_of(data), "office")
    if data.startswith(docx.SIGNATURE):
        return Source(docx.text_of(data), "word")
    if data[:64].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(pdf.SIGNATURE):
        return _pdf(pdf.seen_in(data))
    if data.startswith(scans.SIGNATURES):
        return Source(scans.text_of(data), SCAN)
    return Source(_plain(data), "text")


def _pdf(seen: pdf.Seen) -> Source:
    """A paper of ours carries its own words, and they count as long as they are the ones that its pages show."""
    if seen.source and seen.shows_source:
        return Source(text_of(printed(seen.source)), "pdf")
    return Source(seen.text, SCAN if seen.scanned else "pdf")


def _plain(data: bytes) -> str:
    if data.startswith(b"PK"):
        raise Unreadable("archive", f"เป็นแฟ้มบีบอัด {_REMEDY}")
    if data.startswith(b"GIF8"):
        raise Unreadable("image", "เป็นแฟ้มภาพที่อ่านไม่ได้ โปรดบันทึกเป็น PNG หรือ JPG หรือวางข้อความของหนังสือ")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _strictly(data, "utf-16")
        if "\0" in text:
            raise _binary()
        return text
    if _CONTROL.search(data):
        raise _binary()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(data, "cp874")
        if len(_THAI.findall(text)) < _THAI_SHARE * len("".join(text.split())):
            raise _undecodable() from None
        return text


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _undecodable() from None


def _binary() -> Unreadable:
    return Unreadable("binary", f"แฟ้มนี้ไม่ใช่ข้อความ {_REMEDY}")


def _undecodable() -> Unreadable:
    return Unreadable("undecodable", f"ไม่ทราบรหัสอักขระของแฟ้ม {_REMEDY}")
