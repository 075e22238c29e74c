from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from saraban.reading.sources import SCAN
from wian.asks.commands.read_in import read_in
from wian.asks.forms import ReadInForm
from wian.asks.queries.drafts import drafts_of
from wian.asks.rules import may_launch
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request

SAID = _("The letter has been read in. No unit sees it before you launch it.")
SAID_OF_SCAN = _(
    "The letter was read off a picture: compare every number, date and name with the letter. "
    "No unit sees it before you launch it."
)


@require_http_methods(["GET", "POST"])
def read_in_page(request: Request) -> HttpResponse:
    """Paste or upload a letter; below it the drafts that were not launched yet."""
    if not may_launch(request.actor):
        raise Http404
    form = ReadInForm(request.POST or None, request.FILES or None)
    done = act_on(
        request,
        form,
        lambda: read_in(
            form.letter,
            form.source(),
            name=form.name,
            title=form.cleaned_data["title"],
            by=request.actor,
            at=clock.now(),
        ),
        to=lambda draft: reverse("asks:proposal", args=[draft.pk]),
        said=lambda: SAID_OF_SCAN if form.source().how == SCAN else SAID,
    )
    drafts = [
        (draft, draft.title or draft.corrections.get("subject") or draft.source.name)
        for draft in drafts_of(request.actor)
    ]
    page = {"form": form, "drafts": drafts}
    return done or render(request, "asks/read_in.html", page, status=409 if form.refused else 200)
