from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from wian.asks.models import Obligation
from wian.initiatives.models import Issue
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.kit.templatetags.kit import thai_date
from wian.ledger.commands.record import record
from wian.responses.commands.nominate import take_place
from wian.responses.commands.save_draft import Typed, forget_draft
from wian.responses.events import Proposed
from wian.responses.models import Proposal
from wian.responses.refusals import EndsBeforeStart, LongerThanAYear

FORM = "project"  # of the drafts for the next project


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project as a unit proposes it; only the title must be there. Money in satang (1 baht = 100)."""

    title: str
    issue: Issue | None = None
    horizon: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    visible_result: str = ""
    money: str = ""
    satang: int | None = None
    responsible: str = ""
    phone: str = ""
    rationale: str = ""
    objectives: str = ""
    targets: str = ""
    target_group: str = ""
    indicators: str = ""
    activities: str = ""
    place: str = ""
    monitoring: str = ""
    benefits: str = ""


@act
def propose(
    obligation: Obligation,
    project: Project,
    *,
    typed: Mapping[str, Typed] | None = None,
    by: Actor,
    at: datetime,
) -> Proposal:
    """Propose a project, complete or not: what is missing is told, and may follow.

    Raises EndsBeforeStart, LongerThanAYear, QuotaFull, AnswerClosed, AskClosed.
    """
    require_dates(project, at)
    if not take_place(obligation, by=by, at=at):
        forget_draft(obligation, FORM, typed, by=by)
    proposal = Proposal.objects.create(response_id=obligation.pk, added_at=at, **fields_of(project))
    record(
        Proposed(obligation=obligation.pk, proposal=proposal.pk),
        by=by,
        at=at,
        about=Ref("asks.obligation", obligation.pk),
        because=[Ref("circulars.recipient", obligation.recipient_id)],
    )
    return proposal


def fields_of(project: Project) -> dict[str, object]:
    """The columns of a project. Money that is not asked for has no amount."""
    fields = asdict(project) | {"issue": project.issue}
    return fields if project.money == Proposal.Money.EXTRA else {**fields, "satang": None}


def require_dates(project: Project, at: datetime) -> None:
    """Refuse dates that cannot be. Raises EndsBeforeStart, LongerThanAYear.

    A short-term project ends within 12 months of its start, or of today while no start is given.
    """
    start, end = project.starts_on, project.ends_on
    if end is None:
        return
    if start and end < start:
        raise EndsBeforeStart
    first = start or clock.day_of(at)
    last = first.replace(year=first.year + 1, day=min(first.day, 28) if first.month == 2 else first.day)
    if project.horizon == Proposal.Horizon.SHORT and end > last:
        raise LongerThanAYear(date=thai_date(last))
