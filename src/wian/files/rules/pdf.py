"""Is a PDF all there, and open to everybody? Only its frame is read: what it draws and runs is the reader's matter."""

import re

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,16}%PDF-\d")
_END = re.compile(rb"startxref\s{1,16}\d{1,20}\s{1,16}%%EOF")
_TAIL = 2048
# The trailer, or the cross-reference stream that stands for it, names the encryption in plain.
_LOCK = re.compile(rb"/Encrypt\s{0,16}(?:\d{1,10}\s{1,16}\d{1,10}\s{1,16}R|<<)")


def is_pdf(data: bytes) -> bool:
    return _START.match(data) is not None


def is_whole_pdf(data: bytes) -> bool:
    """Whether its end has come. The place that the end points to is not looked up: readers repair that."""
    return _END.search(data.rstrip(b"\0\t\n\r ")[-_TAIL:]) is not None


def is_locked_pdf(data: bytes) -> bool:
    """Whether it is encrypted: with a password to open it, or only against printing and copying."""
    return _LOCK.search(data) is not None
