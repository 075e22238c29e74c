"""Letters that were read in and not launched: their drafts, what they say, and which units they mean."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

import saraban
from saraban.reading.sources import decode
from saraban.words import fold
from wian.asks.corrections import corrected
from wian.asks.models import Ask, Obligation, ReadIn
from wian.asks.proposal import Proposal
from wian.asks.refusals import OTHER_KIND, WHY_UNREADABLE, FileUnreadable
from wian.asks.rules import may_launch
from wian.directory.models import Unit
from wian.directory.queries import units_named
from wian.files.queries import bytes_of
from wian.kit.actor import Actor

ALIKE = 0.85  # below it two names of units are no slip of the pen
NEW_AT_MOST = 30  # more new units than this are not compared with those that there are


@dataclass(frozen=True, slots=True)
class Addressees:
    """The units of a list by what the directory knows of them: how many it has, and which (ids); those that a launch would
    enter, each with a unit of nearly the same name ("" if there is none), and those of which there are several."""

    known: int
    units: frozenset[int]
    new: tuple[tuple[str, str], ...]
    ambiguous: tuple[str, ...]


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
    """What the actor's office read in and did not launch, the latest first."""
    return _read_in_by(actor).filter(circular=None).order_by("-read_at", "-pk")


def draft_of(read_in: int, actor: Actor) -> ReadIn:
    """Door for the office that read it in, while it may launch. Raises Http404 for everyone else."""
    return get_object_or_404(_read_in_by(actor), pk=read_in)


def reading_in(data: bytes, *, name: str) -> saraban.Reading:
    """What the bytes of a letter say. Raises FileUnreadable."""
    try:
        return saraban.read(decode(data))
    except saraban.Unreadable as error:
        raise FileUnreadable(file=name, why=WHY_UNREADABLE.get(error.code, OTHER_KIND)) from error


def reading_of(draft: ReadIn) -> saraban.Reading:
    """What the letter of a draft says."""
    return reading_in(bytes_of(draft.source), name=draft.source.name)


def proposal_of(draft: ReadIn) -> Proposal:
    """The campaign that a draft would become as it is corrected now."""
    return corrected(reading_of(draft), draft.corrections)


def addressees(names: Collection[str], actor: Actor) -> Addressees:
    """What the directory knows of the units named in a letter of the actor's. Three statements, however many names."""
    home = Unit.objects.get(pk=actor.unit or 0)
    found = units_named(names, within=home)
    new = [name for name in names if fold(name) not in found]
    top = home.path.split("/")[1]
    near: dict[str, str] = {}
    if 0 < len(new) <= NEW_AT_MOST:
        near = dict(Unit.objects.filter(path__startswith=f"/{top}/").values_list("key", "name"))
    return Addressees(
        known=len(names) - len(new),
        units=frozenset(unit.pk for units in found.values() for unit in units),
        new=tuple((name, _alike(name, near)) for name in new),
        ambiguous=tuple(name for name in names if len(found.get(fold(name), [])) > 1),
    )


def _alike(name: str, near: dict[str, str]) -> str:
    return next((near[key] for key in get_close_matches(fold(name), near, n=1, cutoff=ALIKE)), "")


def _read_in_by(actor: Actor) -> QuerySet[ReadIn]:
    post = actor.post if may_launch(actor) else None
    rows = ReadIn.objects.filter(post=post).exclude(post=None)
    return rows.select_related("source", "circular__letter")
