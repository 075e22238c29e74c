from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.correct_for_unit import correct_for_unit
from wian.responses.forms.review import slips_of
from wian.responses.models import Nomination, Proposal
from wian.responses.queries import item_sent


@require_http_methods(["GET", "POST"])
def correct_name_for_unit(request: Request, nomination: int) -> HttpResponse:
    """Put a slip of the pen right in a name that a unit sent."""
    return _page(request, item_sent(Nomination, nomination, request.actor))


@require_http_methods(["GET", "POST"])
def correct_project_for_unit(request: Request, proposal: int) -> HttpResponse:
    """Put a slip of the pen right in a project that a unit sent."""
    return _page(request, item_sent(Proposal, proposal, request.actor))


def _page(request: Request, item: Nomination | Proposal) -> HttpResponse:
    owed = item.response.obligation
    form = slips_of(item, request.POST or None)
    back = reverse("responses:review", args=[owed.pk])
    done = act_on(
        request,
        form,
        lambda: correct_for_unit(item, form.changes, by=request.actor, at=clock.now()),
        to=back,
        said=_("Corrected; %(unit)s sees what was changed.") % {"unit": owed.recipient.unit},
    )
    page = {"form": form, "item": item, "obligation": owed, "cancel_url": back}
    return done or render(
        request, "responses/correct_for_unit.html", page, status=409 if form.refused else 200
    )
