"""Who may do what with an initiative. Pure: no queries, no clock."""

from wian.directory.models import OVERSEERS, Role
from wian.initiatives.models import Initiative
from wian.kit.actor import Actor


def owns(actor: Actor, initiative: Initiative) -> bool:
    """The post that the initiative belongs to, and no other owner."""
    return actor.post == initiative.owner_id and actor.is_any(Role.OWNER)


def reads(actor: Actor, initiative: Initiative) -> bool:
    """The owner; the auditor, everything; executives and who serves them, within their part of the tree."""
    if owns(actor, initiative) or actor.is_any(Role.AUDITOR):
        return True
    return actor.is_any(*OVERSEERS) and initiative.owner.unit.path.startswith(actor.path)
