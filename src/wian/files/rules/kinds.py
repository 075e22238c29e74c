"""The five kinds of files that are taken, and how large they may be."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * MEGABYTE


@dataclass(frozen=True, slots=True)
class Kind:
    """`endings` are those of its names, without the dot; the first is given to a name that has none of them."""

    name: str
    type: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"

PDF = Kind("PDF", "application/pdf", ("pdf",))
JPG = Kind("JPG", "image/jpeg", ("jpg", "jpeg"))
PNG = Kind("PNG", "image/png", ("png",))
DOCX = Kind("Word", f"{_OFFICE}.wordprocessingml.document", ("docx",))
XLSX = Kind("Excel", f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",))
KINDS = (PDF, JPG, PNG, DOCX, XLSX)
