from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.extend import ask_for_time
from wian.asks.forms import TimeForm
from wian.asks.queries import obligations_of, request_of
from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request


@require_http_methods(["GET", "POST"])
def ask_for_time_page(request: Request, recipient: int) -> HttpResponse:
    """Ask the owner for a later date; while a request waits, look at it."""
    addressed = recipient_answered(recipient, request.actor)
    back = reverse("responses:answer", args=[addressed.pk])
    form = TimeForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: ask_for_time(
            addressed,
            until=clock.end_of(form.cleaned_data["until"]),
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=clock.now(),
        ),
        to=back,
        said=_("The request has been sent to the owner of the matter."),
    )
    page = {
        "form": form,
        "recipient": addressed,
        "owed": [owed for owed in obligations_of(addressed) if owed.is_open and owed.sent is None],
        "asked": request_of(addressed),
        "cancel_url": back,
    }
    return done or render(request, "asks/ask_for_time.html", page, status=409 if form.refused else 200)
