"""PDFs for these tests, written by hand: letters drawn wherever a program might draw them, pages turned, and what harms."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from saraban.reading.pdf_layout import MARK

A4 = "0 0 595 842"
#: How wide every letter is, in thousandths of its size; marks above and below have no width.
WIDTH = 500
_BOXES = {
    "letter": f"{WIDTH} 0 0 0 450 600 d1 0 0 450 600 re f",
    "above": "0 0 -300 650 -50 800 d1 -300 650 250 150 re f",
    "below": "0 0 -300 -200 -50 -50 d1 -300 -200 250 150 re f",
}


def words(text: str, x: float, y: float, size: float = 16) -> str:
    """Draw `text` at that place: each letter behind the one before, each mark over it."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('cp874').hex()}> Tj ET\n"


def typeset(text: str) -> list[str]:
    """A letter, a line of it a line, on as many pages as that takes."""
    lines = text.splitlines()
    pages = (lines[at : at + 40] for at in range(0, len(lines), 40))
    return [
        "".join(
            words(line.replace("\t", " " * 8), 20, 800 - 19 * at, 4) for at, line in enumerate(page) if line
        )
        for page in pages
    ]


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """Draw a straight line."""
    return f"{x} {y} m {to_x} {to_y} l S\n"


def _shapes() -> list[str]:
    """What each of the 256 codes of CP874 looks like: a box."""
    letters = (bytes([code]).decode("cp874", errors="replace") for code in range(256))
    return [
        "below" if letter in "\u0e38\u0e39\u0e3a" else "above" if MARK.fullmatch(letter) else "letter"
        for letter in letters
    ]


def _table(encoding: str) -> bytes:
    """What each code stands for, as a PDF tells it."""
    known = ((code, bytes([code]).decode(encoding, errors="ignore")) for code in range(32, 256))
    return " ".join(
        f"1 beginbfchar <{code:02x}> <{letter.encode('utf-16-be').hex()}> endbfchar"
        for code, letter in known
        if letter
    ).encode()


def pdf(
    *pages: str, more: str = "", catalog: str = "", picture: bytes = b"", encoding: str = "cp874"
) -> bytes:
    """A PDF of these pages; `more` goes into each page's dictionary, `catalog` into the document's.

    `encoding` is what it says that its letters are, which are those of CP874.
    """
    shapes = _shapes()
    widths = " ".join(str(WIDTH if shape == "letter" else 0) for shape in shapes)
    kids = " ".join(f"{9 + 2 * at} 0 R" for at in range(len(pages)))
    resources = "/Resources<</Font<</F 3 0 R>>/XObject<</P 8 0 R>>>>"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        f"<</Type/Font/Subtype/Type3/FontBBox[-300 -200 500 800]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar 255"
        f"/Widths[{widths}]/Encoding<</Differences[0 {' '.join(f'/{shape}' for shape in shapes)}]>>"
        "/CharProcs<</letter 4 0 R/above 5 0 R/below 6 0 R>>/ToUnicode 7 0 R/Resources<<>>>>".encode(),
        *(stream(box.encode()) for box in _BOXES.values()),
        stream(_table(encoding)),
        picture or b"null",
    ]
    for at, drawn in enumerate(pages):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[{A4}]/Contents {10 + 2 * at} 0 R{resources}{more}>>"
        objects += [page.encode(), stream(drawn.encode())]
    return whole(objects)


def stream(data: bytes, more: str = "") -> bytes:
    packed = zlib.compress(data)
    return f"<</Length {len(packed)}/Filter/FlateDecode{more}>>stream\n".encode() + packed + b"\nendstream"


def whole(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """The file of these objects, the first of which is its catalog."""
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n"
    return data + end.encode() + f"startxref\n{len(data)}\n%%EOF\n".encode()


def photo(grey: bytes, width: int, height: int) -> bytes:
    """A picture for `pdf(picture=…)`; the page that draws it over all of itself is PICTURED."""
    about = (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray"
    )
    return stream(grey, about)


PICTURED = "q 595 0 0 842 0 0 cm /P Do Q\n"
