from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.models import Ask
from wian.asks.queries import obligation_answered
from wian.kit import clock
from wian.kit.request import Request
from wian.responses.commands.acknowledge import acknowledge
from wian.responses.views.answer import card_of
from wian.responses.views.taps import tapped


@require_http_methods(["GET", "POST"])
def acknowledge_letter(request: Request, obligation: int) -> HttpResponse:
    """One tap: we have taken note."""
    owed = obligation_answered(obligation, request.actor, Ask.Kind.ACKNOWLEDGE)
    return tapped(
        request,
        lambda: acknowledge(owed, by=request.actor, at=clock.now()),
        to=card_of(owed),
        said=_("Noted; the owner of the matter can see it."),
    )
