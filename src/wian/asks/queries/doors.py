"""What a unit owes, for those who may see it."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from wian.asks.models import Ask, Obligation
from wian.asks.states import DONE
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


def answerable_of(recipient: Recipient) -> list[Obligation]:
    """Of what one unit owes for one letter, what can be answered here so far."""
    return [owed for owed in obligations_of(recipient) if owed.ask.is_answerable]


def obligation_answered(obligation: int, actor: Actor) -> Obligation:
    """Door for the unit that answers what can be answered here. Raises Http404 for everyone else."""
    mine = recipients_answered_by(actor).values("pk")
    rows = _obligations().filter(recipient__in=mine, ask__kind__in=Ask.ANSWERABLE)
    return get_object_or_404(rows, pk=obligation)


def obligation_sent(obligation: int, actor: Actor) -> Obligation:
    """Door for the owner to what a unit has submitted. Raises Http404 for everyone else, and before it was."""
    owned = circulars_owned_by(actor).values("pk")
    return get_object_or_404(_obligations().filter(ask__circular__in=owned, state__in=DONE), pk=obligation)
