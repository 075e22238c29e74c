"""What can go wrong in this library; every error carries one sentence that a person can read."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be turned into text at all.

    `code` is stable and meant for programs: empty, binary, undecodable, archive, image (of a kind that cannot be opened),
    damaged, encrypted, macros, too-large, too-long (pages), too-slow, missing; word (an old Word file, RTF or OpenDocument,
    and no LibreOffice here), scan (a picture of a page, and no Tesseract here), illegible (one that shows no text clearly);
    not-pdf where only a PDF can be verified.
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


class NotAPaper(ValueError):
    """JSON values that describe no paper. `where` is the place (body[2].table.rows[0]), `sentence` what is wrong there."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(f"{where}: {sentence}")
        self.where = where
        self.sentence = sentence


class Unprintable(ValueError):
    """A letter that cannot stand on paper: an emoji, a control character, one that the font of official papers does not have.

    `where` is the field (subject, body[3]), `character` the letter; `str(error)` the Thai sentence.
    """

    def __init__(self, where: str, character: str, sentence: str) -> None:
        super().__init__(f"{where}: {sentence}")
        self.where = where
        self.character = character
        self.sentence = sentence


class UnusableCertificate(ValueError):
    """A certificate that cannot sign. `code`: passphrase, no-key, expired, early; `str(error)` is the one Thai line meant for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Unsealable(ValueError):
    """A PDF that no signature can be put behind: damaged or locked. `str(error)` is the one Thai line meant for people."""


class NotAnExchange(ValueError):
    """A file that is no letter of the TH e-GIF exchange; `str(error)` is the one Thai line meant for people."""
