"""What can go wrong in this library; every error carries one sentence that a person can read."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be turned into text at all.

    `code` is stable and meant for programs: empty, binary, undecodable, archive, image (of a kind that cannot be opened),
    damaged, encrypted, macros, too-large, too-long (pages), too-slow, missing; word (an old Word file, RTF or OpenDocument,
    and no LibreOffice here), scan (a picture of a page, and no Tesseract here), illegible (one that shows no text clearly).
    `str(error)` is the one Thai line meant for people.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class NotADate(ValueError):
    """The text is not written as a date."""


class ImpossibleDate(ValueError):
    """The text is written as a date, but the calendar has no such day, as in ๓๑ ก.พ."""
