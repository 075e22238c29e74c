from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.kit.forms import ActForm
from wian.kit.posting import act_on, tap
from wian.kit.request import Request
from wian.letters.commands.drop_wording import drop_wording
from wian.letters.commands.keep_wording import keep_wording
from wian.letters.forms.check import WordingForm
from wian.letters.queries.drafts import unit_written, wording_written, wordings_of


@require_http_methods(["GET", "POST"])
def wordings(request: Request) -> HttpResponse:
    """The reusable wordings of the unit, and a form to keep one more."""
    unit = unit_written(request.actor)
    form = WordingForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: keep_wording(
            unit, name=form.cleaned_data["name"], text=form.cleaned_data["text"], by=request.actor
        ),
        to=reverse("letters:wordings"),
        said=_("Kept."),
    )
    page = {
        "form": form,
        "once": ActForm(),
        "wordings": wordings_of(request.actor),
        "cancel_url": reverse("letters:drafts"),
    }
    return done or render(request, "letters/wordings.html", page, status=409 if form.refused else 200)


@require_http_methods(["GET", "POST"])
def drop(request: Request, wording: int) -> HttpResponse:
    """Take a wording out of the list: one button beside it."""
    kept = wording_written(wording, request.actor)
    back = reverse("letters:wordings")
    if request.method == "GET":
        return redirect(back)
    said = _("“%(name)s” is out of the list.") % {"name": kept}
    return tap(request, lambda: drop_wording(kept, by=request.actor), to=back, said=said)
