"""What a unit owes, for those who may see it."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from wian.asks.models import Ask, Exemption, ExtensionRequest, Obligation
from wian.asks.states import OPEN, ObligationState
from wian.circulars.models import Recipient
from wian.circulars.queries import circulars_owned_by, recipients_answered_by
from wian.kit.actor import Actor


def _obligations() -> QuerySet[Obligation]:
    return Obligation.objects.select_related(
        "ask__circular__letter",
        "recipient__unit",
        "recipient__circular__letter",
        "recipient__circular__initiative",
    )


def obligations_of(*recipients: Recipient) -> list[Obligation]:
    """What the recipients owe for their letters, each in the letter's order."""
    return list(_obligations().filter(recipient__in=recipients))


def ready_of(recipient: Recipient) -> list[Obligation]:
    """Of what one unit owes for one letter, what is answered and would leave the unit if it were signed now."""
    return [owed for owed in obligations_of(recipient) if owed.is_ready]


def still_owed(**whose: Any) -> QuerySet[Obligation]:
    """What is yet to be sent by a date; `whose` narrows it."""
    owed = Obligation.objects.filter(state__in=OPEN, sent=None, ask__closed_at=None, **whose)
    return owed.exclude(due_at=None)


def waiting_requests() -> QuerySet[ExtensionRequest]:
    """Requests for more time that wait for the owner, of units that still owe something."""
    owed = still_owed(recipient=OuterRef("recipient"))
    return ExtensionRequest.objects.filter(Exists(owed), granted=None)


def obligation_answered(obligation: int, actor: Actor, *kinds: Ask.Kind) -> Obligation:
    """Door for the unit that answers, to an ask of one of these kinds (none given: any). Raises Http404 for everyone else."""
    mine = recipients_answered_by(actor).values("pk")
    rows = _obligations().filter(recipient__in=mine, ask__kind__in=kinds or Ask.Kind.values)
    return get_object_or_404(rows, pk=obligation)


def obligations_answered(recipient: int, actor: Actor) -> list[Obligation]:
    """Door for the unit that answers, to all it owes for one letter, in the letter's order; empty for everyone else.

    One statement. Each row says what need not be looked for: `has_begun` is false while nothing was ever typed or put in,
    `has_asked_for_time` while the unit never did.
    """
    mine = recipients_answered_by(actor).values("pk")
    asked = ExtensionRequest.objects.filter(recipient=OuterRef("recipient"))
    # Whoever was exempt goes on where they were, with nothing in perhaps, but with what they had typed.
    exempted = Exemption.objects.filter(obligation=OuterRef("pk"))
    rows = Obligation.objects.filter(recipient=recipient, recipient__in=mine).select_related(
        "ask",
        "recipient__unit",
        "recipient__circular__letter",
        "recipient__circular__initiative__owner__unit",
    )
    begun = ~Q(state=ObligationState.PENDING) | Exists(exempted)
    owed: list[Obligation] = list(rows.annotate(has_begun=begun, has_asked_for_time=Exists(asked)))
    for row in owed:
        row.recipient = owed[0].recipient
        row.ask.circular = row.recipient.circular
    return owed


def obligation_sent(obligation: int, actor: Actor) -> Obligation:
    """Door for the owner to what a unit has sent and stands. Raises Http404 for everyone else, and before it was sent."""
    owned = circulars_owned_by(actor).values("pk")
    rows = _obligations().filter(ask__circular__in=owned).exclude(sent=None)
    return get_object_or_404(rows, pk=obligation)


def obligation_owned(obligation: int, actor: Actor) -> Obligation:
    """Door for the owner to what a unit owes, whatever it has done. Raises Http404 for everyone else."""
    owned = circulars_owned_by(actor).values("pk")
    return get_object_or_404(_obligations().filter(ask__circular__in=owned), pk=obligation)


def ask_owned(ask: int, actor: Actor) -> Ask:
    """Door for the owner to one ask of a letter. Raises Http404 for everyone else."""
    rows = Ask.objects.filter(circular__in=circulars_owned_by(actor).values("pk"))
    return get_object_or_404(rows.select_related("circular__letter"), pk=ask)


def request_owned(request: int, actor: Actor) -> ExtensionRequest:
    """Door for the owner to a unit's request for more time. Raises Http404 for everyone else."""
    rows = ExtensionRequest.objects.filter(recipient__circular__in=circulars_owned_by(actor).values("pk"))
    return get_object_or_404(
        rows.select_related("recipient__unit", "recipient__circular__letter"), pk=request
    )
