"""Read a letter in, as a draft, and correct it. Keeping a draft is no act; what its owner corrects stands in the ledger."""

from dataclasses import asdict
from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

import saraban
from saraban.reading.sources import Source
from wian.asks.corrections import Corrections, corrected
from wian.asks.corrections.changes import Change, changes, digest_of
from wian.asks.events import FactsCorrected
from wian.asks.models import Correction, ReadIn
from wian.asks.proposal import Proposal, propose
from wian.asks.queries.drafts import source_in
from wian.asks.refusals import LaunchedBefore, NotALetter, ProposalChanged, SecretLetter
from wian.circulars.models import Circular
from wian.circulars.queries import circular_of_letter
from wian.directory.models import Post
from wian.files.commands.keep import TEXT, keep
from wian.files.commands.keep_text import keep_text
from wian.files.commands.take_in import take_in_letter
from wian.files.models import File
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.models import Letter
from wian.letters.queries import letter_numbered

PASTED = _("the pasted text")


def read(data: bytes, *, name: str) -> Proposal:
    """The campaign proposed by a letter's bytes; nothing is kept.

    Raises FileUnreadable for bytes that are no letter's file, and what `proposed` raises.
    """
    return proposed(source_in(data, name=name), name=name)


def proposed(source: Source, *, name: str) -> Proposal:
    """The campaign proposed by a letter. Raises NotALetter, SecretLetter, LaunchedBefore."""
    reading = saraban.read(source.text)
    if not reading.is_letter:
        raise NotALetter(file=name)
    if reading.secrecy:
        raise SecretLetter(secrecy=reading.secrecy)
    on_file = letter_numbered(reading.number, reading.date) if reading.number else None
    if on_file and circular_of_letter(on_file):
        raise LaunchedBefore(number=on_file.number, subject=on_file.subject)
    return propose(reading)


@transaction.atomic
def save_draft(
    data: bytes,
    *,
    name: str,
    at: datetime,
    title: str = "",
    post: int | None = None,
    source: Source | None = None,
) -> ReadIn:
    """Keep the letter as a draft of that office (None: the command line), or go on with its draft of the same bytes.

    `source` is what was read in them, if they were read before. Raises LaunchedBefore, whoever launched these bytes,
    FileUnreadable, and the refusals of files for what is no plain text.
    """
    source = source or source_in(data, name=name)
    if source.how == "text":
        file = keep(data, name=name, type_=TEXT)
    else:  # the original goes to every unit: judged like any file from outside
        file = take_in_letter(SimpleUploadedFile(name, data)).file
    keep_text(file, source)
    if letter := Letter.objects.filter(source=file, pk__in=Circular.objects.values("letter")).first():
        raise LaunchedBefore(number=letter.number, subject=letter.subject)
    draft = draft_again(file, Post.objects.get(pk=post) if post else None, at=at)
    if title and title != draft.title:
        draft.title = title
        draft.save(update_fields=["title"])
    return draft


def draft_again(source: File, post: Post | None, *, at: datetime) -> ReadIn:
    """The draft of that office and these bytes, new or as it was left."""
    draft, _new = ReadIn.objects.get_or_create(source=source, post=post, defaults={"read_at": at})
    if draft.put_aside_at:
        draft.read_at, draft.put_aside_at = at, None
        draft.save(update_fields=["read_at", "put_aside_at"])
    return draft


def read_in(data: bytes, source: Source, *, name: str, title: str, by: Actor, at: datetime) -> ReadIn:
    """Keep a letter that came as a file, or was pasted (`name` empty), as the office's draft. `source` is what it says.

    Raises what `proposed` and `save_draft` raise.
    """
    reading = proposed(source, name=name or str(PASTED)).reading
    name = name or f"{reading.subject or PASTED}.txt".replace("/", "-")
    return save_draft(data, name=name, title=title, post=by.post, at=at, source=source)


@act
def correct(
    draft: ReadIn,
    corrections: Corrections,
    *,
    reading: saraban.Reading,
    title: str,
    seen: str,
    by: Actor,
    at: datetime,
) -> None:
    """Keep what the owner typed on the page of the proposal, whatever it is, and record what it changes.

    `seen` is the digest of the proposal that the page began with. Raises LaunchedBefore, ProposalChanged.
    """
    kept = ReadIn.objects.select_for_update(of=("self",)).select_related("circular__letter").get(pk=draft.pk)
    if kept.circular:
        raise LaunchedBefore(number=kept.circular.letter.number, subject=kept.circular.letter.subject)
    if (kept.title, kept.corrections) == (title, corrections):
        return
    if seen != corrected(reading, kept.corrections).digest(kept.title):
        raise ProposalChanged
    changed = changes(reading, kept.corrections, corrections)
    if kept.title != title:
        changed.append(Change("title", kept.title, title))
    kept.title, kept.corrections = title, dict(corrections)
    kept.save(update_fields=["title", "corrections"])
    if changed:
        _record(kept, changed, by=by, at=at)


def _record(draft: ReadIn, changed: list[Change], *, by: Actor, at: datetime) -> None:
    Correction.objects.bulk_create(
        [Correction(read_in=draft, **asdict(change), by=by.office, at=at) for change in changed],
        batch_size=500,
    )
    facts = list(dict.fromkeys(change.fact for change in changed))
    record(
        FactsCorrected(read_in=draft.pk, facts=facts, sha256=digest_of(changed)),
        by=by,
        at=at,
        about=Ref("asks.read_in", draft.pk),
    )
