"""A paper as PDF/A-3a and PDF/UA-1, with its source attached, and no line that ends inside a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from saraban.errors import NotAPaper
from saraban.paper.model import Paper
from saraban.paper.printing import printed
from saraban.paper.values import paper_of
from saraban.typesetting.fonts import compiled
from saraban.typesetting.guard import Guard
from saraban.typesetting.lines import PDFIUM
from saraban.typesetting.pages import data_of

_TEMPLATE = Path(__file__).with_name("paper.typ")
SOURCE = "paper.json"


def pdf_of(paper: Paper, *, emblem: bytes | None = None, signature: bytes | None = None) -> bytes:
    """The pages of `paper`, its own JSON attached as their source. `emblem` is SVG or PNG, `signature` a picture of one.

    Without an emblem a grey placeholder marked ตัวอย่าง is drawn: nothing is issued with that. Raises Unprintable.
    """
    return _set(paper, emblem, signature)[0]


def pngs_of(
    paper: Paper, *, emblem: bytes | None = None, signature: bytes | None = None, ppi: float = 100
) -> list[bytes]:
    """The same pages as pictures, `ppi` dots an inch. Raises Unprintable."""
    _, data = _set(paper, emblem, signature)
    return compiled(_TEMPLATE, {**data, "attached": None}, pictures=ppi)


def source_of_pdf(pdf: bytes) -> Paper | None:
    """The paper that is attached to a PDF of ours; None where there is none. That its words are those on the pages is not said."""
    with PDFIUM:
        attached = _attached(pdf)
    return _paper(attached) if attached else None


def _attached(pdf: bytes) -> bytes | None:
    try:
        document = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError:
        return None
    with document:
        for at in range(document.count_attachments()):
            attachment = document.get_attachment(at)
            if attachment.get_name() == SOURCE:
                return bytes(attachment.get_data())
    return None


def _paper(data: bytes) -> Paper | None:
    try:
        return paper_of(json.loads(data))
    except (NotAPaper, ValueError, RecursionError):
        return None


def _set(paper: Paper, emblem: bytes | None, signature: bytes | None) -> tuple[bytes, dict[str, Any]]:
    """Typeset until the guard is content; the PDF, and the data that made it."""
    shown = printed(paper)
    guard = Guard(shown)
    while True:
        data = data_of(shown, guard.runs, source=paper, emblem=emblem, signature=signature)
        data["next"] = guard.next
        [pdf] = compiled(_TEMPLATE, data)
        if guard.content_with(pdf):
            return pdf, data
