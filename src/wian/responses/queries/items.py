"""Names, projects and files: doors to one of them, and what the owner has of them."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import F, Q, QuerySet
from django.shortcuts import get_object_or_404

from wian.asks.models import Obligation
from wian.circulars.models import Circular, Recipient
from wian.circulars.queries import circulars_owned_by, circulars_read_by, recipients_answered_by
from wian.kit.actor import Actor
from wian.responses.models import Attachment, Item, Nomination, Proposal, Signature, Submission

Kind = TypeVar("Kind", bound=Item)
_WHOSE = "response__obligation__recipient"
_FOR_SHEETS = {"unit": F(f"{_WHOSE}__unit__name"), "on_behalf": F("response__obligation__on_behalf")}
PIECE = 1000  # rows that are read together


def names_of(obligation: Obligation) -> QuerySet[Nomination]:
    """The people a unit names for an obligation, in the order they were named; withdrawn ones left out."""
    return Nomination.objects.filter(response=obligation.pk, withdrawn_at=None)


def projects_of(obligation: Obligation) -> QuerySet[Proposal]:
    """The projects a unit proposes for an obligation, in the order they were added; withdrawn ones left out."""
    return Proposal.objects.filter(response=obligation.pk, withdrawn_at=None).select_related("issue")


def item_answered(model: type[Kind], item: int, actor: Actor) -> Kind:
    """Door to a name, a project or a file for the unit that put it in. Raises Http404 for everyone else."""
    return get_object_or_404(_rows(model).filter(_of_unit(actor)), pk=item)


def item_sent(model: type[Kind], item: int, actor: Actor) -> Kind:
    """Door to what stands with the owner, for the owner. Raises Http404 for everyone else."""
    owned = circulars_owned_by(actor).values("pk")
    rows = _rows(model).filter(response__obligation__ask__circular__in=owned, withdrawn_at=None)
    return get_object_or_404(rows.exclude(sent_at=None), pk=item)


def attachment_read(attachment: int, actor: Actor) -> Attachment:
    """Door to a file: the unit's people; once it was sent, those who follow the campaign. Raises Http404 for everyone else."""
    followed = circulars_read_by(actor).values("pk")
    sent = Q(response__obligation__ask__circular__in=followed, sent_at__isnull=False)
    rows = _rows(Attachment).filter(_of_unit(actor) | sent)
    return get_object_or_404(rows.select_related("file"), pk=attachment)


def submission_of(recipient: Recipient) -> Submission | None:
    """What a unit submitted last for a letter; a tap only while there is nothing else."""
    rows = Submission.objects.filter(recipient=recipient).select_related(
        "signature", "on_behalf", "memo", "taken_back"
    )
    rows = rows.order_by("-number")
    return rows.exclude(signature__way=Signature.Way.TAP).first() or rows.first()


def submitted_names(circular: Circular) -> QuerySet[Nomination]:
    """Every person who stands with the owner, in the order of the letter's units."""
    return _sent(Nomination, circular)


def submitted_projects(circular: Circular) -> QuerySet[Proposal]:
    """Every project that stands with the owner, in the order of the letter's units."""
    return _sent(Proposal, circular).select_related("issue__pillar", f"{_WHOSE}__unit")


def every_submitted_name(circular: Circular) -> Iterator[Any]:
    """The same for a spreadsheet, however many: each with `unit`, by name, and `on_behalf`. One statement, read in pieces."""
    rows = submitted_names(circular).select_related(None).annotate(**_FOR_SHEETS)
    return rows.iterator(chunk_size=PIECE)


def every_submitted_project(circular: Circular) -> Iterator[Any]:
    """The same of projects, in the order of the framework, what stands under no issue last."""
    under = "issue__pillar__order"
    rows = submitted_projects(circular).select_related("issue").annotate(**_FOR_SHEETS)
    ordered = rows.order_by(F(under).asc(nulls_last=True), "issue__order", f"{_WHOSE}__order", "pk")
    return ordered.iterator(chunk_size=PIECE)


def _of_unit(actor: Actor) -> Q:
    return Q(**{f"{_WHOSE}__in": recipients_answered_by(actor).values("pk")})


def _rows(model: type[Kind]) -> QuerySet[Kind]:
    return model._default_manager.select_related(
        "response__obligation__ask__circular__letter",
        f"{_WHOSE}__unit",
        f"{_WHOSE}__circular__letter",
        f"{_WHOSE}__circular__initiative__owner__unit",
    )


def _sent(model: type[Kind], circular: Circular) -> QuerySet[Kind]:
    rows = model._default_manager.filter(withdrawn_at=None, response__obligation__ask__circular=circular)
    return rows.exclude(sent_at=None).select_related(f"{_WHOSE}__unit").order_by(f"{_WHOSE}__order", "pk")
