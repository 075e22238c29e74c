from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.read_in import read_in
from wian.asks.forms import ReadInForm
from wian.asks.queries.drafts import drafts_of
from wian.asks.rules import may_launch
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request


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
            name=form.name,
            title=form.cleaned_data["title"],
            by=request.actor,
            at=clock.now(),
        ),
        to=lambda draft: reverse("asks:proposal", args=[draft.pk]),
        said=_("The letter has been read in. Nobody else sees it before you launch it."),
    )
    drafts = [
        (draft, draft.title or draft.corrections.get("subject") or draft.source.name)
        for draft in drafts_of(request.actor)
    ]
    page = {"form": form, "drafts": drafts}
    return done or render(request, "asks/read_in.html", page, status=409 if form.refused else 200)
