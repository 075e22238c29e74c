from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wian.kit import clock
from wian.kit.request import Request
from wian.outbox.mail import text_of
from wian.outbox.models import Message
from wian.outbox.queries import (
    FILTERS,
    Words,
    messages_shown,
    progress,
    sendable,
    standings,
    with_units,
)
from wian.outbox.rules import may_see_messages

PAGE = 50
# Seconds after which the browser asks again, while messages are under way.
REFRESH = 3


@require_safe
def messages_page(request: Request) -> HttpResponse:
    """How many e-mails are in which state and why, and those that did not go out."""
    door(request)
    at = clock.now()
    show = chosen(request)
    how_far = progress(at=at)
    page = {
        "standings": standings(),
        "filters": FILTERS,
        "show": show,
        "page": Paginator(messages_shown(show, at=at), PAGE).get_page(request.GET.get("page")),
        "progress": how_far,
        "mail": settings.MAIL,
    }
    response = render(request, "outbox/messages.html", page)
    if how_far.goes_on:
        response["Refresh"] = str(REFRESH)
    return response


@require_safe
def message_page(request: Request, message: int) -> HttpResponse:
    """One e-mail: its words, and how it fares."""
    door(request)
    found = get_object_or_404(with_units(Message.objects.all()), pk=message)
    words = Words(found.subject, found.body) if found.subject else text_of(found)
    again = settings.MAIL and sendable(Message.objects.filter(pk=found.pk), at=clock.now()).exists()
    page = {"message": found, "words": words, "may_send_again": again, "mail": settings.MAIL}
    return render(request, "outbox/message.html", page)


def door(request: Request) -> None:
    if not may_see_messages(request.actor):
        raise Http404


def chosen(request: Request) -> str:
    """The filter (a code of FILTERS)."""
    show = request.GET.get("show", "")
    return show if show in FILTERS else "stuck"
