from datetime import datetime

from wian.desks.events import ShareEnded
from wian.desks.models import Share
from wian.desks.queries import working
from wian.desks.refusals import LinkEnded
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def end_share(link: Share, *, by: Actor, at: datetime) -> None:
    """End a link before it expires: from now on it leads nowhere. Raises LinkEnded."""
    if not Share.objects.filter(working(at), pk=link.pk).update(ended_at=at):
        raise LinkEnded
    about = Ref("circulars.circular", link.circular_id)
    event = ShareEnded(circular=link.circular_id, share=link.pk)
    record(event, by=by, at=at, about=about, because=[about])
