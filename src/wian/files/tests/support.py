"""Small real files of every kind, made here."""

from io import BytesIO
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile
from zlib import compress, crc32

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LIST = "[Content_Types].xml"


def upload(data: bytes, name: str = "report") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def pdf(trailer: bytes = b"") -> bytes:
    """One empty page; `trailer` stands in its trailer."""
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 4\n0000000000 65535 f \n%strailer\n<</Size 4/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        table, trailer, len(out),
    )  # fmt: skip


def png(width: int = 1, height: int = 1) -> bytes:
    """White, one dot if nothing else is said."""
    chunks = (
        (b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", compress((b"\0" + b"\xff" * width) * height)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(body)) + name + body + pack(">I", crc32(name + body)) for name, body in chunks
    )


def jpg() -> bytes:
    """Eight by eight grey dots, with a preview that has an end of its own."""
    segments = (
        (0xE1, b"Exif\0\0\xff\xd8\xff\xd9"),
        (0xDB, b"\0" + b"\1" * 64),
        (0xC0, b"\x08\0\x08\0\x08\1\1\x11\0"),
        (0xC4, b"\0\1" + bytes(16)),
        (0xC4, b"\x10\1" + bytes(16)),
        (0xDA, b"\1\1\0\0\x3f\0"),
    )
    frame = b"".join(pack(">BBH", 0xFF, marker, len(body) + 2) + body for marker, body in segments)
    return b"\xff\xd8" + frame + b"\x3f\xff\xd9"


def docx() -> bytes:
    document, out = Document(), BytesIO()
    document.add_paragraph("รายงานผลการดำเนินงาน")
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    book, out = Workbook(), BytesIO()
    book.create_sheet("งบประมาณ")
    book.save(out)
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def with_parts(package: bytes, parts: dict[str, bytes]) -> bytes:
    """`package` with some parts more."""
    return packed(unpacked(package) | parts)


def retyped(package: bytes, old: str, new: str) -> bytes:
    """`package`, whose list of types says `new` where it said `old`."""
    parts = unpacked(package)
    assert old.encode() in parts[LIST]
    return packed(parts | {LIST: parts[LIST].replace(old.encode(), new.encode())})
