from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.initiatives.queries import issues_of
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.correct import correct_name, correct_project
from wian.responses.drafting import saved, take_up
from wian.responses.forms.names import NameFields, NameForm
from wian.responses.forms.projects import ProjectForm
from wian.responses.models import Nomination, Proposal
from wian.responses.queries import item_answered
from wian.responses.views.answer import card_of


@require_http_methods(["GET", "POST"])
def correct_named_person(request: Request, nomination: int) -> HttpResponse:
    """Write a name in another way, while it was not sent."""
    person = item_answered(Nomination, nomination, request.actor)
    known = {field: getattr(person, field) for field in NameFields.base_fields}
    form = NameForm(request.POST or None, initial=known)
    return _correct(
        request,
        person,
        form,
        lambda at: correct_name(person, form.name_over(person), by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
def correct_proposed_project(request: Request, proposal: int) -> HttpResponse:
    """Write a project in another way, or complete it, while it was not sent."""
    project = item_answered(Proposal, proposal, request.actor)
    framework = list(issues_of(project.response.obligation.recipient.circular.initiative))
    form = ProjectForm(request.POST or None, issues=framework, proposal=project)
    return _correct(
        request,
        project,
        form,
        lambda at: correct_project(project, form.project, typed=form.on_page, by=request.actor, at=at),
    )


def _correct(
    request: Request,
    item: Nomination | Proposal,
    form: NameForm | ProjectForm,
    command: Callable[[datetime], object],
) -> HttpResponse:
    at = clock.now()
    back = card_of(item.response.obligation)
    said = _("%(what)s has been corrected.") % {"what": item}
    done = act_on(request, form, lambda: command(at), to=back, said=said)
    owed = item.response.obligation
    if isinstance(form, ProjectForm):
        take_up([(owed, form)])
    page = {
        "form": form,
        "item": item,
        "obligation": owed,
        "cancel_url": back,
        "saved": saved(form.drafts.values(), by=request.actor, at=at),
    }
    return done or render(request, "responses/correct.html", page, status=409 if form.refused else 200)
