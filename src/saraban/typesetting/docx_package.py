"""The ZIP of parts that a Word file is; without any time of day in it, so that the same paper gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from saraban.typesetting.docx_markup import NAMESPACES, styles

PICTURE = "emblem"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="720"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:bidi="th-TH"/></w:settings>'
)
# A4 with its margins (3 left, 2 right, 2.5 above, 2 below), in twentieths of a point.
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1701" w:header="709" w:footer="567" w:gutter="0"/>'
    '<w:pgNumType w:fmt="thaiNumbers"/><w:titlePg/>'
)


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands above and below the text, as paragraphs: on the first page and on all others."""

    first_header: str
    header: str
    footer: str


def packed(
    body: str, edges: Edges, *, title: str, author: str, remark: str, picture: bytes | None = None
) -> bytes:
    """A .docx of these paragraphs and tables; `picture` is a PNG that the body refers to as `PICTURE`."""
    edge_parts = {
        "header-first": ("header", "first", edges.first_header),
        "header-other": ("header", "default", edges.header),
        "footer-first": ("footer", "first", edges.footer),
        "footer-other": ("footer", "default", edges.footer),
    }
    section = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{name}"/>' for name, (kind, page, _) in edge_parts.items()
    )
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{section}{_PAGE}</w:sectPr></w:body></w:document>",
        "word/styles.xml": styles(),
        "word/settings.xml": _SETTINGS,
        **{
            f"word/{name}.xml": f"<w:{_TAG[kind]} {NAMESPACES}>{text}</w:{_TAG[kind]}>"
            for name, (kind, _, text) in edge_parts.items()
        },
        "docProps/core.xml": _core(title, author, remark),
    }
    related = {
        "styles": "styles",
        "settings": "settings",
        **{name: kind for name, (kind, _, _) in edge_parts.items()},
    }
    links = [(name, f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind in related.items()]
    if picture is not None:
        links.append((PICTURE, f"{_OFFICE}/image", f"media/{PICTURE}.png"))
    whole = [
        ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
        ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    types = {
        "word/document.xml": "document.main",
        "word/styles.xml": "styles",
        "word/settings.xml": "settings",
    }
    types |= {f"word/{name}.xml": kind for name, (kind, _, _) in edge_parts.items()}
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        _put(archive, "[Content_Types].xml", _types(types))
        _put(archive, "_rels/.rels", _relations(whole))
        for name, text in parts.items():
            _put(archive, name, text)
        _put(archive, "word/_rels/document.xml.rels", _relations(links))
        if picture is not None:
            _put(archive, f"word/media/{PICTURE}.png", picture)
    return file.getvalue()


_TAG = {"header": "hdr", "footer": "ftr"}


def _put(archive: ZipFile, name: str, content: str | bytes) -> None:
    """A `ZipInfo` that is given no time bears that of 1 January 1980."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, content if isinstance(content, bytes) else _DECLARATION + content)


def _types(parts: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{overrides}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(links: list[tuple[str, str, str]]) -> str:
    inner = "".join(
        f"<Relationship Id={quoteattr(name)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for name, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core(title: str, author: str, remark: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<dc:description>{escape(remark)}</dc:description><dc:language>th-TH</dc:language></cp:coreProperties>"
    )
