"""Who may do what with letters. Pure: no queries, no clock."""

from saraban import read
from saraban.paper import Paper, text_of
from wian.directory.models import STAFF, Role, Unit
from wian.kit.actor import Actor
from wian.letters.models import Draft
from wian.letters.states import FROM, DraftState

#: Who writes a unit's letters, and who gives them numbers.
WRITERS = (*STAFF, Role.OWNER)
NUMBERERS = (Role.CLERK, Role.HEAD, Role.OWNER)
#: Whose posts sign a unit's letters, in the unit or above it.
SIGNERS = (Role.HEAD, Role.SIGNATORY, Role.EXECUTIVE)


def may_write(actor: Actor, unit: Unit) -> bool:
    """Does the actor write the letters of that unit?"""
    return actor.unit == unit.pk and actor.is_any(*WRITERS)


def may_number(actor: Actor, unit: Unit) -> bool:
    """Does the actor give the letters of that unit their numbers?"""
    return actor.unit == unit.pk and actor.is_any(*NUMBERERS)


def may_check(actor: Actor, draft: Draft, *, alone: bool = False) -> bool:
    """Another of those who write the unit's letters than saved it last or put it forward; these only where nobody else could (`alone`)."""
    return may_write(actor, draft.unit) and (
        alone or actor.person not in {draft.saved_by_id, draft.put_by_id}
    )


def may_return(actor: Actor, draft: Draft) -> bool:
    """Its unit as long as it has no number; once it was passed also who is to sign it."""
    if may_write(actor, draft.unit):
        return draft.state in FROM[DraftState.DRAFTING]
    return may_sign(actor, draft) and draft.state == DraftState.PASSED


def may_sign(actor: Actor, draft: Draft) -> bool:
    """Whoever holds the post that signs, in whichever way."""
    return actor.post is not None and actor.post == draft.signer_id


def asks_something(paper: Paper) -> bool:
    """Does the letter ask its reader for anything, as a reader would find it?"""
    return paper.kind in _ASKING and bool(read(text_of(paper)).asks)


_ASKING = ("memo", "external", "stamped")
