from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.queries import obligation_sent
from wian.directory.queries import whom_to_call
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.accept import accept
from wian.responses.queries import answer_of


@require_http_methods(["GET", "POST"])
def accept_answer(request: Request, obligation: int) -> HttpResponse:
    """Look at a unit's answer, and accept it as complete."""
    owed = obligation_sent(obligation, request.actor)
    back = f"{reverse('asks:matrix', args=[owed.ask.circular_id])}?show=submitted"
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: accept(owed, by=request.actor, at=clock.now()),
        to=back,
        said=_("The answer of %(unit)s is complete.") % {"unit": owed.recipient.unit},
    )
    answer = answer_of(owed.recipient, at=clock.now())
    part = next(part for part in answer.parts if part.obligation.pk == owed.pk)
    unit = owed.recipient.unit_id
    call = whom_to_call([unit], on=clock.today()).get(unit)
    page = {"form": form, "answer": answer, "part": part, "call": call, "cancel_url": back}
    return done or render(request, "responses/accept.html", page, status=409 if form.refused else 200)
