from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from saraban.paper import example
from wian.directory.models import Role
from wian.directory.queries import units_under
from wian.files.commands.take_in import take_in_emblem
from wian.files.queries import bytes_of
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.commands.set_emblem import set_emblem
from wian.letters.forms.emblem import EmblemForm
from wian.letters.queries.issued import emblems_under
from wian.letters.queries.sheets import sheets_of

DOTS = 60  # an inch: enough to judge a page by


@require_http_methods(["GET", "POST"])
def emblem(request: Request) -> HttpResponse:
    """The emblem on the papers of a unit, and how a sheet with it looks; for administrators."""
    if not request.actor.is_any(Role.ADMINISTRATOR):
        raise Http404
    form = EmblemForm(request.POST or None, request.FILES or None, units=units_under(request.actor))
    done = act_on(
        request,
        form,
        lambda: set_emblem(
            form.cleaned_data["unit"],
            take_in_emblem(form.cleaned_data["file"]).file,
            by=request.actor,
            at=clock.now(),
        ),
        to=reverse("letters:emblem"),
        said=_("The emblem is set. Below is a sheet with it."),
    )
    if done:
        return done
    shown = [
        (row, sheets_of(example("external"), emblem=bytes_of(row.file), dots=DOTS)[0])
        for row in emblems_under(request.actor)
    ]
    page = {"form": form, "emblems": shown}
    return render(request, "letters/emblem.html", page, status=409 if form.refused else 200)
