"""The registers of letters sent (form 14) and received (form 13) of the Regulation on Correspondence B.E. 2526."""

from datetime import datetime
from typing import Protocol

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from saraban import register
from saraban.dates import BUDDHIST_OFFSET
from saraban.numerals import to_ascii, to_thai
from wian.directory.models import Role, Unit
from wian.kit import clock
from wian.kit.actor import Actor
from wian.letters.models import Entry, Incoming, Series
from wian.letters.rules import NUMBERERS, WRITERS

# Orders and announcements count by the year alone: ๑๒/๒๕๖๙.
YEARLY = (Series.Kind.ORDER, Series.Kind.ANNOUNCEMENT)


class Numbered(Protocol):
    """A number with its series: what was drawn, or a row of the register."""

    @property
    def series(self) -> Series: ...
    @property
    def number(self) -> int: ...


def number_text(drawn: Numbered) -> str:
    """The number as it stands on paper: กนย ๐๑๐๒/๑๒, กนย ๐๑๐๒/ว ๑๒; an order's ๑๒/๒๕๖๙; a เลขรับ is the number alone."""
    series, number = drawn.series, to_thai(drawn.number)
    if series.kind == Series.Kind.RECEIVED:
        return number
    if series.kind in YEARLY:
        return f"{number}/{to_thai(series.year + BUDDHIST_OFFSET)}"
    between = "ว " if series.kind == Series.Kind.CIRCULAR else ""
    return f"{to_thai(series.code)}/{between}{number}"


def is_back_dated(entry: Entry) -> bool:
    """Was it entered on a later day than its letter is dated?"""
    return entry.on < clock.day_of(entry.entered_at)


def units_registered(actor: Actor) -> QuerySet[Unit]:
    """The units whose registers the actor reads: the own one for those who write its letters, every unit's for auditors."""
    if actor.is_any(Role.AUDITOR):
        used = Q(pk__in=Entry.objects.values("unit")) | Q(pk__in=Incoming.objects.values("unit"))
        return Unit.objects.filter(used).order_by("path")
    return Unit.objects.filter(pk=actor.unit or 0) if actor.is_any(*WRITERS) else Unit.objects.none()


def unit_registered(actor: Actor, unit: int | None = None) -> Unit:
    """Door to a unit's registers; without `unit` the actor's own, or the first that may be read. Raises Http404."""
    units = units_registered(actor)
    if unit is None:
        return get_object_or_404(units.filter(pk=actor.unit or 0) or units[:1])
    return get_object_or_404(units, pk=unit)


def entry_kept(entry: int, actor: Actor) -> Entry:
    """Door to a number for those who give numbers in its unit. Raises Http404."""
    unit = actor.unit if actor.is_any(*NUMBERERS) else None
    return get_object_or_404(Entry.objects.select_related("unit", "series", "letter"), pk=entry, unit=unit)


def incoming_read(incoming: int, actor: Actor) -> Incoming:
    """Door to a received letter for those who read the register that it stands in. Raises Http404."""
    rows = Incoming.objects.filter(unit__in=units_registered(actor)).select_related("letter", "file")
    return get_object_or_404(rows, pk=incoming)


def incoming_kept(incoming: int, actor: Actor) -> Incoming:
    """Door to a received letter for those who write the letters of its unit. Raises Http404."""
    unit = actor.unit if actor.is_any(*WRITERS) else None
    return get_object_or_404(Incoming.objects.select_related("unit", "letter"), pk=incoming, unit=unit)


def sent_by(unit: Unit, *, year: int, kind: str = "", words: str = "") -> QuerySet[Entry]:
    """The register of letters sent in a calendar year, the latest first; or one series by its numbers; or what has `words` in it."""
    rows = Entry.objects.filter(unit=unit, series__year=year).exclude(series__kind=Series.Kind.RECEIVED)
    if kind:
        rows = rows.filter(series__kind=kind)
    if words:
        rows = rows.filter(_numbered(words, rows) | _says(words, "subject", "recipient", "reason"))
    order = ["-number"] if kind else ["-entered_at"]
    return rows.select_related("series", "letter", "unit").order_by(*order, "-pk")


def received_by(unit: Unit, *, year: int, words: str = "") -> QuerySet[Incoming]:
    """The register of letters received in a calendar year, the latest first; or what has `words` in it."""
    first, after = (datetime(when, 1, 1, tzinfo=clock.BANGKOK) for when in (year, year + 1))
    rows = Incoming.objects.filter(unit=unit, received_at__gte=first, received_at__lt=after)
    if words:
        found = _says(words, "letter__subject", "letter__agency", "sender", "recipient", "action")
        rows = rows.filter(found | Q(number__in=_spelt(words)) | _of_letter(words))
    return rows.select_related("letter").order_by("-received_at", "-pk")


def years_of(unit: Unit) -> list[int]:
    """The calendar years (CE) that the unit's registers hold, this one always, the latest first."""
    sent = Entry.objects.filter(unit=unit).values_list("series__year", flat=True).distinct()
    received = {moment.year for moment in Incoming.objects.filter(unit=unit).datetimes("received_at", "year")}
    return sorted({*sent, *received, clock.today().year}, reverse=True)


def _numbered(words: str, rows: QuerySet[Entry]) -> Q:
    """`words` are a running number, or in the whole number; where no letter has it, the number is put together from its series."""
    if (plain := to_ascii(words)).isdecimal():
        return Q(number=int(plain))
    key = register.key(words)
    unused = rows.filter(letter=None).select_related("series")
    return _of_letter(words) | Q(
        pk__in=[row.pk for row in unused if key and key in register.key(number_text(row))]
    )


def _of_letter(words: str) -> Q:
    """`words` are in the letter's own number, however it was typed; digits alone are its running number."""
    key = register.key(words)
    if key.isdecimal():
        return Q(letter__number_key__regex=rf"(^|[^0-9]){int(key)}(/[0-9]{{4}})?$")
    return Q(letter__number_key__contains=key) if key else Q(pk=None)


def _says(words: str, *fields: str) -> Q:
    """One of the fields has these words, its digits Thai or not."""
    found = Q()
    for field in fields:
        for spelt in _spelt(words):
            found |= Q(**{f"{field}__icontains": spelt})
    return found


def _spelt(words: str) -> set[str]:
    return {words, to_thai(words), to_ascii(words)}
