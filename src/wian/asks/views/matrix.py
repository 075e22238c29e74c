from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from wian.asks import sheet
from wian.asks.queries import FILTERS, PAGE, dates_of, is_for_information, matrix, progress_of, requests_of
from wian.circulars.queries import campaign_read, title_of
from wian.initiatives.queries import owns
from wian.kit import clock
from wian.kit.request import Request
from wian.kit.sheets import xlsx

MANY_PAGES = 7  # digits; no site has that many
# Filters that are offered even when they find nothing.
ALWAYS = {"all", "waiting", "submitted", "accepted"}
# Requests for more time above the matrix; the filter shows the rest.
REQUESTS = 10


@require_safe
def matrix_page(request: Request, circular: int) -> HttpResponse:
    """Unit × ask: who has answered and who has not, and whom to call. `?print=1` puts all units on one page."""
    campaign = campaign_read(circular, request.actor)
    if is_for_information(campaign):
        return redirect("circulars:recipients", campaign.pk)
    show, search = chosen(request)
    number = request.GET.get("page", "1")
    found = matrix(
        campaign,
        at=clock.now(),
        show=show,
        search=search,
        page=int(number) if number.isdecimal() and len(number) < MANY_PAGES else 1,
        size=None if "print" in request.GET else PAGE,
    )
    filters = [
        (code, label, found.counts[code])
        for code, label in FILTERS.items()
        if found.counts[code] or code in {*ALWAYS, show}
    ]
    mine = owns(request.actor, campaign.initiative)
    page = {
        "circular": campaign,
        "matrix": found,
        "progress": progress_of(campaign),
        "filters": filters,
        "show": show,
        "search": search,
        "owns": mine,
        "dates": dates_of(campaign) if mine else [],
        "requests": requests_of(campaign)[:REQUESTS] if mine else [],
    }
    return render(request, "asks/matrix.html", page)


@require_safe
def matrix_sheet(request: Request, circular: int) -> HttpResponseBase:
    """The matrix as a spreadsheet, as it is filtered, with whom to call."""
    campaign = campaign_read(circular, request.actor)
    at = clock.now()
    show, search = chosen(request)
    found = matrix(campaign, at=at, show=show, search=search, size=None)
    return xlsx(title_of(campaign, at), sheet.header(found), sheet.rows(found), name=f"matrix-{campaign.pk}")


def chosen(request: Request) -> tuple[str, str]:
    """The filter (a code of FILTERS) and what is searched for."""
    show = request.GET.get("show", "all")
    return show if show in FILTERS else "all", request.GET.get("q", "")
