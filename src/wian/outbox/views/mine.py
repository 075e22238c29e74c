from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.directory.models import Person
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on, tap
from wian.kit.request import Request
from wian.outbox.commands.prefer import prefer
from wian.outbox.commands.read import read
from wian.outbox.forms import PreferForm
from wian.outbox.queries import notices_to, preference_of, words_of
from wian.outbox.rules import may_reword, may_see_messages

PAGE = 30


@require_http_methods(["GET", "POST"])
def mine(request: Request) -> HttpResponse:
    """What the person was told, and how they want to be told."""
    person = Person.objects.filter(pk=request.actor.person or 0).first()
    done, preferring = _preferring(request, person) if person else (None, {})
    page = Paginator(notices_to(request.actor), PAGE).get_page(request.GET.get("page"))
    shown = {
        **preferring,
        "page": page,
        "notices": list(zip(page, words_of(page, get_language() or "th"), strict=True)),
        "several": len({office.unit for office in request.offices}) > 1,
        "all_read": ActForm(),
        "may_reword": may_reword(request.actor),
        "may_see_messages": may_see_messages(request.actor),
    }
    return done or render(request, "outbox/mine.html", shown)


@require_http_methods(["GET", "POST"])
def read_all(request: Request) -> HttpResponse:
    """Everything up to the newest notice that was shown is marked as read. Whoever comes with GET is led back."""
    back = reverse("outbox:mine")
    if request.method == "GET":
        return redirect(back)
    newest = request.POST.get("newest", "")
    if not newest.isdecimal():
        raise BadRequest("the button does not say up to which notice")
    shown = notices_to(request.actor).filter(pk__lte=int(newest))
    return tap(
        request,
        lambda: read(shown, at=clock.now()),
        to=back,
        said=_("All notices are marked as read."),
    )


def _preferring(request: Request, person: Person) -> tuple[HttpResponse | None, dict[str, Any]]:
    kept = preference_of(person)
    chosen = {"address": person.email, "mail": kept.mail, "language": kept.language}
    form = PreferForm(request.POST or None, initial=chosen)
    done = act_on(
        request,
        form,
        lambda: prefer(
            person,
            address=form.cleaned_data["address"],
            mail=form.cleaned_data["mail"],
            language=form.cleaned_data["language"],
            by=request.actor,
            at=clock.now(),
        ),
        to=reverse("outbox:mine"),
        said=_("From the next notice on, it is as you chose."),
    )
    return done, {"form": form, "person": person, "preference": kept}
