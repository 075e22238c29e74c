from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.queries import obligation_sent
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.accept import accept
from wian.responses.forms.review import AcceptForm
from wian.responses.views.review import onward, review_page


@require_http_methods(["GET", "POST"])
def accept_answer(request: Request, obligation: int) -> HttpResponse:
    """Accept an answer as complete, and go on to the next. Refused, it comes back with the reason."""
    owed = obligation_sent(obligation, request.actor)
    if request.method == "GET":  # after signing in again
        return redirect("responses:review", owed.pk)
    form = AcceptForm(request.POST)
    done = act_on(
        request,
        form,
        lambda: accept(owed, seen=form.cleaned_data["seen"], by=request.actor, at=clock.now()),
        to=lambda _none: onward(owed),
        said=_("The answer of %(unit)s is complete.") % {"unit": owed.recipient.unit},
    )
    return done or review_page(request, owed, form)
