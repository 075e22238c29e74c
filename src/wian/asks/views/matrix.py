from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.asks import sheet
from wian.asks.queries import FILTERS, PAGE, matrix, progress_of
from wian.circulars.queries import campaign_read, title_of
from wian.initiatives.queries import owns
from wian.kit import clock
from wian.kit.request import Request
from wian.kit.sheets import xlsx

MANY_PAGES = 7  # digits; no site has that many


@require_safe
def matrix_page(request: Request, circular: int) -> HttpResponse:
    """Unit × ask: who has answered and who has not, and whom to call. `?print=1` puts all units on one page."""
    campaign = campaign_read(circular, request.actor)
    show, search = chosen(request)
    page = request.GET.get("page", "1")
    found = matrix(
        campaign,
        at=clock.now(),
        show=show,
        search=search,
        page=int(page) if page.isdecimal() and len(page) < MANY_PAGES else 1,
        size=None if "print" in request.GET else PAGE,
    )
    filters = [(code, label, found.counts[code]) for code, label in FILTERS.items()]
    return render(
        request,
        "asks/matrix.html",
        {
            "circular": campaign,
            "matrix": found,
            "progress": progress_of(campaign),
            "filters": filters,
            "show": show,
            "search": search,
            "owns": owns(request.actor, campaign.initiative),
        },
    )


@require_safe
def matrix_sheet(request: Request, circular: int) -> HttpResponse:
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
