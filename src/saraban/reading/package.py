"""The ZIP of parts that a Word file is. Nothing in it is trusted: sizes, encryption, macros and document types are refused."""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from saraban.errors import Unreadable

MOST_UNPACKED, MOST_PART = 100 * 1024 * 1024, 8 * 1024 * 1024
_BROKEN = (
    BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, LookupError,
    OverflowError, ElementTree.ParseError,
)  # fmt: skip
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


class Package:
    """Parts by name ("word/document.xml"), each parsed when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable: damaged, encrypted, too-large, macros."""
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise damaged() from error
        entries = self._zip.infolist()
        self._sizes = {entry.filename: entry.file_size for entry in entries}
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("encrypted", "แฟ้มมีรหัสผ่าน โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน")
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise too_large()
        if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
            raise damaged()
        if _MACROS.search(self._bytes("[Content_Types].xml").replace(b"\0", b"")):
            raise Unreadable("macros", "แฟ้มมีแมโคร โปรดบันทึกเป็น .docx ที่ไม่มีแมโคร")

    def part(self, name: str) -> Element | None:
        """The root of that part; None when it is not there. Raises Unreadable: damaged, too-large."""
        data = self._bytes(name)
        if not data:
            return None
        if b"<!DOCTYPE" in data.replace(b"\0", b""):  # where entities would be declared; no Word file has one
            raise damaged()
        try:
            return ElementTree.fromstring(data)
        except _BROKEN as error:
            raise damaged() from error

    def related(self, name: str, kind: str) -> Iterator[tuple[str, str]]:
        """(id, name) of the parts that part `name` ("" for the whole) refers to as `kind`, such as "styles"."""
        folder, file = posixpath.split(name)
        for one in children(self.part(posixpath.join(folder, "_rels", f"{file}.rels"))):
            if value(one, "Type").endswith(f"/{kind}") and value(one, "TargetMode") != "External":
                target = posixpath.join("/", folder, value(one, "Target"))
                yield value(one, "Id"), posixpath.normpath(target).lstrip("/")

    def _bytes(self, name: str) -> bytes:
        if name not in self._sizes:
            return b""
        if self._sizes[name] > MOST_PART:
            raise too_large()
        try:
            return self._zip.read(name)
        except _BROKEN as error:
            raise damaged() from error


def damaged() -> Unreadable:
    return Unreadable("damaged", "แฟ้มเสียหายหรือไม่ครบถ้วน โปรดเปิดแล้วบันทึกเป็น .docx ใหม่อีกครั้ง")


def too_large() -> Unreadable:
    return Unreadable("too-large", "แฟ้มใหญ่เกินไป โปรดวางเฉพาะข้อความของหนังสือ")


def local(element: Element) -> str:
    """The tag without its namespace, of which Word has two generations."""
    return element.tag.rpartition("}")[2]


def value(element: Element | None, key: str = "val") -> str:
    """An attribute, whatever its namespace; "" when it or the element is not there."""
    found = {} if element is None else element.attrib
    return next((text for name, text in found.items() if name.rpartition("}")[2] == key), "")


def children(element: Element | None) -> Iterator[Element]:
    """Its children; none when it is not there."""
    return iter(()) if element is None else iter(element)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of each name in turn."""
    for name in path:
        element = next((one for one in children(element) if local(one) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Is this switch (w:vanish, w:isLgl …) there, and not turned off?"""
    return element is not None and value(element) not in {"0", "false", "off"}
