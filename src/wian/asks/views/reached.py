from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wian.asks.queries import unstaffed
from wian.asks.queries.audience import CALLS
from wian.asks.queries.sends import sends_of
from wian.circulars.queries import circulars_owned_by
from wian.kit import clock
from wian.kit.request import Request
from wian.outbox.queries import unreached

REFRESH = "3"  # seconds


@require_safe
def reached_page(request: Request, circular: int) -> HttpResponse:
    """How far each send of a letter got, and whom to call about the latest, or about the one chosen (`?send=`).

    While e-mails are under way the page loads itself again; not when a send was chosen, so that it may be read in peace.
    """
    campaign = get_object_or_404(circulars_owned_by(request.actor), pk=circular)
    sends = sends_of(campaign)
    chosen = request.GET.get("send", "")
    send = next((one for one in sends if not chosen or str(one.entry.seq) == chosen), None)
    if chosen and not send:
        raise Http404
    missed = unreached(send.entry.seq) if send else None
    nobody = unstaffed(campaign, on=clock.today())
    page = {
        "circular": campaign,
        "sends": sends,
        "chosen": send,
        "missed": missed[:CALLS] if missed else [],
        "missed_count": missed.count() if missed else 0,
        "nobody": nobody[:CALLS],
        "nobody_count": nobody.count(),
        "mail": settings.MAIL,
        "under_way": not chosen and any(one.is_under_way for one in sends),
    }
    response = render(request, "asks/reached.html", page)
    if page["under_way"]:
        response["Refresh"] = REFRESH
    return response
