from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.circulars.queries import written_by
from wian.circulars.queries.exchange import is_exchanged
from wian.circulars.queries.sending import (
    FILTERS,
    circulars_sent_by,
    recipients_of,
    sending_read,
    standings_of,
)
from wian.kit.request import Request
from wian.letters.models import Issue
from wian.letters.queries import WRITERS

PAGE = 100


@require_safe
def recipients(request: Request, circular: int) -> HttpResponse:
    """How the units took a letter: sent, received with their own number, accepted, rejected or called invalid, and why."""
    sent = sending_read(circular, request.actor)
    show = request.GET.get("show", "all")
    counts = standings_of(sent)
    issue = Issue.objects.filter(written_by(request.actor, "letter__"), pk=sent.letter_id).first()
    page = {
        "circular": sent,
        "issue": issue,
        "exchanges": issue is not None and is_exchanged(issue),
        "show": show if show in FILTERS else "all",
        "filters": [(code, label, counts[code]) for code, label in FILTERS.items()],
        "page": Paginator(recipients_of(sent, show), PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "circulars/recipients.html", page)


@require_safe
def sent(request: Request) -> HttpResponse:
    """The letters that the unit issued and sent, the latest first, each with how many units took it how."""
    if not request.actor.is_any(*WRITERS):
        raise Http404
    page = Paginator(circulars_sent_by(request.actor), PAGE).get_page(request.GET.get("page"))
    return render(request, "circulars/sent.html", {"page": page})
