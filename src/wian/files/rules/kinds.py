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

# What an emblem may be beside a PNG; nobody attaches it to an answer.
SVG = Kind("SVG", "image/svg+xml", ("svg",))

# Letters come larger than what is attached to an answer, and some from an old Word.
DOC = Kind("Word", "application/msword", ("doc",))
LETTER_KINDS = (PDF, JPG, PNG, DOCX, DOC)
MOST_LETTER_MEGABYTES = 20
MOST_LETTER_BYTES = MOST_LETTER_MEGABYTES * MEGABYTE
