from collections.abc import Iterator

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from wian.asks.queries import progress_of
from wian.circulars.models import Circular
from wian.circulars.queries import campaign_read, title_of
from wian.kit import clock
from wian.kit.request import Request
from wian.kit.sheets import Value, csv, xlsx
from wian.responses.queries import every_submitted_name, submitted_names


@require_safe
def names_page(request: Request, circular: int) -> HttpResponse:
    """Everybody named in a submitted answer: the list that goes into the order of appointment."""
    campaign = campaign_read(circular, request.actor)
    page = {"circular": campaign, "names": submitted_names(campaign), "progress": progress_of(campaign)}
    return render(request, "responses/names.html", page)


@require_safe
def names_sheet(request: Request, circular: int) -> HttpResponseBase:
    """The same as a spreadsheet."""
    campaign = campaign_read(circular, request.actor)
    return xlsx(title_of(campaign, clock.now()), _header(), _rows(campaign), name=f"names-{campaign.pk}")


@require_safe
def names_csv(request: Request, circular: int) -> HttpResponseBase:
    """The same for other programs."""
    campaign = campaign_read(circular, request.actor)
    return csv(_header(), _rows(campaign), name=f"names-{campaign.pk}")


def _header() -> list[str]:
    return [
        _("No."),
        pgettext("list of people", "Name"),
        pgettext("list of people", "Post"),
        pgettext("list of people", "Unit"),
        pgettext("list of people", "Telephone"),
        _("remarks"),
    ]


def _rows(circular: Circular) -> Iterator[list[Value]]:
    for order, person in enumerate(every_submitted_name(circular), start=1):
        remark = _("recorded for the unit") if person.on_behalf else ""
        yield [order, str(person), person.post, person.unit, person.phone, remark]
