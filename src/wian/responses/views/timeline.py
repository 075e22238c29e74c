from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wian.circulars.models import Recipient
from wian.circulars.queries import campaign_read, recipient_read, recipients_answered_by
from wian.kit.request import Request
from wian.responses.queries.timeline import answer_entries, letter_entries, moments_of, unit_entries

PAGE = 50


@require_safe
def letter_timeline(request: Request, circular: int) -> HttpResponse:
    """What happened to a letter, the latest first, for those who follow it. `?unit=12` leaves one recipient."""
    campaign = campaign_read(circular, request.actor)
    chosen = request.GET.get("unit", "")
    unit = None
    if chosen.isdecimal():
        recipients = Recipient.objects.filter(circular=campaign).select_related("unit")
        unit = get_object_or_404(recipients, pk=chosen)
    entries = unit_entries(unit) if unit else letter_entries(campaign)
    page = Paginator(entries.order_by("-seq"), PAGE).get_page(request.GET.get("page"))
    context = {"circular": campaign, "unit": unit, "page": page, "moments": moments_of(page, request.actor)}
    return render(request, "responses/timeline.html", context)


@require_safe
def timeline(request: Request, recipient: int) -> HttpResponse:
    """What happened to one unit's answer, the oldest first, for the unit and for those who follow the letter."""
    unit = recipient_read(recipient, request.actor)
    page = Paginator(answer_entries(unit), PAGE).get_page(request.GET.get("page"))
    context = {
        "circular": unit.circular,
        "recipient": unit,
        "answers": recipients_answered_by(request.actor).filter(pk=unit.pk).exists(),
        "page": page,
        "moments": moments_of(page, request.actor),
    }
    return render(request, "responses/timeline.html", context)
