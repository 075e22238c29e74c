from datetime import datetime

from wian.circulars.models import Recipient
from wian.circulars.refusals import NotReceived, OutcomeStands
from wian.circulars.states import Outcome
from wian.kit.actor import Actor


def conclude(recipient: Recipient, outcome: Outcome, *, reason: str = "", by: Actor, at: datetime) -> None:
    """Keep what a unit says of a letter that it has received. Part of the caller's act. Raises NotReceived, OutcomeStands."""
    received = Recipient.objects.filter(pk=recipient.pk, received_at__isnull=False)
    undecided = received.exclude(outcome__in=[Outcome.ACCEPTED, outcome])
    if not undecided.update(outcome=outcome, outcome_at=at, outcome_by=by.office, outcome_reason=reason):
        recipient.refresh_from_db(fields=["received_at", "outcome"])
        if recipient.received_at is None:
            raise NotReceived(unit=recipient.unit)
        raise OutcomeStands(unit=recipient.unit, outcome=recipient.get_outcome_display())
    recipient.outcome, recipient.outcome_at, recipient.outcome_by = outcome, at, by.office
    recipient.outcome_reason = reason
