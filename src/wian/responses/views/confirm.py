from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.posting import tap
from wian.kit.request import Request
from wian.responses.commands.confirm import confirm


@require_http_methods(["GET", "POST"])
def confirm_entry(request: Request, recipient: int) -> HttpResponse:
    """One tap: what the owner recorded on our behalf is right."""
    addressed = recipient_answered(recipient, request.actor)
    back = reverse("responses:answer", args=[addressed.pk])
    if request.method == "GET":  # after signing in again
        return redirect(back)
    return tap(
        request,
        lambda: confirm(addressed, by=request.actor, at=clock.now()),
        to=back,
        said=_("Confirmed. Thank you."),
    )
