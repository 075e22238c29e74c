from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.remind import PAUSE, remind
from wian.asks.forms import RemindForm
from wian.asks.models import Reminder
from wian.asks.queries import audience_of, last_reminder, to_remind
from wian.circulars.queries import circulars_owned_by
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request

# The buttons of the page: look at whom it would reach, send it, go back to the form.
LOOK, EDIT = "look", "edit"


@require_http_methods(["GET", "POST"])
def remind_page(request: Request, circular: int) -> HttpResponse:
    """Remind units of what they owe: which of them and a line of one's own, then how far it would go, then one button."""
    campaign = get_object_or_404(circulars_owned_by(request.actor), pk=circular)
    at = clock.now()
    kinds = {str(to): to_remind(campaign, to, at=at) for to in Reminder.To}
    form = RemindForm(request.POST or None, counts={to: units.count() for to, units in kinds.items()})
    done = None
    if not {LOOK, EDIT} & request.POST.keys():
        done = act_on(
            request,
            form,
            lambda: remind(
                campaign,
                to=form.cleaned_data["to"],
                note=form.cleaned_data["note"],
                seen=form.units_seen,
                again=form.cleaned_data["again"],
                by=request.actor,
                at=at,
            ),
            to=reverse("asks:reached", args=[campaign.pk]),
            said=_("The reminder is on its way. This page shows how far it gets."),
        )
    audience = None
    if done is None and ((LOOK in request.POST and form.is_valid()) or form.refused):
        units = kinds[form.cleaned_data["to"]].values_list("unit", flat=True)
        audience = audience_of(list(units), on=clock.day_of(at))
        form.refresh(str(audience.units))
    last = last_reminder(campaign)
    page = {
        "form": form,
        "circular": campaign,
        "audience": audience,
        "last": last,
        "soon": last is not None and at - last.at < PAUSE,
        "mail": settings.MAIL,
        "cancel_url": reverse("asks:matrix", args=[campaign.pk]),
    }
    return done or render(request, "asks/remind.html", page, status=409 if form.refused else 200)
