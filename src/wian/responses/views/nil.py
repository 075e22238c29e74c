from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.queries import obligation_answered
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.forms.answer import NilForm
from wian.responses.views.answer import card_of


@require_http_methods(["GET", "POST"])
def nil_response(request: Request, obligation: int) -> HttpResponse:
    """Say that there is nothing to send, and why."""
    owed = obligation_answered(obligation, request.actor)
    back = card_of(owed)
    form = NilForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: respond_nil(owed, reason=form.cleaned_data["reason"], by=request.actor, at=clock.now()),
        to=back,
        said=_("It has been noted that there is nothing to send. Sign to submit it."),
    )
    page = {
        "form": form,
        "heading": _("Nothing to send"),
        "what_will_happen": owed.ask.what,
        "action": _("State that there is nothing"),
        "cancel_url": back,
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
