from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligation_sent
from wian.initiatives.queries import issues_of
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.fill_in import fill_in
from wian.responses.commands.nominate import Name
from wian.responses.commands.propose import Project
from wian.responses.forms.names import NameForm
from wian.responses.forms.projects import ProjectForm
from wian.responses.queries.review import review_of
from wian.responses.refusals import NothingToFillIn


@require_http_methods(["GET", "POST"])
def fill_in_answer(request: Request, obligation: int) -> HttpResponse:
    """Type in what a unit sent as a file, one name or project after the other, with the file beside."""
    owed = obligation_sent(obligation, request.actor)
    review = review_of(owed, at=clock.now())
    if not owed.ask.is_counted or (request.method == "GET" and not review.may_be_filled_in):
        raise NothingToFillIn(unit=owed.recipient.unit)
    form = _form(owed, request.POST or None)
    done = act_on(
        request,
        form,
        lambda: fill_in(owed, _entry(form), by=request.actor, at=clock.now()),
        to=lambda _made: _onward(owed),
        said=_("Added from the unit's file."),
    )
    page = {
        "form": form,
        "review": review,
        "obligation": owed,
        "framework": issues_of(owed.recipient.circular.initiative),
        "cancel_url": reverse("responses:review", args=[owed.pk]),
    }
    return done or render(request, "responses/fill_in.html", page, status=409 if form.refused else 200)


def _form(owed: Obligation, data: Any) -> NameForm | ProjectForm:
    if owed.ask.kind == Ask.Kind.NOMINATE:
        return NameForm(data)
    return ProjectForm(data, issues=list(issues_of(owed.recipient.circular.initiative)))


def _entry(form: NameForm | ProjectForm) -> Name | Project:
    return form.name if isinstance(form, NameForm) else form.project


def _onward(owed: Obligation) -> str:
    """The next line of the file, while fewer are in than are asked for; then the answer."""
    owed.refresh_from_db(fields=["taken"])
    return reverse("responses:fill_in" if owed.is_short else "responses:review", args=[owed.pk])
