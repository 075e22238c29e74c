from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.close import close, reopen
from wian.asks.models import Ask
from wian.asks.queries import ask_owned, dates_of
from wian.asks.refusals import ClosedBefore
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.kit.templatetags.kit import digits, weekday_date


@require_http_methods(["GET", "POST"])
def close_page(request: Request, ask: int) -> HttpResponse:
    """Take no more answers to an ask, after one look at how many are missing."""
    asked = ask_owned(ask, request.actor)
    if request.method == "GET" and asked.closed_at:
        raise ClosedBefore(ask=asked.what)
    words = {
        "heading": _("Take no more answers?"),
        "what_will_happen": _("Units can neither send nor change anything for it. What was sent stands."),
        "action": _("Close"),
    }
    return _page(request, asked, close, words, said=_("Closed: no more answers are taken."))


@require_http_methods(["GET", "POST"])
def reopen_page(request: Request, ask: int) -> HttpResponse:
    """Take answers to an ask again."""
    asked = ask_owned(ask, request.actor)
    if request.method == "GET" and not asked.closed_at:
        raise ClosedBefore(ask=asked.what)
    words = {
        "heading": _("Take answers again?"),
        "what_will_happen": _("Units can send again. The date stays as it is; move it on if it has passed."),
        "action": _("Open again"),
    }
    return _page(request, asked, reopen, words, said=_("Open again: answers are taken."))


def _page(
    request: Request, ask: Ask, command: Callable[..., None], words: dict[str, Any], *, said: str
) -> HttpResponse:
    form = ActForm(request.POST or None)
    matrix = reverse("asks:matrix", args=[ask.circular_id])
    done = act_on(request, form, lambda: command(ask, by=request.actor, at=clock.now()), to=matrix, said=said)
    stands = next(one for one in dates_of(ask.circular) if one.ask == ask)
    page = {
        **words,
        "form": form,
        "facts": [
            (ask.get_kind_display(), ask.what),
            (_("Due"), weekday_date(stands.last) or _("no deadline")),
            (_("Units that have not submitted"), digits(stands.waiting)),
        ],
        "cancel_url": matrix,
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
