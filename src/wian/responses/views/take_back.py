from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.queries import contact_of, recipient_answered
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.take_back import take_back


@require_http_methods(["GET", "POST"])
def take_back_answer(request: Request, recipient: int) -> HttpResponse:
    """Take back what was sent, as long as the owner has not opened it."""
    addressed = recipient_answered(recipient, request.actor)
    back = reverse("responses:answer", args=[addressed.pk])
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: take_back(addressed, by=request.actor, at=clock.now()),
        to=back,
        said=_("The answer has been taken back. Correct it, then have it signed and sent again."),
    )
    page = {
        "form": form,
        "heading": _("Take the answer back?"),
        "what_will_happen": _(
            "You can correct it and send it again. This is possible until the owner of the matter opens it."
        ),
        "facts": [
            (_("Sent in time"), _("That it came in time, or late, stays as it was judged.")),
            (_("Whom to call"), contact_of(addressed.circular)),
        ],
        "action": _("Take it back"),
        "cancel_url": back,
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
