"""The projects of a campaign under its framework: what each issue has, and which have nothing yet."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from wian.circulars.models import Circular
from wian.initiatives.models import Issue, Pillar
from wian.initiatives.queries import issues_of
from wian.responses.models import Proposal
from wian.responses.queries.items import submitted_projects


@dataclass(frozen=True, slots=True)
class Group:
    """The projects of one issue, none perhaps; without an issue, those that name none. `before` stand so many others."""

    issue: Issue | None
    projects: tuple[Proposal, ...]
    before: int


@dataclass(frozen=True, slots=True)
class Strand:
    """A pillar with its issues in order; without a pillar, what stands under none."""

    pillar: Pillar | None
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        return sum(len(group.projects) for group in self.groups)

    @property
    def uncovered(self) -> list[Issue]:
        """Its issues that have no project."""
        return [group.issue for group in self.groups if group.issue and not group.projects]


def coverage_of(circular: Circular) -> list[Strand]:
    """Every project that stands with the owner, under the framework of its initiative. Two statements."""
    projects: dict[int | None, list[Proposal]] = defaultdict(list)
    for project in submitted_projects(circular):
        projects[project.issue_id].append(project)
    before = 0

    def group(issue: Issue | None) -> Group:
        nonlocal before
        found = Group(issue, tuple(projects[issue.pk if issue else None]), before)
        before += len(found.projects)
        return found

    issues = groupby(issues_of(circular.initiative), key=lambda issue: issue.pillar)
    strands = [Strand(pillar, tuple(map(group, under))) for pillar, under in issues]
    return [*strands, Strand(None, (group(None),))] if projects[None] else strands
