from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.queries import obligation_sent
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.send_back import send_back
from wian.responses.forms.review import SendBackForm
from wian.responses.views.review import onward


@require_http_methods(["GET", "POST"])
def send_back_answer(request: Request, obligation: int) -> HttpResponse:
    """Send an answer back for correction, and say what is to be corrected."""
    owed = obligation_sent(obligation, request.actor)
    form = SendBackForm(request.POST or None, kind=owed.ask.kind)
    done = act_on(
        request,
        form,
        lambda: send_back(owed, remark=form.remark, by=request.actor, at=clock.now()),
        to=lambda _none: onward(owed),
        said=_("Sent back to %(unit)s with your remark.") % {"unit": owed.recipient.unit},
    )
    page = {
        "form": form,
        "obligation": owed,
        "cancel_url": reverse("responses:review", args=[owed.pk]),
    }
    return done or render(request, "responses/send_back.html", page, status=409 if form.refused else 200)
