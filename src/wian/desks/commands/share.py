import secrets
from datetime import datetime, timedelta

from wian.circulars.models import Circular
from wian.desks.events import Shared
from wian.desks.models import Share
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record

CODE_BYTES = 18  # 24 characters


@act
def share(circular: Circular, *, days: int, by: Actor, at: datetime) -> Share:
    """Make a link to the one page of a campaign that needs no sign-in and works to the end of that many days from now."""
    link = Share.objects.create(
        circular=circular,
        code=secrets.token_urlsafe(CODE_BYTES),
        made_by=by.office,
        made_at=at,
        expires_at=clock.end_of(clock.day_of(at) + timedelta(days=days)),
    )
    about = Ref("circulars.circular", circular.pk)
    event = Shared(circular=circular.pk, share=link.pk, days=days)
    record(event, by=by, at=at, about=about, because=[about])
    return link
