from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.extend import extend
from wian.asks.forms import ExtendForm
from wian.asks.queries import dates_of, reach_of
from wian.circulars.queries import circulars_owned_by
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request

# The buttons of the page: look at what would happen, do it, go back to the form.
LOOK, EDIT = "look", "edit"


@require_http_methods(["GET", "POST"])
def extend_page(request: Request, circular: int) -> HttpResponse:
    """A later date for all units: which asks and until when, then what will happen, then one button."""
    campaign = get_object_or_404(circulars_owned_by(request.actor), pk=circular)
    dates = [one for one in dates_of(campaign) if one.first and not one.ask.closed_at]
    form = ExtendForm(request.POST or None, dates=dates)
    done = None
    if not {LOOK, EDIT} & request.POST.keys():
        done = act_on(
            request,
            form,
            lambda: extend(
                campaign, asks=form.chosen, units=None, until=form.moment, by=request.actor, at=clock.now()
            ),
            to=reverse("asks:matrix", args=[campaign.pk]),
            said=_("The date has been moved on for all units."),
        )
    looks = LOOK in request.POST and form.is_valid()
    page = {
        "form": form,
        "circular": campaign,
        "dates": dates,
        "reach": reach_of(campaign, form.chosen, form.moment) if looks else None,
        "cancel_url": reverse("asks:matrix", args=[campaign.pk]),
    }
    return done or render(request, "asks/extend.html", page, status=409 if form.refused else 200)
