from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.posting import tap
from wian.kit.request import Request
from wian.responses.commands.present import present


@require_http_methods(["GET", "POST"])
def present_answer(request: Request, recipient: int) -> HttpResponse:
    """Put the answer before the head of the unit."""
    addressed = recipient_answered(recipient, request.actor)
    back = reverse("responses:answer", args=[addressed.pk])
    if request.method == "GET":  # after signing in again
        return redirect(back)
    return tap(
        request,
        lambda: present(addressed, by=request.actor, at=clock.now()),
        to=back,
        said=_("The answer is waiting for the head's signature."),
    )
