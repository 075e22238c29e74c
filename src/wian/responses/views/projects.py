from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wian.asks.queries import progress_of
from wian.circulars.queries import campaign_read, title_of
from wian.kit import clock
from wian.kit.request import Request
from wian.kit.sheets import Value, xlsx
from wian.kit.templatetags.kit import short_date
from wian.responses.forms.projects import FULL_FORM, ProjectFields
from wian.responses.models import SATANG, Proposal
from wian.responses.queries.coverage import Strand, coverage_of
from wian.responses.rules import missing_of


@require_safe
def projects_page(request: Request, circular: int) -> HttpResponse:
    """Every project that stands with the owner, under the framework; issues that have none yet are named."""
    campaign = campaign_read(circular, request.actor)
    strands = coverage_of(campaign)
    page = {
        "circular": campaign,
        "strands": strands,
        "framework": has_framework(strands),
        "count": sum(strand.count for strand in strands),
        "progress": progress_of(campaign),
    }
    return render(request, "responses/projects.html", page)


@require_safe
def projects_sheet(request: Request, circular: int) -> HttpResponse:
    """The same as a spreadsheet, in the same order, with the full form."""
    campaign = campaign_read(circular, request.actor)
    header = [
        _("No."),
        _("Project"),
        _("Unit"),
        _("Issue of the framework"),
        _("Horizon"),
        _("Start and end"),
        _("Visible result within a year"),
        _("Money (baht)"),
        _("Person responsible"),
        _("Telephone"),
        _("remarks"),
        *(str(ProjectFields.base_fields[name].label) for name in FULL_FORM),
    ]
    rows = _rows(coverage_of(campaign))
    return xlsx(title_of(campaign, clock.now()), header, rows, name=f"projects-{campaign.pk}")


def has_framework(strands: list[Strand]) -> bool:
    """Is there anything that a project could stand under?"""
    return any(strand.pillar for strand in strands)


def _rows(strands: list[Strand]) -> Iterator[list[Value]]:
    framework = has_framework(strands)
    projects = (project for strand in strands for group in strand.groups for project in group.projects)
    for order, project in enumerate(projects, start=1):
        yield [
            order,
            project.title,
            project.response.obligation.recipient.unit.name,
            project.issue.title if project.issue else "",
            project.get_horizon_display(),
            " – ".join(short_date(day) for day in (project.starts_on, project.ends_on) if day),
            project.visible_result,
            "" if project.satang is None else project.satang / SATANG,
            project.responsible,
            project.phone,
            "; ".join(_remarks(project, framework)),
            *(getattr(project, name) for name in FULL_FORM),
        ]


def _remarks(project: Proposal, framework: bool) -> Iterator[str]:
    if project.money:
        yield project.get_money_display()
    if project.response.obligation.on_behalf:
        yield _("recorded for the unit")
    if lacks := ", ".join(map(str, missing_of(project, has_framework=framework))):
        yield _("Still missing: %(lacks)s") % {"lacks": lacks}
