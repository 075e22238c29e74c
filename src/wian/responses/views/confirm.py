from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.request import Request
from wian.responses.commands.confirm import confirm
from wian.responses.views.taps import tapped


@require_http_methods(["GET", "POST"])
def confirm_entry(request: Request, recipient: int) -> HttpResponse:
    """One tap: what the owner recorded on our behalf is right."""
    addressed = recipient_answered(recipient, request.actor)
    return tapped(
        request,
        lambda: confirm(addressed, by=request.actor, at=clock.now()),
        to=reverse("responses:answer", args=[addressed.pk]),
        said=_("Confirmed. Thank you."),
    )
