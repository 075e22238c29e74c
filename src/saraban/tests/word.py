"""Word files for these tests: made with python-docx as an office would, or of raw parts as an attacker would."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from saraban.reading.sources import decode

MAIN = "word/document.xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def saved(document: Any) -> bytes:
    """The file that a document of python-docx becomes."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def element(xml: str) -> Any:
    """An element of Word to put into a document of python-docx."""
    return parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))


def typed(text: str) -> bytes:
    """A letter typed in Word: a paragraph for each line, and rows with tabs as a table."""
    document = Document()
    table = None
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) == 1:
            document.add_paragraph(line)
            table = None
            continue
        if table is None or len(table.columns) != len(cells):
            table = document.add_table(0, len(cells))
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    return saved(document)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def document(body: str, **parts: str) -> bytes:
    """A Word file with this body; of other parts numbering and styles may be given."""
    related = "".join(
        f'<Relationship Id="{name}" Type="http://x/relationships/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": '<R><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></R>',
            "word/_rels/document.xml.rels": f"<R>{related}</R>",
            MAIN: f'<w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>{body}</w:body></w:document>',
            **{
                f"word/{name}.xml": f'<w:{name} xmlns:w="urn:w">{xml}</w:{name}>'
                for name, xml in parts.items()
            },
        }
    )


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def level(form: str, words: str, at: int = 0, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/>{more}</w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    plan = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    return f'{plan}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'


def numbered(words: str, at: int = 0, number: int = 1) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def lines(body: str, **parts: str) -> list[str]:
    """What is read of such a file."""
    return decode(document(body, **parts)).split("\n")
