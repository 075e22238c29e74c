"""Read a letter in, as a draft. Saving a draft is not an act: nothing is in the ledger before the launch."""

from datetime import datetime

from django.db import transaction

import saraban
from saraban.reading.sources import decode
from wian.asks.models import ReadIn
from wian.asks.proposal import Proposal, propose
from wian.asks.refusals import (
    OTHER_KIND,
    WHY_UNREADABLE,
    FileUnreadable,
    LaunchedBefore,
    NotALetter,
    SecretLetter,
)
from wian.circulars.queries import circular_of_letter
from wian.files.commands.keep import TEXT, keep
from wian.letters.queries import letter_numbered


def read(data: bytes, *, name: str) -> Proposal:
    """The campaign proposed by a letter's bytes; nothing is kept.

    Raises FileUnreadable for bytes that are no text, NotALetter, SecretLetter, LaunchedBefore.
    """
    try:
        reading = saraban.read(decode(data))
    except saraban.Unreadable as error:
        raise FileUnreadable(file=name, why=WHY_UNREADABLE.get(error.code, OTHER_KIND)) from error
    if not reading.is_letter:
        raise NotALetter(file=name)
    if reading.secrecy:
        raise SecretLetter(secrecy=reading.secrecy)
    on_file = letter_numbered(reading.number, reading.date) if reading.number else None
    if on_file and circular_of_letter(on_file):
        raise LaunchedBefore(number=on_file.number, subject=on_file.subject)
    return propose(reading)


@transaction.atomic
def save_draft(data: bytes, *, name: str, at: datetime, title: str = "") -> ReadIn:
    """Keep the letter as a draft, or go on with the draft of the same bytes. Raises LaunchedBefore."""
    source = keep(data, name=name, type_=TEXT)
    draft, _ = ReadIn.objects.get_or_create(source=source, defaults={"read_at": at, "title": title})
    if draft.circular:
        raise LaunchedBefore(number=draft.circular.letter.number, subject=draft.circular.letter.subject)
    if title and title != draft.title:
        draft.title = title
        draft.save(update_fields=["title"])
    return draft
