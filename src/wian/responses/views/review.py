from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wian.asks.models import Obligation
from wian.asks.queries import obligation_sent
from wian.directory.queries import whom_to_call
from wian.initiatives.queries import issues_of
from wian.kit import clock
from wian.kit.request import Request
from wian.responses.commands.open_answer import open_answer
from wian.responses.forms.review import AcceptForm
from wian.responses.queries.review import review_of, waiting_beside


@require_safe
def review(request: Request, obligation: int) -> HttpResponse:
    """What a unit sent for one ask, in full. Looking at it is noted: from here on the unit does not take it back."""
    owed = obligation_sent(obligation, request.actor)
    if request.method == "GET":
        open_answer(owed, by=request.actor, at=clock.now())
    return review_page(request, owed)


def review_page(request: Request, owed: Obligation, refused: AcceptForm | None = None) -> HttpResponse:
    """The page, with the form that accepts what stands on it, or the one that was refused."""
    unit, found = owed.recipient.unit_id, review_of(owed, at=clock.now())
    seen = found.answer.submission.number if found.answer.submission else None
    form = refused or AcceptForm(initial={"seen": seen})
    if form.refused:
        form.refresh(str(seen or ""))
    page = {
        "form": form,
        "review": found,
        "call": whom_to_call([unit], on=clock.today()).get(unit),
        "framework": issues_of(owed.recipient.circular.initiative),
        "matrix": matrix_of(owed),
    }
    return render(request, "responses/review.html", page, status=409 if form.refused else 200)


def matrix_of(owed: Obligation) -> str:
    """The unit's row in the tracking table."""
    return f"{reverse('asks:matrix', args=[owed.ask.circular_id])}#unit-{owed.recipient_id}"


def onward(owed: Obligation) -> str:
    """Where the owner goes on to: the next answer that waits, else the tracking table."""
    waiting = waiting_beside(owed).first()
    return reverse("responses:review", args=[waiting.pk]) if waiting else matrix_of(owed)
