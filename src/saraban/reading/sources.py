"""From the bytes of a file to its text."""

from __future__ import annotations

import re

from saraban.errors import Unreadable

#: Beginnings of files that are no plain text: (first bytes, code, what it is in Thai).
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "pdf", "แฟ้ม PDF"),
    (b"PK\x03\x04", "word", "แฟ้ม Word หรือแฟ้มบีบอัด"),
    (b"\xd0\xcf\x11\xe0", "word", "แฟ้ม Word รุ่นเก่า"),
    (b"{\\rtf", "word", "แฟ้ม RTF"),
    (b"\x89PNG", "image", "แฟ้มภาพ"),
    (b"\xff\xd8\xff", "image", "แฟ้มภาพ"),
    (b"II*\x00", "image", "แฟ้มภาพ"),
    (b"MM\x00*", "image", "แฟ้มภาพ"),
    (b"GIF8", "image", "แฟ้มภาพ"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_THAI = re.compile("[\u0e01-\u0e5b]")
# Below this share of Thai letters among the high bytes' text, CP874 is not what the file was written in.
_THAI_SHARE = 0.3


def decode(data: bytes) -> str:
    """Return the text of a plain-text file: UTF-8, UTF-16 with its byte order mark, or Thai Windows (CP874).

    A UTF-8 byte order mark stays in the text, so that offsets count from the first code point of the file.
    Raises `Unreadable` with one clear line when the file is empty, is not plain text, or is in no known encoding.
    """
    if not data.strip():
        raise Unreadable("empty", "แฟ้มว่าง ไม่มีข้อความให้อ่าน")
    for signature, code, name in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(code, f"เป็น{name} ขณะนี้อ่านได้เฉพาะข้อความล้วน (.txt)")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16")
    if _CONTROL.search(data):
        raise Unreadable("binary", "แฟ้มนี้ไม่ใช่ข้อความ ขณะนี้อ่านได้เฉพาะข้อความล้วน (.txt)")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(data, "cp874")
        if len(_THAI.findall(text)) < _THAI_SHARE * len("".join(text.split())):
            raise Unreadable("undecodable", "ไม่ทราบรหัสอักขระของแฟ้ม อ่านได้เฉพาะ UTF-8 และ CP874") from None
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable("empty", "แฟ้มว่าง ไม่มีข้อความให้อ่าน")
    return text


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("undecodable", "ไม่ทราบรหัสอักขระของแฟ้ม อ่านได้เฉพาะ UTF-8 และ CP874") from None
