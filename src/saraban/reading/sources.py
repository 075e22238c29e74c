"""From the bytes of a file to its text."""

from __future__ import annotations

import re

from saraban.errors import Unreadable
from saraban.reading import docx

#: What a letter's file may be at most; and its text, of which a page has about three thousand letters.
MOST_BYTES, MOST_LETTERS = 20 * 1024 * 1024, 1_000_000
#: Beginnings of files that are neither Word (.docx) nor plain text: (first bytes, code, what it is in Thai).
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "pdf", "แฟ้ม PDF"),
    (b"PK", "archive", "แฟ้มบีบอัด"),
    (b"\xd0\xcf\x11\xe0", "word", "แฟ้ม Word รุ่นเก่า"),
    (b"{\\rtf", "word", "แฟ้ม RTF"),
    (b"\x89PNG", "image", "แฟ้มภาพ"),
    (b"\xff\xd8\xff", "image", "แฟ้มภาพ"),
    (b"II*\x00", "image", "แฟ้มภาพ"),
    (b"MM\x00*", "image", "แฟ้มภาพ"),
    (b"GIF8", "image", "แฟ้มภาพ"),
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # a new Word file with a password looks like an old one
_REMEDY = "โปรดบันทึกเป็น .docx หรือวางข้อความของหนังสือ"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_THAI = re.compile("[\u0e01-\u0e5b]")
# Below this share of Thai letters among the high bytes' text, CP874 is not what the file was written in.
_THAI_SHARE = 0.3


def decode(data: bytes) -> str:
    """Return the text of a letter's file: Word (.docx), or plain text in UTF-8, UTF-16 with its mark, or CP874.

    Judged by what is in it, whatever it is called. A UTF-8 byte order mark stays in the text, so that offsets count
    from the first code point of the file. Raises `Unreadable` with one clear line.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-large", "แฟ้มใหญ่เกิน ๒๐ MB โปรดวางเฉพาะข้อความของหนังสือ")
    text = docx.text_of(data) if data.startswith(docx.SIGNATURE) else _plain(data)
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable("empty", "แฟ้มว่าง ไม่มีข้อความให้อ่าน")
    if len(text) > MOST_LETTERS:
        raise Unreadable("too-large", "ข้อความยาวเกินไป โปรดวางเฉพาะข้อความของหนังสือ")
    return text


def _plain(data: bytes) -> str:
    for signature, code, name in SIGNATURES:
        if data.startswith(signature):
            if _LOCKED in data:
                raise Unreadable("encrypted", "แฟ้มมีรหัสผ่าน โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน")
            raise Unreadable(code, f"เป็น{name} {_REMEDY}")
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
