"""The pages of a paper as a page of the site shows them."""

from base64 import b64encode

from saraban.paper import Paper
from saraban.typesetting import pngs_of


def sheets_of(paper: Paper, *, emblem: bytes | None, dots: float = 100) -> list[str]:
    """Each page as the address of a picture that needs no request of its own, `dots` an inch. Raises saraban's Unprintable."""
    pages = pngs_of(paper, emblem=emblem, ppi=dots)
    return [f"data:image/png;base64,{b64encode(page).decode()}" for page in pages]
