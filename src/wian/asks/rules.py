"""Who may do what with an ask, and when an answer is late. Pure: no queries, no clock."""

from datetime import datetime

from wian.asks.models import Obligation
from wian.asks.states import OPEN, ObligationState
from wian.directory.models import Role
from wian.kit.actor import Actor


def may_launch(actor: Actor) -> bool:
    """Whoever holds a post with the role of owner; the command line, which whoever runs the machine holds."""
    return actor.is_any(Role.OWNER)


def is_overdue(obligation: Obligation, at: datetime) -> bool:
    """Past its date, and nothing was sent (เกินกำหนด ยังไม่ส่ง). The same as the condition `queries.matrix.overdue`.

    What was sent past its date is late, not overdue. What is prepared in time, or sent back for correction, is neither.
    """
    if obligation.due_at is None or obligation.due_at >= at or obligation.ask.closed_at:
        return False
    waiting = obligation.state in OPEN and obligation.sent is None and obligation.returned_at is None
    return waiting and not is_prepared_in_time(obligation)


def is_prepared_in_time(obligation: Obligation) -> bool:
    """Put before the head by its date, and not signed yet (จัดทำทันกำหนด รอลงนาม)."""
    prepared, due = obligation.prepared_at, obligation.due_at
    awaiting = obligation.state == ObligationState.AWAITING_SIGNATURE
    return awaiting and prepared is not None and (due is None or prepared <= due)


def may_be_exempted(obligation: Obligation) -> bool:
    """Is there anything that the unit has not sent? What was sent stands, and is enough from then on."""
    if obligation.sent is None:
        return obligation.state in OPEN
    return obligation.ask.is_counted and not obligation.nil and obligation.sent < obligation.min
