from datetime import date, datetime

from wian.directory.events import Appointed
from wian.directory.models import Holding, Person, Post
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def appoint(
    person: Person,
    post: Post,
    *,
    since: date,
    by: Actor,
    at: datetime,
    kind: str = Holding.Kind.SUBSTANTIVE,
    until: date | None = None,
) -> Holding:
    """Record that `person` holds `post`, or acts in it, from `since` through `until`."""
    holding = Holding.objects.create(post=post, person=person, kind=kind, since=since, until=until)
    record(
        Appointed(holding=holding.pk, post=post.pk, person=person.pk, kind=str(kind)),
        by=by,
        at=at,
        about=Ref("directory.unit", post.unit_id),
    )
    return holding
