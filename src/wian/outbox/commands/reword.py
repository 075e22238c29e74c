from datetime import datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.notices import Wording
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.outbox.events import Reworded
from wian.outbox.models import Rewording
from wian.outbox.queries import rewordings
from wian.outbox.refusals import NotReworded, UnknownPlace
from wian.outbox.rules import unknown_places


@act
def reword(wording: Wording, *, language: str, subject: str, body: str, by: Actor, at: datetime) -> Rewording:
    """Say a kind of notice in words of one's own, in one language, from now on. Raises UnknownPlace.

    Notices are worded when they are read, so those that stand on the site change too; e-mails that were sent do not.
    """
    if places := unknown_places(wording, subject, body):
        raise UnknownPlace(places=places)
    return _keep(wording, language, subject, body, by, at)


@act
def set_back(wording: Wording, *, language: str, by: Actor, at: datetime) -> Rewording:
    """Use the original words again. Raises NotReworded."""
    if wording.code not in rewordings(language):
        raise NotReworded
    return _keep(wording, language, "", "", by, at)


def _keep(wording: Wording, language: str, subject: str, body: str, by: Actor, at: datetime) -> Rewording:
    row = Rewording.objects.create(
        wording=wording.code, language=language, subject=subject, body=body, by=by.office, at=at
    )
    event = Reworded(wording=wording.code, language=language, original=not subject)
    record(event, by=by, at=at, about=Ref("outbox.rewording", row.pk))
    return row
