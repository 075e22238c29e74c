"""The words of a Word file (WordprocessingML): runs, paragraphs, tables, a picture; and the styles they refer to by name.

Everything here returns markup; what a person typed goes through `escape` and through nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

FONT = "TH SarabunPSK"
BODY, LABEL, TITLE, MARK = 16, 20, 29, 32  # sizes in points
WIDTH = 16.0  # centimetres between the margins
RED = "C00000"

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
NAMESPACES = " ".join(f'xmlns:{name}="{address}"' for name, address in _NAMES.items())


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks: indents in centimetres, spaces and sizes in points; `line` is an exact height, 0 the usual one.

    `together` keeps it on the page of the next one, `whole` all its lines on one page; `ruled` draws a line under it. `tabs` are (place in centimetres, alignment, leader).
    """

    name: str
    align: str = "left"
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    line: float = 0
    size: float = BODY
    bold: bool = False
    colour: str = ""
    together: bool = False
    whole: bool = False
    ruled: bool = False
    outline: int | None = None
    tabs: tuple[tuple[float, str, str], ...] = ()


_RIGHT = 10.0  # where an address begins
_DOTS = ((WIDTH, "right", "dot"),)
#: style -> how it looks. Names are what Word shows, so that an office may change all paragraphs of a kind at once.
STYLES: dict[str, Style] = {
    "Normal": Style("Normal"),
    "Title": Style(
        "ชื่อเอกสาร", align="center", size=TITLE, bold=True, line=35, after=8, together=True, outline=0
    ),
    "Heading": Style("ชื่อเรื่อง", align="center", bold=True, together=True, outline=0),
    "Rule": Style("เส้นใต้ชื่อเรื่อง", left=6, right=6, line=6, size=4, ruled=True),
    "Annex": Style("ชื่อบัญชีแนบท้าย", align="center", bold=True, after=6, together=True, outline=0),
    "Subheading": Style("หัวข้อ", before=6, bold=True, together=True, outline=1),
    "Listed": Style("รายชื่อ", left=1.25, first=-0.5),
    "Hour": Style("เวลาประชุม", before=6, together=True),
    "Mark": Style("ชั้นความเร็ว", size=MARK, bold=True, colour=RED, together=True),
    "Secrecy": Style("ชั้นความลับ", align="center", size=MARK, bold=True, colour=RED),
    "Emblem": Style("ตรา", after=6, tabs=((WIDTH / 2, "center", ""),)),
    "Field": Style("ช่องหัวบันทึก", tabs=_DOTS),
    "Field row": Style("ช่องที่และวันที่", tabs=((WIDTH / 2, "left", "dot"), *_DOTS)),
    "Head": Style("ส่วนหัว", left=1.25, first=-1.25, before=6),
    "Enclosures": Style("สิ่งที่ส่งมาด้วย", left=3, first=-3, before=6),
    "Copies": Style("สำเนาส่ง", left=2, first=-2, before=6),
    "Sender": Style("ที่และเจ้าของหนังสือ", tabs=((_RIGHT, "left", ""),), left=_RIGHT, first=-_RIGHT),
    "Right": Style("มุมขวา", left=_RIGHT),
    "From centre": Style("กึ่งกลางหน้าไปขวา", left=WIDTH / 2, before=6),
    "Body": Style("ย่อหน้า", align="thaiDistribute", first=2.5, before=6),
    "Centre": Style("กึ่งกลาง", align="center"),
    "Closing": Style("คำลงท้าย", align="center", left=WIDTH / 2, before=12, together=True),
    "Signature": Style("ลงนาม", align="center", left=WIDTH / 2, whole=True),
    "Signed": Style("ลงนามด้วยบัญชี", align="center", left=WIDTH / 2, size=12, together=True),
    "Foot": Style("เจ้าของเรื่อง", before=12, whole=True),
    "Page number": Style("เลขหน้า", align="center", after=6),
    "Given": Style("ให้ไว้ ณ วันที่", left=5, before=12, together=True),
    "Apart": Style("คั่นหลังตาราง", size=4, line=6),
    "Head cell": Style("หัวตาราง", align="center", bold=True, together=True),
}


def run(text: str, *, size: float = 0, bold: bool = False, red: bool = False) -> str:
    """Words of one look, a line break where they have one; "" for none. Without `size` they look as the paragraph's style says."""
    if not text:
        return ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{_letters(size, bold, RED if red else '')}{'<w:br/>'.join(lines)}</w:r>"


def tab() -> str:
    return "<w:r><w:tab/></w:r>"


def field(instruction: str, shown: str) -> str:
    """A field such as PAGE, and what it shows until Word counts it."""
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{run(shown)}</w:fldSimple>"


def paragraph(
    style: str,
    *runs: str,
    together: bool = False,
    new_page: bool = False,
    before: float | None = None,
    level: int = 1,
) -> str:
    """A paragraph in that style. `together` keeps it on the page of the next one; a point of a deeper `level` is set in further."""
    look = STYLES[style]
    own = (
        ("<w:keepNext/>" if together else "")
        + ("<w:pageBreakBefore/>" if new_page else "")
        + ("" if before is None else f'<w:spacing w:before="{_twentieths(before)}"/>')
        + (f'<w:ind w:firstLine="{_twips(look.first + 0.75 * (level - 1))}"/>' if level > 1 else "")
    )
    named = "" if style == "Normal" else f"<w:pStyle w:val={quoteattr(_id(style))}/>"
    properties = f"<w:pPr>{named}{own}</w:pPr>" if named or own else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float], aligns: Sequence[str]
) -> str:
    """A ruled table as wide as the text; its head stands on every page, and no row is cut by a page's end."""
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    head = _row(
        "<w:cantSplit/><w:tblHeader/>", [paragraph("Head cell", run(cell)) for cell in header], widths
    )
    styles = ["Centre" if align == "center" else "Normal" for align in aligns]
    body = (
        _row(
            "<w:cantSplit/>",
            [paragraph(style, run(cell)) for style, cell in zip(styles, row, strict=True)],
            widths,
        )
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{''.join(body)}</w:tbl>"
    )


def picture(relation: str, width: float, height: float, alt: str, *, floating: bool = False) -> str:
    """A picture of that size in centimetres: in the line, or at the left margin beside it."""
    cx, cy = round(width * 360000), round(height * 360000)
    inner = (
        f'<wp:docPr id="1" name={quoteattr(alt)} descr={quoteattr(alt)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_NAMES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name={quoteattr(alt)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>"
    )
    extent = f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    gaps = 'distT="0" distB="0" distL="0" distR="0"'
    if not floating:
        return f"<w:r><w:drawing><wp:inline {gaps}>{extent}{inner}</wp:inline></w:drawing></w:r>"
    return (
        f'<w:r><w:drawing><wp:anchor {gaps} simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f"{extent}<wp:wrapNone/>{inner}</wp:anchor></w:drawing></w:r>"
    )


def styles() -> str:
    """The part of the file that says how each of `STYLES` looks."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:sz w:val="{2 * BODY}"/><w:szCs w:val="{2 * BODY}"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="420" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    rules = "".join(map(_line, ("top", "left", "bottom", "right", "insideH", "insideV")))
    ruled = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Ruled"><w:name w:val="ตาราง"/><w:tblPr>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    return f"<w:styles {NAMESPACES}>{defaults}{''.join(map(_style, STYLES))}{ruled}</w:styles>"


def _style(style: str) -> str:
    look = STYLES[style]
    tabs = "".join(
        f'<w:tab w:val="{align}"{f" w:leader={quoteattr(leader)}" if leader else ""} w:pos="{_twips(place)}"/>'
        for place, align, leader in look.tabs
    )
    spacing = f'w:before="{_twentieths(look.before)}" w:after="{_twentieths(look.after)}"'
    if look.line:
        spacing += f' w:line="{_twentieths(look.line)}" w:lineRule="exact"'
    hanging = (
        f'w:hanging="{_twips(-look.first)}"' if look.first < 0 else f'w:firstLine="{_twips(look.first)}"'
    )
    properties = (
        ("<w:keepNext/>" if look.together else "")
        + ("<w:keepLines/>" if look.whole else "")
        + (f"<w:pBdr>{_line('bottom')}</w:pBdr>" if look.ruled else "")
        + (f"<w:tabs>{tabs}</w:tabs>" if tabs else "")
        + f'<w:spacing {spacing}/><w:ind w:left="{_twips(look.left)}" w:right="{_twips(look.right)}" {hanging}/><w:jc w:val="{look.align}"/>'
        + ("" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>')
    )
    first = 'w:default="1"' if style == "Normal" else 'w:customStyle="1"'
    based = "" if style == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph" {first} w:styleId="{_id(style)}"><w:name w:val={quoteattr(look.name)}/>{based}<w:qFormat/>'
        f"<w:pPr>{properties}</w:pPr>{_letters(look.size, look.bold, look.colour)}</w:style>"
    )


def _letters(size: float, bold: bool, colour: str) -> str:
    """Properties of letters; every one is said twice, the second time for Thai."""
    said = (
        ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else "")
    )
    return f"<w:rPr>{said}</w:rPr>" if said else ""


def _line(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'


def _row(properties: str, cells: Sequence[str], widths: Sequence[float]) -> str:
    filled = (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(filled)}</w:tr>"


def _id(style: str) -> str:
    return style.replace(" ", "")


def _twips(centimetres: float) -> int:
    return round(centimetres / 2.54 * 1440)


def _twentieths(points: float) -> int:
    return round(points * 20)
