from datetime import datetime

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import Superseded
from wian.letters.models import Issue
from wian.letters.queries.issued import replacements_for
from wian.letters.refusals import NoLongerHolds


@act
def supersede(
    issue: Issue, *, by_letter: Issue | None = None, reason: str = "", by: Actor, at: datetime
) -> None:
    """Declare that a letter no longer holds: another letter of the unit stands in its place, or none, with the reason.

    Its files and its number stay. Raises NoLongerHolds, of this letter or of the other one.
    """
    if by_letter and not replacements_for(issue).filter(pk=by_letter.pk).exists():
        raise NoLongerHolds
    holds = Issue.objects.filter(pk=issue.pk, superseded_at=None)
    if not holds.update(superseded_by=by_letter and by_letter.letter, superseded_at=at, reason=reason):
        raise NoLongerHolds
    record(
        Superseded(letter=issue.pk, by=by_letter.pk if by_letter else 0),
        by=by,
        at=at,
        about=Ref("letters.letter", issue.pk),
    )
