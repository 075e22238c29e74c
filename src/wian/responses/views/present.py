from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.request import Request
from wian.responses.commands.present import present
from wian.responses.views.taps import tapped


@require_http_methods(["GET", "POST"])
def present_answer(request: Request, recipient: int) -> HttpResponse:
    """Put the answer before the head of the unit."""
    addressed = recipient_answered(recipient, request.actor)
    return tapped(
        request,
        lambda: present(addressed, by=request.actor, at=clock.now()),
        to=reverse("responses:answer", args=[addressed.pk]),
        said=_("The answer is waiting for the head's signature."),
    )
