"""Letters that a unit issued and sends: to which units, and what became of them there."""

from collections.abc import Mapping

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wian.circulars.models import Circular, Recipient
from wian.circulars.queries import written_by
from wian.circulars.states import CircularState, Outcome
from wian.directory.models import Unit
from wian.directory.queries import department_of
from wian.initiatives.queries import readable_by
from wian.kit.actor import Actor
from wian.letters.models import Incoming

# How a recipient may stand -> the fields that say so.
STANDINGS: Mapping[str, Mapping[str, object]] = {
    "sent": {"received_at": None},
    "received": {"received_at__isnull": False, "outcome": ""},
    **{str(outcome): {"outcome": outcome} for outcome in Outcome},
}
FILTERS: Mapping[str, str | Promise] = {
    "all": _("all units"),
    "sent": _("not received yet"),
    "received": _("received, undecided"),
    **{str(outcome): outcome.label for outcome in Outcome},
}


def circulars_sent_by(actor: Actor) -> QuerySet[Circular]:
    """The letters that the actor's unit issued and sent, the latest first, each with how many units it stands how with."""
    counts = {
        f"{code}_units": Count("recipients", filter=_standing(code, "recipients__")) for code in STANDINGS
    }
    rows = Circular.objects.filter(written_by(actor, "letter__"), state=CircularState.DISPATCHED)
    return (
        rows.select_related("letter")
        .annotate(**counts, units=Count("recipients"))
        .order_by("-dispatched_at", "-pk")
    )


def sendings_read_by(actor: Actor) -> QuerySet[Circular]:
    """Circulars of which the actor may see how each unit took them: those followed, and those of letters that the own unit issued."""
    rows = Circular.objects.filter(readable_by(actor, "initiative__") | written_by(actor, "letter__"))
    return rows.select_related("letter__source", "initiative__owner__unit")


def sending_read(circular: int, actor: Actor) -> Circular:
    """Door to how the units took a letter. Raises Http404 for whoever may not see it."""
    return get_object_or_404(sendings_read_by(actor), pk=circular)


def recipients_of(circular: Circular, show: str = "all") -> QuerySet[Recipient]:
    """Its recipients that stand as `show` (a code of FILTERS) says, in order, each with `number`, its เลขรับ."""
    taken_in = Incoming.objects.filter(letter=OuterRef("circular__letter"), unit=OuterRef("unit"))
    rows = Recipient.objects.filter(_standing(show), circular=circular)
    return rows.select_related("unit").annotate(number=Subquery(taken_in.values("number")[:1]))


def standings_of(circular: Circular) -> dict[str, int]:
    """How many recipients each filter finds."""
    counts = {code: Count("pk", filter=_standing(code)) for code in STANDINGS}
    return Recipient.objects.filter(circular=circular).aggregate(all=Count("pk"), **counts)


def number_of(recipient: Recipient) -> str:
    """The unit's own number for the letter (เลขรับ); empty while it has none."""
    rows = Incoming.objects.filter(letter=recipient.circular.letter_id, unit=recipient.unit_id)
    return rows.values_list("number", flat=True).first() or ""


def units_around(unit: Unit) -> QuerySet[Unit]:
    """All units of the unit's department, or of its tree where it is in none, but itself and those above it."""
    return (
        Unit.objects.filter(path__startswith=department_of(unit).path)
        .exclude(pk__in=unit.ancestors)
        .order_by("path")
    )


def _standing(code: str, prefix: str = "") -> Q:
    """The condition on a recipient, or on what it is reached from; an unknown code finds all."""
    return Q(**{f"{prefix}{field}": value for field, value in STANDINGS.get(code, {}).items()})
