"""A paper as a Word file, to go on writing in. The copy that counts is the PDF; the file's properties say so.

Its words and their order are those of `saraban.paper.words`. QR codes are left out, and so are the words at a page's end
that only typesetting can know. The same paper always gives the same bytes.
"""

from __future__ import annotations

from saraban.paper import Paper, printed
from saraban.typesetting.docx_body import annexes
from saraban.typesetting.docx_emblem import png_of, shape_of
from saraban.typesetting.docx_forms import FORMS, LARGE, SMALL, office_copy
from saraban.typesetting.docx_markup import field, paragraph, picture, run
from saraban.typesetting.docx_package import PICTURE, Edges, packed

_REMARK = "แฟ้มนี้มีไว้แก้ไขต่อ ฉบับที่ใช้อ้างอิงคือแฟ้ม PDF"
#: How high the emblem is, in centimetres; other kinds bear none.
_EMBLEMS = {"memo": SMALL, "cover_memo": SMALL} | dict.fromkeys(
    ("external", "stamped", "order", "announcement", "certificate"), LARGE
)


def docx_of(paper: Paper, *, emblem: bytes | None = None) -> bytes:
    """The paper as .docx. `emblem` is an SVG or PNG; without it a grey disc marked ตัวอย่าง stands in its place.

    Raises Unprintable, and ValueError where the emblem is no picture.
    """
    page = printed(paper)
    height = _EMBLEMS.get(page.kind)
    drawn = png_of(emblem) if height else None
    mark = ""
    if drawn and height:
        alt = "ตราครุฑ" if emblem else "ที่ว่างสำหรับตราครุฑ (ตัวอย่าง)"
        mark = picture(PICTURE, height * shape_of(drawn), height, alt, floating=height == SMALL)
    text = (*FORMS[page.kind](page, mark), *annexes(page.annexes), *office_copy(page))
    return packed(
        "".join(text),
        _edges(page.secrecy),
        title=page.subject or (page.meeting.title if page.meeting else ""),
        author=page.agency,
        remark=_REMARK,
        picture=drawn,
    )


def _edges(secrecy: str) -> Edges:
    """Secrecy above and below on every page, and from the second on its number."""
    mark = paragraph("Secrecy", run(secrecy)) if secrecy else paragraph("Normal")
    number = paragraph("Page number", run("- "), field(r"PAGE \* THAIARABIC", "๒"), run(" -"))
    return Edges(mark, mark + number if secrecy else number, mark)
