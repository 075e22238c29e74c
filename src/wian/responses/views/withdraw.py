from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.refusal import Text
from wian.kit.request import Request
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Nomination, Proposal
from wian.responses.queries import item_answered
from wian.responses.views.answer import card_of


@require_http_methods(["GET", "POST"])
def withdraw_name(request: Request, nomination: int) -> HttpResponse:
    """Take a name back, after one look at it."""
    person = item_answered(Nomination, nomination, request.actor)
    return _withdraw(
        request,
        person,
        heading=_("Withdraw this name?"),
        what_will_happen=_("The place becomes free, and you can name somebody else."),
        facts=[(_("Name"), str(person)), (_("Post and level"), person.post)],
        action=_("Withdraw the name"),
    )


@require_http_methods(["GET", "POST"])
def withdraw_project(request: Request, proposal: int) -> HttpResponse:
    """Take a project back, after one look at it."""
    project = item_answered(Proposal, proposal, request.actor)
    return _withdraw(
        request,
        project,
        heading=_("Withdraw this project?"),
        what_will_happen=_("It is not sent. You can propose another."),
        facts=[(_("Title of the project"), project.title)],
        action=_("Withdraw the project"),
    )


def _withdraw(
    request: Request, item: Nomination | Proposal, **page: Text | list[tuple[str, str]]
) -> HttpResponse:
    back = card_of(item.response.obligation)
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: withdraw(item, by=request.actor, at=clock.now()),
        to=back,
        said=_("%(what)s has been withdrawn.") % {"what": item},
    )
    shown = {**page, "form": form, "cancel_url": back, "danger": True}
    return done or render(request, "kit/confirm.html", shown, status=409 if form.refused else 200)
