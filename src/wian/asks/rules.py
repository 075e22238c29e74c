"""Who may do what with an ask, and when an answer is late. Pure: no queries, no clock."""

from datetime import datetime

from wian.asks.models import Obligation
from wian.asks.states import DONE
from wian.directory.models import Role
from wian.kit.actor import Actor


def may_launch(actor: Actor) -> bool:
    """Whoever holds a post with the role of owner; the command line, which whoever runs the machine holds."""
    return actor.is_any(Role.OWNER)


def is_overdue(obligation: Obligation, at: datetime) -> bool:
    """Past its date and not submitted. What was submitted past its date is late, not overdue.

    An ask that cannot be answered here yet is never overdue: nobody here could say so.
    """
    if obligation.due_at is None or not obligation.ask.is_answerable:
        return False
    return obligation.due_at < at and obligation.state not in DONE
