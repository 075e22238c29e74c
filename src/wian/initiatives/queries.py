from django.db.models import Q, QuerySet

from wian.directory.models import OVERSEERS, Role
from wian.initiatives.models import Initiative, Issue
from wian.initiatives.rules import owns
from wian.kit.actor import Actor

__all__ = ["issues_of", "owns", "readable_by"]  # whoever asks from another room, asks here


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


def issues_of(initiative: Initiative) -> QuerySet[Issue]:
    """The issues of an initiative's framework with their pillars, in its order; none when it has no framework."""
    rows = Issue.objects.filter(pillar__initiative=initiative).select_related("pillar")
    return rows.order_by("pillar__order", "order")
