"""Doors and lists of the papers that a unit writes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from saraban.paper import Signatory
from wian.directory.models import Holding, PostRole, Unit
from wian.directory.queries import holdings_on
from wian.kit import clock
from wian.kit.actor import Actor
from wian.letters.models import Check, Draft, Wording
from wian.letters.rules import SIGNERS, WRITERS
from wian.letters.states import DraftState

OPEN = (DraftState.DRAFTING, DraftState.CHECKING, DraftState.PASSED, DraftState.SIGNED)
READY = (DraftState.PASSED, DraftState.SIGNED, DraftState.ISSUED)
SUBSTANTIVE = Holding.Kind.SUBSTANTIVE


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign, in one capacity; `own` is the post that they hold themselves."""

    holding: Holding
    own: str

    @property
    def signatory(self) -> Signatory:
        """The signature block."""
        post, name = self.holding.post.title, str(self.holding.person)
        if self.holding.kind == SUBSTANTIVE:
            return Signatory(name, post)
        return Signatory(name, self.own, self.holding.kind, post)


def drafts_of(actor: Actor) -> QuerySet[Draft]:
    """The papers of the actor's unit, for those who write there, the latest saved first."""
    return _drafts(Q(unit=_unit(actor))).order_by("-saved_at", "-pk")


def waiting_for(actor: Actor) -> QuerySet[Draft]:
    """What waits for a signature of the actor's post, the longest waiting first."""
    return _drafts(Q(signer=actor.post, signer__isnull=False, state=DraftState.PASSED)).order_by(
        "saved_at", "pk"
    )


def drafts_to_check(actor: Actor) -> QuerySet[Draft]:
    """What the actor's unit has put forward to be checked, and others wrote, if there are others; the longest waiting first."""
    waiting = drafts_of(actor).filter(state=DraftState.CHECKING).order_by("saved_at", "pk")
    unit = _unit(actor)
    if unit is None or writers_in(unit, on=clock.today()) == [actor.person]:
        return waiting
    return waiting.exclude(saved_by=actor.person).exclude(put_by=actor.person)


def draft_written(draft: int, actor: Actor) -> Draft:
    """Door for those who write the papers of the draft's unit. Raises Http404 for everyone else."""
    return get_object_or_404(drafts_of(actor), pk=draft)


def draft_signed_by(draft: int, actor: Actor) -> Draft:
    """Door for the holder of the post that signs, once it was passed. Raises Http404 for everyone else."""
    return get_object_or_404(_drafts(_signed_by(actor)), pk=draft)


def draft_read(draft: int, actor: Actor) -> Draft:
    """Door for both, and for whoever signs to the cover memos of it. Raises Http404 for everyone else."""
    mine = Q(unit=_unit(actor)) | _signed_by(actor) | _shown_to(actor)
    return get_object_or_404(_drafts(mine), pk=draft)


def signers_of(unit: Unit, *, on: date) -> list[Signer]:
    """Who may sign for the unit on that day, in which capacity: the nearest posts first, who holds one before who acts in it."""
    signs = PostRole.objects.filter(post=OuterRef("post"), role__in=SIGNERS)
    held = holdings_on(on).filter(Exists(signs), post__unit__in=unit.ancestors)
    rows = list(held.select_related("person", "post__unit"))
    substantive = holdings_on(on).filter(kind=SUBSTANTIVE, person__in=[row.person_id for row in rows])
    own = {row.person_id: row.post.title for row in substantive.select_related("post").order_by("-pk")}
    rows.sort(key=lambda row: (-len(row.post.unit.path), row.post_id, row.kind != SUBSTANTIVE, row.pk))
    return [Signer(row, own.get(row.person_id, "")) for row in rows]


def writers_in(unit: int, *, on: date) -> list[int]:
    """The people (ids) who write the unit's papers on that day."""
    held = holdings_on(on).filter(post__unit=unit, post__roles__role__in=WRITERS)
    return list(held.order_by("person").values_list("person", flat=True).distinct())


def is_alone(draft: Draft, *, on: date) -> bool:
    """Is there nobody else in the unit who could check the draft?"""
    return len(writers_in(draft.unit_id, on=on)) <= 1


def given_back(draft: Draft) -> Check | None:
    """With what the draft was last sent back, as long as it is being written."""
    last = draft.checks.order_by("-pk").first()
    return last if last and not last.passed and draft.state == DraftState.DRAFTING else None


def wordings_of(actor: Actor) -> QuerySet[Wording]:
    """The reusable wordings of the actor's unit, for those who write there."""
    return Wording.objects.filter(unit=_unit(actor)).select_related("unit")


def wording_written(wording: int, actor: Actor) -> Wording:
    """Door for those who write the unit's papers. Raises Http404 for everyone else."""
    return get_object_or_404(wordings_of(actor), pk=wording)


def unit_written(actor: Actor) -> Unit:
    """Door to the actor's own unit for those who write its papers. Raises Http404 for everyone else."""
    return get_object_or_404(Unit, pk=_unit(actor))


def _unit(actor: Actor) -> int | None:
    return actor.unit if actor.is_any(*WRITERS) else None


def _signed_by(actor: Actor) -> Q:
    return Q(signer=actor.post, signer__isnull=False, state__in=READY)


def _shown_to(actor: Actor) -> Q:
    """The cover memos, once they are passed, of what the actor is to sign: they are written for whoever signs."""
    ready = Q(presents__state__in=READY, state__in=READY)
    return Q(presents__signer=actor.post, presents__signer__isnull=False) & ready


def _drafts(condition: Q) -> QuerySet[Draft]:
    return Draft.objects.filter(condition).select_related(
        "unit", "signer__unit", "letter", "presents", "saved_by"
    )
