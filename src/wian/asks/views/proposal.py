from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.launch import check
from wian.asks.commands.read_in import correct
from wian.asks.corrections import AskFields, corrected, fields_of, new_ask, typed_in
from wian.asks.forms import DraftForm
from wian.asks.models import ReadIn
from wian.asks.proposal import Proposal, propose
from wian.asks.queries.drafts import Owed, addressees, draft_of, owed_in, reading_of
from wian.kit import clock
from wian.kit.actor import Actor
from wian.kit.posting import act_on
from wian.kit.refusal import Refusal
from wian.kit.request import Request
from wian.kit.templatetags.kit import clock_time, digits


@require_http_methods(["GET", "POST"])
def proposal_page(request: Request, read_in: int) -> HttpResponse:
    """What the letter would become, to correct. Both buttons save; one leads on to the launch when nothing forbids it."""
    draft = draft_of(read_in, request.actor)
    if request.method == "GET" and draft.circular_id:
        return redirect("asks:matrix", draft.circular_id)
    reading = reading_of(draft)
    seen = corrected(reading, draft.corrections).digest(draft.title)
    form = DraftForm(request.POST or None, initial={"seen": seen, "title": draft.title})
    typed = typed_in(request.POST) if "rows" in request.POST else draft.corrections
    proposal = corrected(reading, typed)
    blocked = obstacle(draft, proposal, by=request.actor)
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
        ),
        to=reverse("asks:launch" if leads_on else "asks:proposal", args=[draft.pk]),
        said=_("Saved %(time)s") % {"time": digits(clock_time(at))},
    )
    if done:
        return done
    if form.refused:
        form.refresh(seen)
    letter, asks = fields_of(propose(reading), typed)
    page = {
        "draft": draft,
        "form": form,
        "letter": letter,
        "asks": list(_cards(asks, proposal)),
        "new": new_ask(asks),
        "everything": [form, letter, *asks],
        "proposal": proposal,
        "addressees": addressees(proposal.units, request.actor),
        "obstacle": None if proposal.unclear else blocked,  # what is unclear is said beside its field
        "warnings": proposal.warnings(at),
    }
    return render(request, "asks/proposal.html", page, status=409 if form.refused else 200)


@dataclass(frozen=True, slots=True)
class Card:
    """One ask on the page: its fields, its sentence in the letter, and what units would owe (None: it is left out)."""

    form: AskFields
    sentence: str
    owed: Owed | None


def _cards(asks: list[AskFields], proposal: Proposal) -> Iterator[Card]:
    owed = iter(owed_in(proposal))
    text = proposal.reading.text
    for ask in asks:
        yield Card(ask, text[slice(*ask.place_in(text))], next(owed) if ask.kept else None)


def obstacle(draft: ReadIn, proposal: Proposal, *, by: Actor) -> Refusal | None:
    """Why the proposal cannot be launched as it stands, if it cannot."""
    try:
        check(draft, proposal, by=by)
    except Refusal as refusal:
        return refusal
    return None
