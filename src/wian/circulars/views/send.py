from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.commands.send import send
from wian.circulars.forms import SendForm
from wian.circulars.queries import circular_of_letter
from wian.circulars.queries.exchange import is_exchanged
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.queries.issued import issue_kept

# The buttons of the page: look at whom it would go to, send it, go back to the list.
LOOK, EDIT = "look", "edit"


@require_http_methods(["GET", "POST"])
def send_page(request: Request, letter: int) -> HttpResponse:
    """Send an issued letter for information: type the units, look at whom they are, then one button."""
    issue = issue_kept(letter, request.actor)
    sent = circular_of_letter(issue.letter)
    if request.method == "GET" and sent:
        return redirect("circulars:recipients", sent.pk)
    form = SendForm(request.POST or None, within=issue.unit)
    done = None
    if not {LOOK, EDIT} & request.POST.keys():
        done = act_on(
            request,
            form,
            lambda: send(
                issue, form.addressed, seen=form.cleaned_data["seen"], by=request.actor, at=clock.now()
            ),
            to=lambda circular: reverse("circulars:recipients", args=[circular.pk]),
            said=_("The letter has been sent. This page shows how the units take it."),
        )
    units = []
    if done is None and ((LOOK in request.POST and form.is_valid()) or form.refused):
        units = form.addressed
        form.refresh(form.digest)
    page = {
        "form": form,
        "letter": issue.letter,
        "exchanges": is_exchanged(issue),
        "units": units,
        "cancel_url": reverse("letters:issued", args=[issue.pk]),
    }
    return done or render(request, "circulars/send.html", page, status=409 if form.refused else 200)
