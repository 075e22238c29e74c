"""Letters that were issued here: their doors, what proves them, and what is drawn and sealed on a unit's papers."""

from typing import TypeVar

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from wian.directory.models import Role, Unit
from wian.files.models import File
from wian.files.queries import bytes_of
from wian.kit.actor import Actor
from wian.kit.canonical import canonical, digest
from wian.letters.models import Certificate, Draft, Emblem, Entry, Issue, Series
from wian.letters.refusals import EmblemMissing
from wian.letters.rules import NUMBERERS, WRITERS

# Kinds that count for themselves; minutes have no number, all the rest are ordinary letters.
SERIES = {"order": Series.Kind.ORDER, "announcement": Series.Kind.ANNOUNCEMENT, "minutes": None}
Kept = TypeVar("Kept", Emblem, Certificate)


def issues_read_by(actor: Actor) -> QuerySet[Issue]:
    """Letters that the actor's unit issued, for those who write there; those that the actor's post signed; all for auditors."""
    if actor.is_any(Role.AUDITOR):
        return _issues(Q())
    signed = Q(letter__draft__signer=actor.post) if actor.post else Q(pk=None)
    return _issues(_written_by(actor) | signed)


def issue_read(letter: int, actor: Actor) -> Issue:
    """Door to an issued letter. Raises Http404 for whoever may not see it."""
    return get_object_or_404(issues_read_by(actor), pk=letter)


def issue_kept(letter: int, actor: Actor) -> Issue:
    """Door to an issued letter for those of its unit who write letters. Raises Http404 for everyone else."""
    return get_object_or_404(_issues(_written_by(actor)), pk=letter)


def replacements_for(issue: Issue) -> QuerySet[Issue]:
    """Letters of the unit that may stand in the place of this one: what holds, the latest first."""
    rows = _issues(Q(unit=issue.unit_id, superseded_at=None)).exclude(pk=issue.pk)
    return rows.order_by("-issued_at")


def issue_by_code(code: str) -> Issue | None:
    """What the code in a QR on paper leads to; for everyone."""
    return _issues(Q(letter__draft__code=code)).first()


def issue_by_sha256(sha256: str) -> Issue | None:
    """The letter that one of these files belongs to: the issued PDF, the office copy, the scan; for everyone."""
    proven = Q(letter__source__sha256=sha256) | Q(office_copy__sha256=sha256) | Q(scan__sha256=sha256)
    return _issues(proven).first()


def draft_to_number(draft: int, actor: Actor) -> Draft:
    """Door to a draft for those of its unit who give numbers. Raises Http404 for everyone else."""
    rows = Draft.objects.filter(unit=actor.unit if actor.is_any(*NUMBERERS) else None)
    return get_object_or_404(rows.select_related("unit", "signer", "signature", "letter"), pk=draft)


def digest_of(draft: Draft) -> str:
    """What is signed, as one number: its content, and which series numbers it."""
    return digest(canonical([draft.content, draft.circular]))


def series_of(draft: Draft) -> Series.Kind | None:
    """The series that numbers it; None where it has no number."""
    ordinary = Series.Kind.CIRCULAR if draft.circular else Series.Kind.ORDINARY
    return SERIES.get(draft.kind, ordinary)


def reserved_for(draft: Draft) -> QuerySet[Entry]:
    """The numbers that the unit keeps ready for a letter of this kind."""
    kept = Q(unit=draft.unit_id, series__kind=series_of(draft), state=Entry.State.RESERVED)
    return Entry.objects.filter(kept).select_related("series").order_by("on", "number")


def files_of(issue: Issue) -> dict[str, File]:
    """The files of an issued letter by the name that its address has for them."""
    files = {
        "letter": issue.letter.source,
        "office-copy": issue.office_copy,
        "editable": issue.editable,
        "scan": issue.scan,
    }
    return {name: file for name, file in files.items() if file}


def emblem_missing(draft: Draft) -> EmblemMissing | None:
    """Why a paper cannot be issued yet: its kind carries an emblem, and none was set. Minutes carry none."""
    there = draft.kind == "minutes" or emblem_set_for(draft.unit)
    return None if there else EmblemMissing(unit=draft.unit)


def emblem_of(unit: Unit) -> bytes | None:
    """The emblem on the papers of a unit, as `saraban.typesetting` takes it; None while nobody has set one for it or above."""
    emblem = emblem_set_for(unit)
    return bytes_of(emblem.file) if emblem else None


def emblem_set_for(unit: Unit) -> Emblem | None:
    """The latest emblem of the unit, or else of the nearest one above that has any."""
    return _nearest(Emblem.objects.filter(unit__in=unit.ancestors))


def certificate_of(unit: Unit) -> Certificate | None:
    """The latest certificate of the unit, or else of the nearest one above that has any."""
    return _nearest(Certificate.objects.filter(unit__in=unit.ancestors))


def emblems_under(actor: Actor) -> list[Emblem]:
    """What counts in the actor's unit and below, one for each unit that has its own."""
    return _latest(Emblem.objects.filter(unit__path__startswith=actor.path))


def certificates_under(actor: Actor) -> list[Certificate]:
    """The same of certificates."""
    return _latest(Certificate.objects.filter(unit__path__startswith=actor.path))


def _latest(rows: QuerySet[Kept]) -> list[Kept]:
    by_unit = {row.unit_id: row for row in rows.select_related("unit", "file").order_by("pk")}
    return sorted(by_unit.values(), key=lambda row: row.unit.path)


def _nearest(rows: QuerySet[Kept]) -> Kept | None:
    return max(
        rows.select_related("unit", "file"), key=lambda row: (len(row.unit.ancestors), row.pk), default=None
    )


def _written_by(actor: Actor) -> Q:
    return Q(unit=actor.unit) if actor.unit and actor.is_any(*WRITERS) else Q(pk=None)


def _issues(those: Q) -> QuerySet[Issue]:
    return Issue.objects.filter(those).select_related(
        "letter__source",
        "letter__draft__signature",
        "unit",
        "office_copy",
        "editable",
        "scan",
        "superseded_by",
    )
