from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.withdraw import withdraw
from wian.responses.queries import nomination_answered


@require_http_methods(["GET", "POST"])
def withdraw_name(request: Request, nomination: int) -> HttpResponse:
    """Take a name back, after one look at it."""
    person = nomination_answered(nomination, request.actor)
    back = reverse("responses:answer", args=[person.response.obligation.recipient_id])
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: withdraw(person, by=request.actor, at=clock.now()),
        to=back,
        said=_("The name has been withdrawn; its place is free."),
    )
    page = {
        "form": form,
        "heading": _("Withdraw this name?"),
        "what_will_happen": _("The place becomes free, and you can name somebody else."),
        "facts": [(_("Name"), person), (_("Post and level"), person.post)],
        "action": _("Withdraw the name"),
        "cancel_url": back,
        "danger": True,
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
