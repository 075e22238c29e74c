"""What can go wrong in this library; every error carries one sentence that a person can read."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be turned into text at all.

    `code` is stable and meant for programs: empty, binary, pdf, word (an old one, RTF), archive, image, undecodable,
    damaged, encrypted, macros, too-large, missing. `str(error)` is the one Thai line meant for people.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class NotADate(ValueError):
    """The text is not written as a date."""


class ImpossibleDate(ValueError):
    """The text is written as a date, but the calendar has no such day, as in ๓๑ ก.พ."""
