"""Letters that were read in and not launched: their drafts, and what they say."""

from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

import saraban
from saraban import register
from saraban.reading.sources import SCAN, Source, source_of
from wian.asks.corrections import corrected
from wian.asks.models import Ask, Obligation, ReadIn
from wian.asks.proposal import Proposal
from wian.asks.refusals import OTHER_KIND, WHY_UNREADABLE, FileUnreadable
from wian.asks.rules import may_launch
from wian.directory.models import Role, Unit
from wian.files.models import File
from wian.files.queries import text_in
from wian.kit.actor import Actor
from wian.letters.models import Letter

SCANNED = 0.5  # how sure anything can be that was read off a picture


@dataclass(frozen=True, slots=True)
class Owed:
    """What a proposed ask would make a unit owe; `each` where it is the same for every unit."""

    obligation: Obligation
    each: bool


def owed_in(proposal: Proposal) -> list[Owed]:
    """What the asks of a proposal would make units owe, in their order. Nothing is kept."""
    owed = []
    for ask in proposal.asks:
        limits = {(limit.min, limit.max) for limit in ask.limits.values()}
        least, most = next(iter(limits), (0, None))
        one = Obligation(ask=Ask(kind=ask.kind, what=ask.what), min=least, max=most, due_at=ask.due_at)
        owed.append(Owed(one, each=len(limits) == 1))
    return owed


def drafts_of(actor: Actor) -> QuerySet[ReadIn]:
    """What the actor's office read in and neither launched nor put aside, the latest first."""
    return _read_in_by(actor).filter(circular=None, put_aside_at=None).order_by("-read_at", "-pk")


def draft_of(read_in: int, actor: Actor) -> ReadIn:
    """Door for the office that read it in, while it may launch. Raises Http404 for everyone else."""
    return get_object_or_404(_read_in_by(actor), pk=read_in)


def corrections_of(read_in: int, actor: Actor) -> ReadIn:
    """Door to what was corrected, for the office that read the letter in and for the auditor. Raises Http404 for everyone else."""
    rows = ReadIn.objects.select_related("source", "circular__letter")
    return get_object_or_404(rows, pk=read_in) if actor.is_any(Role.AUDITOR) else draft_of(read_in, actor)


def source_in(data: bytes, *, name: str) -> Source:
    """The text in a letter's bytes: never inside a transaction, for a scan may take a minute. Raises FileUnreadable."""
    try:
        return source_of(data)
    except saraban.Unreadable as error:
        raise FileUnreadable(file=name, why=WHY_UNREADABLE.get(error.code, OTHER_KIND)) from error


def reading_of(draft: ReadIn) -> saraban.Reading:
    """What the letter of a draft says; nothing read off a picture is sure."""
    reading = saraban.read(text_in(draft.source).text)
    if not is_scan(draft):
        return reading
    return replace(
        reading,
        confidence={
            **reading.confidence,
            **{key: SCANNED for key in ("number", "date", "quotas") if key in reading.confidence},
        },
        asks=tuple(replace(ask, confidence=min(ask.confidence, SCANNED)) for ask in reading.asks),
    )


def is_scan(draft: ReadIn) -> bool:
    """Was the letter of a draft, or a page of it, read off a picture, so that numbers, dates and names in it may be wrong?"""
    return text_in(draft.source).how == SCAN


def proposal_of(draft: ReadIn) -> Proposal:
    """The campaign that a draft would become as it is corrected now."""
    return corrected(reading_of(draft), draft.corrections)


def letter_issued(source: File, reading: saraban.Reading, *, unit: Unit) -> Letter | None:
    """The letter that `unit` itself issued in these bytes, or under this number and date."""
    same = Q(source=source)
    if reading.number:
        same |= Q(number_key=register.key(reading.number), date=reading.date)
    return Letter.objects.filter(same, issue__unit=unit).first()


def _read_in_by(actor: Actor) -> QuerySet[ReadIn]:
    post = actor.post if may_launch(actor) else None
    rows = ReadIn.objects.filter(post=post).exclude(post=None)
    return rows.select_related("source", "circular__letter")
