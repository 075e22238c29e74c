"""The one way to write data down so that it can be compared for ever."""

import json
from hashlib import sha256
from typing import Any


def canonical(value: Any) -> str:
    """JSON with sorted keys and no white space: the same bytes on every machine."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of `text` in UTF-8: 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
