"""Who may sign, what is missing, what is a slip of the pen. Pure: no queries, no clock."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from saraban.words import fold
from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.directory.models import Role
from wian.kit.actor import Actor
from wian.responses.models import Proposal

# How much of a name must stay for a correction to be one of spelling.
ALIKE = 0.7


def may_sign(actor: Actor, recipient: Recipient) -> bool:
    """The head of the unit, or who acts in the head's post."""
    return actor.unit == recipient.unit_id and actor.is_any(Role.HEAD)


def is_complete(obligation: Obligation) -> bool:
    """Does the answer reach the minimum asked for? A nil answer does."""
    return not obligation.is_short


def is_slip(before: str, after: str) -> bool:
    """Is `after` the same words, spelled better? A name that becomes another name is not."""
    here, there = fold(before), fold(after)
    return bool(there) and SequenceMatcher(None, here, there, autojunk=False).ratio() >= ALIKE


def missing_of(project: Proposal, *, has_framework: bool) -> Iterator[Promise]:
    """What the short form of a project still lacks, as its labels."""
    short = project.horizon == Proposal.Horizon.SHORT
    extra = project.money == Proposal.Money.EXTRA
    wanted = (
        (has_framework and project.issue_id is None, _("issue of the framework")),
        (not project.horizon, _("horizon")),
        (not project.starts_on or not project.ends_on, _("start and end")),
        (short and not project.visible_result, _("visible result within a year")),
        (not project.money, _("money")),
        (extra and project.satang is None, _("amount in baht")),
        (not project.responsible, _("person responsible")),
        (not project.phone, _("telephone")),
    )
    return (label for missing, label in wanted if missing)
