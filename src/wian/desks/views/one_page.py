from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wian.asks.queries import is_for_information
from wian.circulars.queries import campaign_read
from wian.desks.queries import share_called, standing_of
from wian.initiatives.queries import owns
from wian.kit import clock
from wian.kit.request import Request


@require_safe
def one_page(request: Request, circular: int) -> HttpResponse:
    """A campaign for who has one minute: how many have answered, how many names, who is missing, what is to be decided."""
    campaign = campaign_read(circular, request.actor)
    if is_for_information(campaign):
        return redirect("circulars:recipients", campaign.pk)
    page = {
        "circular": campaign,
        "standing": standing_of(campaign, at=clock.now()),
        "owns": owns(request.actor, campaign.initiative),
    }
    return render(request, "desks/one_page.html", page)


@login_not_required
@never_cache
@require_safe
def shared(request: Request, code: str) -> HttpResponse:
    """The same for whoever holds a link: counts and the names of units, nothing else. A link that does not work says only that."""
    at = clock.now()
    link = share_called(code, at=at)
    if link is None:
        return render(request, "desks/shared.html", status=404)
    page = {"link": link, "circular": link.circular, "standing": standing_of(link.circular, at=at)}
    return render(request, "desks/shared.html", page)
