from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.launch import check, check_units
from wian.asks.commands.read_in import correct
from wian.asks.corrections import TICK, corrected, fields_of, new_ask, typed_in
from wian.asks.forms import DraftForm
from wian.asks.models import ReadIn
from wian.asks.places import pieces, places_of
from wian.asks.proposal import Proposal, propose
from wian.asks.queries.addressees import Addressees, addressees
from wian.asks.queries.drafts import draft_of, is_scan, reading_of
from wian.asks.views.proposal_facts import cards_of, checks_of, facts_of
from wian.kit import clock
from wian.kit.actor import Actor
from wian.kit.posting import act_on
from wian.kit.refusal import Refusal
from wian.kit.request import Request
from wian.kit.templatetags.kit import clock_time, digits


@require_http_methods(["GET", "POST"])
def proposal_page(request: Request, read_in: int) -> HttpResponse:
    """The letter with its facts marked, and beside it the facts to correct. Both buttons save; one leads on to the launch
    when nothing forbids it."""
    draft = draft_of(read_in, request.actor)
    if request.method == "GET" and draft.circular_id:
        return redirect("asks:matrix", draft.circular_id)
    reading = reading_of(draft)
    seen = corrected(reading, draft.corrections).digest(draft.title)
    form = DraftForm(request.POST or None, initial={"seen": seen, "title": draft.title})
    typed = typed_in(request.POST) if "rows" in request.POST else draft.corrections
    proposal = corrected(reading, typed)
    known = addressees(proposal, request.actor)
    blocked = obstacle(draft, proposal, known, by=request.actor)
    leads_on = "launch" in request.POST and not blocked
    at = clock.now()
    done = act_on(
        request,
        form,
        lambda: correct(
            draft,
            typed,
            reading=reading,
            title=form.cleaned_data["title"],
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=at,
        ),
        to=reverse("asks:launch" if leads_on else "asks:proposal", args=[draft.pk]),
        said=_said(at, blocked if "launch" in request.POST else None),
    )
    if done:
        return done
    if form.refused:
        form.refresh(seen)
    letter, asks = fields_of(propose(reading), typed)
    places = places_of(reading, proposal, {str(ask.prefix): ask.place_in(reading.text) for ask in asks})
    cards = cards_of(asks, proposal, places)
    checks = checks_of(proposal, letter, cards, None if proposal.unclear else blocked, known, at)
    page = {
        "draft": draft,
        "form": form,
        "letter": letter,
        "facts": facts_of(letter, proposal, places, checks),
        "asks": cards,
        "new": new_ask(asks),
        "everything": [form, letter, *asks],
        "proposal": proposal,
        "addressees": known,
        "checks": checks,
        "tick": TICK,
        "doubtful": {one.about for one in checks},
        "places": places,
        "pieces": pieces(reading.text, places),
        "scan": is_scan(draft),
    }
    return render(request, "asks/proposal.html", page, status=409 if form.refused else 200)


def _said(at: datetime, why_not: Refusal | None) -> str:
    saved = _("Saved %(time)s") % {"time": digits(clock_time(at))}
    if why_not is None:
        return saved
    return f"{saved} · " + _("It cannot go to the launch yet: %(why)s") % {"why": why_not.message}


def obstacle(draft: ReadIn, proposal: Proposal, known: Addressees, *, by: Actor) -> Refusal | None:
    """Why the proposal cannot be launched as it stands, if it cannot."""
    try:
        check(draft, proposal, by=by)
        check_units(known)
    except Refusal as refusal:
        return refusal
    return None
