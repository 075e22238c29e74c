"""From a Word file (.docx) to its text, as a reader of the page sees it: in order, with its numbers, without what is deleted or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from saraban.errors import Unreadable
from saraban.reading.numbering import Numbering
from saraban.reading.package import Package, child, children, damaged, is_on, local, value

SIGNATURE = b"PK\x03\x04"
MAIN = "word/document.xml"
_PLAIN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What holds no text of its own, was deleted, or is the second telling of a picture for old programs.
_UNSEEN = {"pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "del", "moveFrom", "Fallback", "rt"}
_LETTER = re.compile(r"[^\W\d_]")


def text_of(data: bytes) -> str:
    """The text of a .docx: a paragraph is a line, a table's row a line with tabs between its cells.

    Automatic numbers are written out; text boxes come before the paragraph they are anchored in, the first page's header
    comes first and its footer last, without what is said in both, as ลับ is. Raises Unreadable: archive (a ZIP that is no Word file), damaged, encrypted, macros, too-large.
    """
    package = Package(data)
    main = next((name for _, name in package.related("", "officeDocument")), MAIN)
    root = package.part(main)
    body = child(root, "body")
    if root is None or local(root) != "document" or body is None:
        raise Unreadable("archive", "ไม่ใช่แฟ้ม Word โปรดบันทึกเป็น .docx หรือวางข้อความของหนังสือ")
    flow = _Flow(package, main)
    try:
        header = list(flow.edge(root, "header"))
        lines = [
            *header,
            *flow.lines(body),
            *(line for line in flow.edge(root, "footer") if line not in header),
        ]
    except RecursionError as error:  # tables in tables without end
        raise damaged() from error
    text = "\n".join(line.rstrip() for block in lines for line in block.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


class _Flow:
    """Walks blocks in reading order, counting numbered paragraphs on the way."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main = package, main
        self._numbering = Numbering(self._part("numbering"), self._part("styles"))

    def edge(self, root: Element, kind: str) -> Iterator[str]:
        """Lines with words in the header or footer (`kind`) of the first page; a page number alone is none."""
        section = next((one for one in root.iter() if local(one) == "sectPr"), None)
        wanted = "first" if is_on(child(section, "titlePg")) else "default"
        names = dict(self._package.related(self._main, kind))
        for one in children(section):
            if local(one) == f"{kind}Reference" and value(one, "type") == wanted:
                part = self._package.part(names.get(value(one, "id"), ""))
                yield from (line for line in self.lines(part) if _LETTER.search(line))

    def lines(self, container: Element | None) -> Iterator[str]:
        """The paragraphs and tables in `container`, whatever they are wrapped in."""
        for one in children(container):
            if local(one) == "p":
                yield from self._paragraph(one)
            elif local(one) == "tbl":
                for row in _inside(one, "tr"):
                    yield from _row([self._cell(cell) for cell in _inside(row, "tc")])
            elif local(one) not in _UNSEEN:
                yield from self.lines(one)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        words: list[str] = []
        boxes: list[Element] = []
        _collect(paragraph, words, boxes)
        label = self._numbering.label(paragraph)
        for box in boxes:
            yield from self.lines(box)
        yield " ".join(filter(None, [label, "".join(words)]))

    def _cell(self, cell: Element) -> list[str]:
        """The lines of one cell, without tabs, which stand between cells."""
        lines = (" ".join(line.split()) for block in self.lines(cell) for line in block.split("\n"))
        return [line for line in lines if line]

    def _part(self, kind: str) -> Element | None:
        found = self._package.related(self._main, kind)
        return next((self._package.part(name) for _, name in found), None)


def _collect(element: Element, words: list[str], boxes: list[Element]) -> None:
    """The words of a paragraph, and the text boxes that are anchored in it."""
    for one in element:
        name = local(one)
        if name in _UNSEEN or is_on(child(one, "rPr", "vanish")):
            continue
        if name == "t":
            words.append(one.text or "")
        elif name in _PLAIN:
            words.append(_PLAIN[name])
        elif name == "txbxContent":
            boxes.append(one)
        else:
            _collect(one, words, boxes)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, whatever they are wrapped in."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) not in _UNSEEN:
            yield from _inside(one, name)


def _row(cells: list[list[str]]) -> Iterator[str]:
    """One row as a line. A frame of one cell keeps its lines; lists that stand side by side in one row are rows."""
    heights = {len(cell) for cell in cells if len(cell) > 1}
    if len(cells) == 1:
        yield from cells[0]
    elif len(heights) == 1 and sum(len(cell) > 1 for cell in cells) > 1:
        (height,) = heights
        for at in range(height):
            yield "\t".join("".join(cell[at : at + 1]) for cell in cells)
    else:
        yield "\t".join(" ".join(cell) for cell in cells)
