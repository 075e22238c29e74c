from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.forms import ReceiveForm
from wian.asks.queries import obligations_of
from wian.circulars.commands.receive import receive
from wian.circulars.queries import recipient_answered
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.queries import may_number


@require_http_methods(["GET", "POST"])
def receive_page(request: Request, recipient: int) -> HttpResponse:
    """Take the letter in: what it says, what we owe by when, whom to call, the original to file. One screen.

    It leads on to the answer, or where nothing is asked to the letter.
    """
    addressed = recipient_answered(recipient, request.actor)
    owed = obligations_of(addressed)
    letter = reverse("circulars:letter", args=[addressed.circular_id])
    onward = reverse("responses:answer", args=[addressed.pk]) if owed else letter
    if request.method == "GET" and addressed.received_at:
        return redirect(onward)
    draws = bool(addressed.unit.code) and may_number(request.actor, addressed.unit)
    form = ReceiveForm(request.POST or None, draws=draws)
    done = act_on(
        request,
        form,
        lambda: receive(
            addressed,
            number=form.cleaned_data["number"],
            draw=form.is_drawn,
            by=request.actor,
            at=clock.now(),
        ),
        to=onward,
        said=_("The letter has been received."),
    )
    page = {"recipient": addressed, "obligations": owed, "form": form, "letter_url": letter}
    return done or render(request, "asks/receive.html", page, status=409 if form.refused else 200)
