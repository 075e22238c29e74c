from datetime import datetime, timedelta

from wian.asks.events import Reminded
from wian.asks.models import Reminder
from wian.asks.queries import last_reminder, to_remind
from wian.asks.refusals import NobodyToRemind, RemindedRecently, UnitsChanged
from wian.circulars.models import Circular
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.kit.templatetags.kit import date_time
from wian.ledger.commands.record import record

PAUSE = timedelta(hours=4)


@act
def remind(
    circular: Circular,
    *,
    to: str,
    note: str,
    by: Actor,
    at: datetime,
    seen: int | None = None,
    again: bool = False,
) -> Reminder:
    """Remind units (แจ้งเตือน) of what they have yet to send; `to` says which (Reminder.To), `note` is a line of one's own.

    `seen` is how many units were on the screen; None where no page was shown. Sooner than PAUSE after the last reminder only `again`.
    Raises NobodyToRemind, UnitsChanged, RemindedRecently.
    """
    Circular.objects.select_for_update().get(pk=circular.pk)  # two at once are one after the other
    last = last_reminder(circular)
    if last and at - last.at < PAUSE and not again:
        raise RemindedRecently(time=date_time(last.at), count=last.units)
    recipients = list(to_remind(circular, to, at=at).values_list("pk", flat=True))
    if not recipients:
        raise NobodyToRemind
    if seen is not None and seen != len(recipients):
        raise UnitsChanged(seen=seen, now=len(recipients))
    reminder = Reminder.objects.create(
        circular=circular,
        to=to,
        note=note,
        recipients=recipients,
        units=len(recipients),
        by=by.office,
        at=at,
    )
    whole = Ref("circulars.circular", circular.pk)
    record(
        Reminded(circular=circular.pk, reminder=reminder.pk, units=reminder.units),
        by=by,
        at=at,
        about=whole,
        because=[whole],
    )
    return reminder
