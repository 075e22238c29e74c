from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.launch import launch
from wian.asks.proposal import NOMINATE, Proposal
from wian.asks.queries import audience_of
from wian.asks.queries.addressees import addressees
from wian.asks.queries.drafts import draft_of, owed_in, proposal_of
from wian.asks.views.proposal import obstacle
from wian.kit import clock
from wian.kit.forms import SeenForm
from wian.kit.posting import act_on
from wian.kit.request import Request


@require_http_methods(["GET", "POST"])
def launch_page(request: Request, read_in: int) -> HttpResponse:
    """What will happen, then one button."""
    draft = draft_of(read_in, request.actor)
    if request.method == "GET" and draft.circular_id:
        return redirect("asks:matrix", draft.circular_id)
    proposal = proposal_of(draft)
    back = reverse("asks:proposal", args=[draft.pk])
    known = addressees(proposal, request.actor)
    if request.method == "GET" and obstacle(draft, proposal, known, by=request.actor):
        return redirect(back)
    seen = proposal.digest(draft.title)
    form = SeenForm(request.POST or None, initial={"seen": seen})
    done = act_on(
        request,
        form,
        lambda: launch(draft, proposal, seen=form.cleaned_data["seen"], by=request.actor, at=clock.now()),
        to=lambda campaign: reverse("asks:matrix", args=[campaign.circular.pk]),
        said=_("The circular has been launched. Every unit sees it from now on."),
    )
    if form.refused:
        form.refresh(seen)
    page = {
        "form": form,
        "draft": draft,
        "proposal": proposal,
        "asks": owed_in(proposal),
        "units": _numbers(proposal),
        "addressees": known,
        "audience": audience_of(known.units, on=clock.today()),
        "warnings": proposal.warnings(clock.now()),
        "unchecked": len(proposal.doubts) + len(proposal.questions),
        "cancel_url": back,
    }
    return done or render(request, "asks/launch.html", page, status=409 if form.refused else 200)


def _numbers(proposal: Proposal) -> list[tuple[str, int]]:
    """Each unit with how many people it is asked for, if any."""
    seats = dict.fromkeys(proposal.units, 0)
    for ask in proposal.asks:
        for unit, limit in ask.limits.items() if ask.kind == NOMINATE else ():
            seats[unit] += limit.max or limit.min
    return list(seats.items())
