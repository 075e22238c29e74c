"""A register, typeset: a wide table on A4 on its side, its head on every page (forms 13 and 14 of the Regulation on Correspondence)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from saraban.numerals import to_thai
from saraban.paper.printing import PRINTABLE
from saraban.typesetting.breaks import words_of
from saraban.typesetting.fonts import compiled
from saraban.typesetting.pages import boxed, widest
from saraban.words import normalise

_TEMPLATE = Path(__file__).with_name("register.typ")
MOST_ROWS = 3_000  # some 150 pages, and 460 MB while they are made
_SHOWN = frozenset(chr(code) for first, last in PRINTABLE for code in range(first, last + 1))


def register_pdf(title: Sequence[str], header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """PDF/A-3a and PDF/UA-1 of lines of title above a table. What the font cannot show becomes "?"; after `MOST_ROWS` rows it ends, and says so."""
    shown = [[_shown(cell) for cell in row] for row in islice(rows, MOST_ROWS + 1)]
    more = len(shown) > MOST_ROWS
    columns = list(zip(header, *shown[:200], strict=True))
    data = {
        "title": [_shown(line) for line in title],
        "header": [_shown(cell) for cell in header],
        # Nothing is spread in a register, so every word can be boxed and no guard is needed.
        "rows": [[boxed(cell, words_of(cell)) for cell in row] for row in shown[:MOST_ROWS]],
        **widest(columns),
        "more": f"แสดงเพียง {to_thai(f'{MOST_ROWS:,}')} รายการ" if more else "",
        "numbers": [to_thai(number) for number in range(1, 1001)],
    }
    [pdf] = compiled(_TEMPLATE, data)
    return pdf


def _shown(text: str) -> str:
    """`text` on one line, with a mark for each letter that the font does not have: a register must not fail over one row."""
    line = " ".join(normalise(text).split())
    return "".join(letter if letter in _SHOWN else "?" for letter in line)
