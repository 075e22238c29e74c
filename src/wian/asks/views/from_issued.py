from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.read_in_issued import read_in_issued
from wian.asks.rules import may_launch
from wian.circulars.queries import circular_of_letter
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.queries.issued import issue_kept


@require_http_methods(["GET", "POST"])
def from_issued_page(request: Request, letter: int) -> HttpResponse:
    """Make a campaign of a letter that the own unit issued: what it asks is read from it, and checked before the launch."""
    issue = issue_kept(letter, request.actor)
    if not may_launch(request.actor):
        raise Http404
    sent = circular_of_letter(issue.letter)
    if request.method == "GET" and sent:
        return redirect("asks:matrix", sent.pk)
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: read_in_issued(issue, by=request.actor, at=clock.now()),
        to=lambda draft: reverse("asks:proposal", args=[draft.pk]),
        said=_("The letter has been read in. No unit sees it before you launch it."),
    )
    page = {
        "form": form,
        "heading": _("Make a campaign of this letter?"),
        "what_will_happen": _(
            "What it asks, by when and of whom is read from the letter; you check it before anything is sent."
        ),
        "facts": [(_("Letter"), str(issue.letter))],
        "action": _("Read the letter"),
        "cancel_url": reverse("letters:issued", args=[issue.pk]),
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
