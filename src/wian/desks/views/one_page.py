from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.asks.queries import matrix, progress_of
from wian.circulars.queries import campaign_read
from wian.kit import clock
from wian.kit.request import Request


@require_safe
def one_page(request: Request, circular: int) -> HttpResponse:
    """A campaign for who has one minute: how many have answered, how many names, who is missing for what."""
    campaign = campaign_read(circular, request.actor)
    at = clock.now()
    missing = matrix(campaign, at=at, show="waiting")
    page = {
        "circular": campaign,
        "progress": progress_of(campaign),
        "missing": missing.rows,
        "missing_count": missing.found,
    }
    return render(request, "desks/one_page.html", page)
