"""Word and Excel files: a ZIP of parts, with a list that says of what type they are.

Every part is unpacked once, to see that it is whole and what it begins with; only the list is read. What a document
merely links to (a template, a picture) is not looked at: Office asks before it follows.
"""

import struct
import zlib
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from wian.files.refusals import (
    FileDamaged,
    FileLocked,
    FileUnpacksTooLarge,
    FileWithMacros,
    FileWithObjects,
)
from wian.files.rules.foreign import OLD_OFFICE, OTHER_OFFICE, PACKED, UNKNOWN
from wian.files.rules.kinds import DOC, DOCX, MEGABYTE, MOST_BYTES, XLSX, Kind
from wian.kit.refusal import Refusal

OLE_START, ZIP_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
MOST_PARTS = 2_000
MOST_UNPACKED = 200 * MEGABYTE
UNPACKED_FREELY = 10 * MEGABYTE  # above it, at most MOST_TIMES the size of the file
MOST_TIMES = 100
MOST_DEPTH = 2  # a workbook behind a chart in a document

_PART = b"PK\1\2"  # begins each entry of a ZIP's directory
_LIST = "[Content_Types].xml"
_MAIN = {f"{kind.type}.main+xml": kind for kind in (DOCX, XLSX)}
_MACROS = ("macroenabled", "macrosheet", "vbaproject", "vbadata")
_PROGRAMS = (OLE_START, b"MZ")
_STREAMS = ("WordDocument", "_VBA_PROJECT", "ObjectPool")
_OLD = ("WordDocument", "Workbook", "PowerPoint Document")
_BROKEN = (
    BadZipFile, zlib.error, struct.error, ElementTree.ParseError,
    EOFError, LookupError, OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip


def why_ole_is_refused(data: bytes, name: str) -> Refusal:
    """The container of old Office files, and of new ones with a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileLocked(file=name)
    old = any(stream.encode("utf-16-le") in data for stream in _OLD)
    return (OLD_OFFICE if old else UNKNOWN).refusal(name)


def judge_old_word(data: bytes, name: str) -> Kind:
    """An old Word file without a password, macros or what was put into it of other programs.

    Raises FileLocked, FileOfAnotherKind, FileWithMacros, FileWithObjects.
    """
    streams = {part for part in _STREAMS if part.encode("utf-16-le") in data}
    if "WordDocument" not in streams:
        raise why_ole_is_refused(data, name)
    if "_VBA_PROJECT" in streams:
        raise FileWithMacros(file=name)
    if "ObjectPool" in streams:
        raise FileWithObjects(file=name)
    return DOC


def ends_as_zip(data: bytes) -> bool:
    """Whether what begins as something else would open as a ZIP as well."""
    at = data.rfind(b"PK\x05\x06")
    return at >= 0 and at + 22 + int.from_bytes(data[at + 20 : at + 22], "little") == len(data)


def judge_office(data: bytes, name: str) -> Kind:
    """Raises FileOfAnotherKind, FileDamaged, FileLocked, FileWithMacros, FileWithObjects, FileUnpacksTooLarge."""
    try:
        types = _Unpacking(name, len(data)).types_in(data)
    except _BROKEN as error:
        raise FileDamaged(file=name, kind=f"{DOCX.name} / {XLSX.name}") from error
    kinds = [kind for type_, kind in _MAIN.items() if type_ in types]
    if len(kinds) != 1:
        raise OTHER_OFFICE.refusal(name)
    return kinds[0]


class _Unpacking:
    """One file handed in, and how much may still be unpacked of it and of the files inside it."""

    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.bytes_left = min(MOST_UNPACKED, max(UNPACKED_FREELY, MOST_TIMES * size))
        self.parts_left = MOST_PARTS

    def types_in(self, data: bytes, depth: int = 0) -> set[str]:
        """The types of the parts of a package in which there is nothing to refuse."""
        self.parts_left -= data.count(_PART)
        if self.parts_left < 0 or depth > MOST_DEPTH:
            raise FileUnpacksTooLarge(file=self.name)
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if _LIST not in package.namelist():
                raise self._no_office(package, depth)
            self.bytes_left -= sum(part.file_size for part in parts)  # the most that is ever unpacked of them
            if self.bytes_left < 0:
                raise FileUnpacksTooLarge(file=self.name)
            self._refuse_tricks(parts)
            types = self._types(package)
            if any(macro in type_ for macro in _MACROS for type_ in types):
                raise FileWithMacros(file=self.name)
            if any("activex" in type_ for type_ in types):
                raise FileWithObjects(file=self.name)
            for part in parts:
                self._look_at(package, part, depth)
        return types

    def _no_office(self, package: ZipFile, depth: int) -> Refusal:
        if depth:
            return FileWithObjects(file=self.name)
        return (OTHER_OFFICE if "mimetype" in package.namelist() else PACKED).refusal(self.name)

    def _refuse_tricks(self, parts: list[ZipInfo]) -> None:
        if any(part.flag_bits & 1 for part in parts):
            raise FileLocked(file=self.name)
        if len({part.filename.casefold() for part in parts}) < len(parts):
            raise BadZipFile("two parts of one name")
        if not {part.compress_type for part in parts} <= {ZIP_STORED, ZIP_DEFLATED}:
            raise BadZipFile("a packing that Office does not know")
        for path in (part.orig_filename for part in parts):
            if {"", ".", ".."}.intersection(path.removesuffix("/").split("/")) or set("\\:\0") & set(path):
                raise BadZipFile("a part outside the package")

    def _types(self, package: ZipFile) -> set[str]:
        if package.getinfo(_LIST).file_size > MEGABYTE:
            raise FileUnpacksTooLarge(file=self.name)
        names, types = set(package.namelist()), set()
        for item in ElementTree.fromstring(package.read(_LIST)):
            type_, path = item.get("ContentType", "").lower(), item.get("PartName")
            if path and type_ in _MAIN and path.removeprefix("/") not in names:
                raise BadZipFile("the document itself is missing")
            types.add(type_)
        return types

    def _look_at(self, package: ZipFile, part: ZipInfo, depth: int) -> None:
        with package.open(part) as stream:
            start = stream.read(MEGABYTE)
            if start.startswith(_PROGRAMS):
                macros = "vbaproject" in part.filename.lower()
                raise (FileWithMacros if macros else FileWithObjects)(file=self.name)
            if not start.startswith(ZIP_START):
                while stream.read(MEGABYTE):  # to its end: only then its checksum is compared
                    pass
            elif part.file_size > MOST_BYTES:
                raise FileUnpacksTooLarge(file=self.name)
            else:
                self.types_in(start + stream.read(), depth + 1)
