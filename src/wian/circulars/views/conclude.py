from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.commands.accept_letter import accept_letter
from wian.circulars.commands.call_invalid import call_invalid
from wian.circulars.commands.reject_letter import reject_letter
from wian.circulars.forms import ReasonForm
from wian.circulars.models import Recipient
from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.posting import act_on, tap
from wian.kit.request import Request


@require_http_methods(["GET", "POST"])
def accept_page(request: Request, recipient: int) -> HttpResponse:
    """Take the letter on: one button on the letter's page."""
    addressed = recipient_answered(recipient, request.actor)
    letter = reverse("circulars:letter", args=[addressed.circular_id])
    if request.method == "GET":
        return redirect(letter)
    said = _("Accepted. Who sent the letter sees it.")
    return tap(
        request, lambda: accept_letter(addressed, by=request.actor, at=clock.now()), to=letter, said=said
    )


@require_http_methods(["GET", "POST"])
def reject_page(request: Request, recipient: int) -> HttpResponse:
    """Say that the letter is not for the unit, and why."""
    return _with_reason(
        request,
        recipient_answered(recipient, request.actor),
        reject_letter,
        heading=_("Reject this letter?"),
        what_will_happen=_(
            "Who sent it is told at once, with your reason. The unit may still accept it later."
        ),
        action=_("Reject the letter"),
    )


@require_http_methods(["GET", "POST"])
def invalid_page(request: Request, recipient: int) -> HttpResponse:
    """Say that the letter is faulty, and in what."""
    return _with_reason(
        request,
        recipient_answered(recipient, request.actor),
        call_invalid,
        heading=_("Is this letter faulty?"),
        what_will_happen=_(
            "Say what is wrong: pages or enclosures missing, a wrong number or date. Who sent it is told at once."
        ),
        action=_("Say that it is faulty"),
    )


def _with_reason(
    request: Request, recipient: Recipient, command: Callable[..., None], **page: Any
) -> HttpResponse:
    letter = reverse("circulars:letter", args=[recipient.circular_id])
    form = ReasonForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: command(recipient, reason=form.cleaned_data["reason"], by=request.actor, at=clock.now()),
        to=letter,
        said=_("Who sent the letter has been told."),
    )
    facts = [(_("Letter"), str(recipient.circular.letter))]
    page = {**page, "form": form, "facts": facts, "cancel_url": letter}
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
