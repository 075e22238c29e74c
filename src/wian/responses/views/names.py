from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from wian.asks.queries import progress_of
from wian.circulars.models import Circular
from wian.circulars.queries import campaign_read, title_of
from wian.kit import clock
from wian.kit.request import Request
from wian.kit.sheets import Value, xlsx
from wian.responses.queries import submitted_names


@require_safe
def names_page(request: Request, circular: int) -> HttpResponse:
    """Everybody named in a submitted answer: the list that goes into the order of appointment."""
    campaign = campaign_read(circular, request.actor)
    page = {"circular": campaign, "names": submitted_names(campaign), "progress": progress_of(campaign)}
    return render(request, "responses/names.html", page)


@require_safe
def names_sheet(request: Request, circular: int) -> HttpResponse:
    """The same as a spreadsheet."""
    campaign = campaign_read(circular, request.actor)
    header = [
        _("No."),
        pgettext("list of people", "Name"),
        pgettext("list of people", "Post"),
        pgettext("list of people", "Unit"),
        pgettext("list of people", "Telephone"),
        _("remarks"),
    ]
    return xlsx(title_of(campaign, clock.now()), header, _rows(campaign), name=f"names-{campaign.pk}")


def _rows(circular: Circular) -> Iterator[list[Value]]:
    for order, person in enumerate(submitted_names(circular), start=1):
        owed = person.response.obligation
        remark = _("recorded for the unit") if owed.on_behalf else ""
        yield [order, str(person), person.post, owed.recipient.unit.name, person.phone, remark]
