from wian.letters.models.draft import Check, Draft, Signature
from wian.letters.models.issue import Certificate, Emblem, Issue, Wording
from wian.letters.models.letter import Letter
from wian.letters.models.register import Entry, Incoming, Series

__all__ = [
    "Certificate", "Check", "Draft", "Emblem", "Entry", "Incoming", "Issue", "Letter", "Series", "Signature", "Wording",
]  # fmt: skip
