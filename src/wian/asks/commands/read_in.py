"""Read a letter in, as a draft, and correct it. Neither is an act: nothing is in the ledger before the launch."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from saraban import Reading
from wian.asks.corrections import Corrections, corrected
from wian.asks.models import ReadIn
from wian.asks.proposal import Proposal, propose
from wian.asks.queries.drafts import reading_in
from wian.asks.refusals import LaunchedBefore, NotALetter, ProposalChanged, SecretLetter
from wian.circulars.models import Circular
from wian.circulars.queries import circular_of_letter
from wian.directory.models import Post
from wian.files.commands.keep import TEXT, keep
from wian.files.commands.take_in import take_in
from wian.kit.actor import Actor
from wian.letters.models import Letter
from wian.letters.queries import letter_numbered

PASTED = _("the pasted text")


def read(data: bytes, *, name: str) -> Proposal:
    """The campaign proposed by a letter's bytes; nothing is kept.

    Raises FileUnreadable for bytes that are no letter's file, NotALetter, SecretLetter, LaunchedBefore.
    """
    reading = reading_in(data, name=name)
    if not reading.is_letter:
        raise NotALetter(file=name)
    if reading.secrecy:
        raise SecretLetter(secrecy=reading.secrecy)
    on_file = letter_numbered(reading.number, reading.date) if reading.number else None
    if on_file and circular_of_letter(on_file):
        raise LaunchedBefore(number=on_file.number, subject=on_file.subject)
    return propose(reading)


@transaction.atomic
def save_draft(data: bytes, *, name: str, at: datetime, title: str = "", post: int | None = None) -> ReadIn:
    """Keep the letter as a draft of that office (None: the command line), or go on with its draft of the same bytes.

    Raises LaunchedBefore, whoever launched these bytes, and the refusals of files for a Word file.
    """
    if data.startswith(b"PK"):  # the original goes to every unit: judged like any file from outside
        source = take_in([SimpleUploadedFile(name, data)])[0].file
    else:
        source = keep(data, name=name, type_=TEXT)
    if letter := Letter.objects.filter(source=source, pk__in=Circular.objects.values("letter")).first():
        raise LaunchedBefore(number=letter.number, subject=letter.subject)
    draft = ReadIn.objects.get_or_create(
        source=source,
        post=Post.objects.get(pk=post) if post else None,
        defaults={"read_at": at, "title": title},
    )[0]
    if title and title != draft.title:
        draft.title = title
        draft.save(update_fields=["title"])
    return draft


def read_in(data: bytes, *, name: str, title: str, by: Actor, at: datetime) -> ReadIn:
    """Read a letter that came as a file, or was pasted (`name` empty), and keep it as the office's draft.

    Raises what `read` and `save_draft` raise.
    """
    reading = read(data, name=name or str(PASTED)).reading
    name = name or f"{reading.subject or PASTED}.txt".replace("/", "-")
    return save_draft(data, name=name, title=title, post=by.post, at=at)


@transaction.atomic
def correct(draft: ReadIn, corrections: Corrections, *, reading: Reading, title: str, seen: str) -> None:
    """Keep what the owner typed on the page of the proposal, whatever it is.

    `seen` is the digest of the proposal that the page began with. Raises LaunchedBefore, ProposalChanged.
    """
    kept = ReadIn.objects.select_for_update(of=("self",)).select_related("circular__letter").get(pk=draft.pk)
    if kept.circular:
        raise LaunchedBefore(number=kept.circular.letter.number, subject=kept.circular.letter.subject)
    if (kept.title, kept.corrections) == (title, corrections):
        return
    if seen != corrected(reading, kept.corrections).digest(kept.title):
        raise ProposalChanged
    kept.title, kept.corrections = title, dict(corrections)
    kept.save(update_fields=["title", "corrections"])
