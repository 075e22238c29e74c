from django.db.models import Q

from wian.directory.models import OVERSEERS, Role
from wian.initiatives.rules import owns
from wian.kit.actor import Actor

__all__ = ["owns", "readable_by"]  # whoever asks from another room, asks here


def readable_by(actor: Actor, prefix: str = "") -> Q:
    """The condition on an initiative (at `prefix`, such as "initiative__") that `rules.reads` states for one row."""
    found = Q(pk__in=[])
    if actor.is_any(Role.AUDITOR):
        return ~found
    if actor.is_any(Role.OWNER):
        found |= Q(**{f"{prefix}owner": actor.post})
    if actor.is_any(*OVERSEERS):
        found |= Q(**{f"{prefix}owner__unit__path__startswith": actor.path})
    return found
