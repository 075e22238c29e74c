from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wian.asks.models import Obligation
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.kit.templatetags.kit import clock_time, digits
from wian.responses.forms.answer import FilesForm
from wian.responses.views.answer import Entry, answer_page, card_of


def put_in(
    request: Request,
    owed: Obligation,
    form: Entry | FilesForm,
    command: Callable[[datetime], object],
    *,
    what: Callable[[], str],
) -> HttpResponse:
    """Put into one ask what was typed or chosen there. Refused, it comes back in its place on the answer page."""
    if request.method == "GET":  # after signing in again, or changing the language
        return redirect(card_of(owed))
    at = clock.now()

    def said() -> str:
        return _("%(what)s has been added. Saved %(time)s") % {
            "what": what(),
            "time": digits(clock_time(at)),
        }

    done = act_on(request, form, lambda: command(at), to=card_of(owed), said=said)
    return done or answer_page(request, owed.recipient_id, form, owed)
