"""Who may sign, and whether an answer is ready. Pure: no queries, no clock."""

from collections.abc import Iterable

from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.directory.models import Role
from wian.kit.actor import Actor


def may_sign(actor: Actor, recipient: Recipient) -> bool:
    """The head of the unit, or who acts in the head's post."""
    return actor.unit == recipient.unit_id and actor.is_any(Role.HEAD)


def unanswered(obligations: Iterable[Obligation]) -> list[Obligation]:
    """Of what can be answered, what has neither a name nor a statement that there is nothing."""
    return [owed for owed in obligations if owed.ask.is_answerable and not owed.taken and not owed.nil]


def is_complete(obligation: Obligation) -> bool:
    """Does the answer reach the minimum asked for? A nil answer does."""
    return obligation.nil or obligation.taken >= obligation.min
