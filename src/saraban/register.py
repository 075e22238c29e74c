"""Numbers of letters, such as กนย ๐๑๐๒.๓/ว ๑๒ and ๔๕/๒๕๖๕.

Rule: a letter's number is the unit's letters and digits, a stroke and the running number; ว before the running
number marks a circular, which has a series of its own. Leading zeros of the running number are display only.
"""

from __future__ import annotations

import re

from saraban.numerals import to_ascii
from saraban.words import mend, normalise

_LABEL = re.compile(r"^(?:เลข)?ที่\s*:?\s*")
_CIRCULAR = re.compile(r"[/)]\s*ว\s*\.?\s*(?:\([^)]*\)\s*)?\d")
_YEARLY = re.compile(r"^((?:พิเศษ)?)0*(\d+)/(\d{4})$")  # orders: they restart each year
_RUNNING = re.compile(r"(/\D*)0+(?=\d+$)")


def key(number: str) -> str:
    """Return the form under which a number is compared: ASCII digits, no spaces, no leading zeros to count.

    >>> key("กนย ๐๑๐๒.๓/ว ๐๐๑๒")
    'กนย0102.3/ว12'
    >>> key("ที่ ๐๙/๒๕๖๕")
    '9/2565'
    """
    text = _LABEL.sub("", to_ascii(normalise(number)).strip())
    text = re.sub(r"\s+", "", text)
    if yearly := _YEARLY.match(text):
        return f"{yearly[1]}{yearly[2]}/{yearly[3]}"
    return _RUNNING.sub(r"\1", text)


def is_circular(number: str) -> bool:
    """True only for a ว number.

    >>> is_circular("กนย ๐๑๐๒.๓/ว ๑๒"), is_circular("กนย ๐๑๐๒.๓/๑๒")
    (True, False)
    """
    return bool(_CIRCULAR.search(mend(number)))
