from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wian.asks.queries import progress_of
from wian.circulars.models import Circular
from wian.circulars.queries import campaign_read, title_of
from wian.initiatives.queries import issues_of
from wian.kit import clock
from wian.kit.request import Request
from wian.kit.sheets import Value, csv, xlsx
from wian.kit.templatetags.kit import short_date
from wian.responses.forms.projects import FULL_FORM, ProjectFields
from wian.responses.models import SATANG
from wian.responses.queries import every_submitted_project
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
def projects_sheet(request: Request, circular: int) -> HttpResponseBase:
    """The same as a spreadsheet, in the same order, with the full form."""
    campaign = campaign_read(circular, request.actor)
    title = title_of(campaign, clock.now())
    return xlsx(title, _header(), _rows(campaign), name=f"projects-{campaign.pk}")


@require_safe
def projects_csv(request: Request, circular: int) -> HttpResponseBase:
    """The same for other programs."""
    campaign = campaign_read(circular, request.actor)
    return csv(_header(), _rows(campaign), name=f"projects-{campaign.pk}")


def has_framework(strands: list[Strand]) -> bool:
    """Is there anything that a project could stand under?"""
    return any(strand.pillar for strand in strands)


def _header() -> list[str]:
    return [
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


def _rows(circular: Circular) -> Iterator[list[Value]]:
    framework = issues_of(circular.initiative).exists()
    for order, project in enumerate(every_submitted_project(circular), start=1):
        yield [
            order,
            project.title,
            project.unit,
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


def _remarks(project: Any, framework: bool) -> Iterator[str]:
    if project.money:
        yield project.get_money_display()
    if project.on_behalf:
        yield _("recorded for the unit")
    if lacks := ", ".join(map(str, missing_of(project, has_framework=framework))):
        yield _("Still missing: %(lacks)s") % {"lacks": lacks}
