from collections.abc import Sequence
from datetime import datetime

from wian.circulars.commands.address import address
from wian.circulars.commands.dispatch import dispatch
from wian.circulars.events import Sent
from wian.circulars.models import Circular
from wian.circulars.queries.listing import digest_of
from wian.circulars.refusals import ListChanged, NobodyToSendTo
from wian.directory.models import Post, Role, Unit
from wian.directory.queries import post_with
from wian.initiatives.commands.start import start
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.models import Issue


@act
def send(
    issue: Issue, units: Sequence[Unit], *, seen: str | None = None, by: Actor, at: datetime
) -> Circular:
    """Send an issued letter to `units` for information: they receive it, and owe nothing.

    `seen` is the digest of the units on the screen, None where no page was shown. Raises NobodyToSendTo, ListChanged,
    LetterReplaced, SentBefore.
    """
    if not units:
        raise NobodyToSendTo
    if seen is not None and seen != digest_of(units):
        raise ListChanged(now=len(units))
    letter = issue.letter
    initiative = start(letter.subject, owner=_owner(issue.unit, by), by=by, at=at)
    circular = address(letter, initiative=initiative, units=units, by=by, at=at)
    dispatch(circular, by=by, at=at)
    record(
        Sent(circular=circular.pk, letter=letter.pk, units=len(units)),
        by=by,
        at=at,
        about=Ref("circulars.circular", circular.pk),
        because=[Ref("letters.letter", letter.pk)],
    )
    circular.refresh_from_db()
    return circular


def _owner(unit: Unit, by: Actor) -> Post:
    """Who is asked about it: the actor as an owner, else the unit's owner, else the actor's post."""
    own = by.post if by.is_any(Role.OWNER) else None
    found = None if own else post_with(Role.OWNER, unit)
    return found or Post.objects.get(pk=own or by.post or 0)
