"""Thai and ASCII digits, which official letters mix freely.

>>> to_thai("ครั้งที่ 3/2565")
'ครั้งที่ ๓/๒๕๖๕'
>>> to_ascii("กนย ๐๑๐๒.๓")
'กนย 0102.3'
"""

from __future__ import annotations

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
ASCII_DIGITS = "0123456789"

_TO_THAI = str.maketrans(ASCII_DIGITS, THAI_DIGITS)
_TO_ASCII = str.maketrans(THAI_DIGITS, ASCII_DIGITS)


def to_thai(value: str | int) -> str:
    """Write every ASCII digit as a Thai digit; everything else stays."""
    return str(value).translate(_TO_THAI)


def to_ascii(value: str) -> str:
    """Write every Thai digit as an ASCII digit; everything else stays."""
    return value.translate(_TO_ASCII)
