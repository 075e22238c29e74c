from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.extend import grant_time, refuse_time
from wian.asks.forms import DecideForm
from wian.asks.models import ExtensionRequest
from wian.asks.queries import obligations_of, request_owned, requests_of
from wian.asks.refusals import RequestDecided
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request


@require_http_methods(["GET", "POST"])
def decide_page(request: Request, asked: int) -> HttpResponse:
    """A unit asks for more time: grant it for the unit or for all, or do not grant it and say why."""
    wish = request_owned(asked, request.actor)
    if request.method == "GET" and wish.granted is not None:
        raise RequestDecided(unit=wish.recipient.unit)
    circular = wish.recipient.circular
    matrix = reverse("asks:matrix", args=[circular.pk])
    form = DecideForm(request.POST or None, initial={"until": clock.day_of(wish.until)})
    done = act_on(
        request,
        form,
        lambda: _decide(wish, form, request),
        to=matrix,
        said=_("Decided; %(unit)s sees it.") % {"unit": wish.recipient.unit},
    )
    owed = (row for row in obligations_of(wish.recipient) if row.is_open and row.sent is None and row.due_at)
    page = {
        "form": form,
        "wish": wish,
        "open": list(owed),
        "others": requests_of(circular).exclude(pk=wish.pk).count(),
        "cancel_url": matrix,
    }
    return done or render(request, "asks/decide.html", page, status=409 if form.refused else 200)


def _decide(wish: ExtensionRequest, form: DecideForm, request: Request) -> None:
    decision, by, at = form.cleaned_data["decision"], request.actor, clock.now()
    if decision == form.REFUSE:
        refuse_time(wish, remark=form.cleaned_data["remark"], by=by, at=at)
    else:
        grant_time(wish, until=form.moment, everybody=decision == form.ALL, by=by, at=at)
