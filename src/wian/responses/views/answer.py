from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.circulars.queries import recipient_answered
from wian.directory.queries import heads_of, staff_of
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.request import Request
from wian.responses.commands.submit import digest_of
from wian.responses.forms import NameForm
from wian.responses.queries import answer_of
from wian.responses.rules import may_sign


@require_safe
def answer(request: Request, recipient: int) -> HttpResponse:
    """The unit's one page for a letter: what is asked, what is in, what is missing, and how to sign and send it."""
    return answer_page(request, recipient_answered(recipient, request.actor))


def answer_page(
    request: Request, recipient: Recipient, typed: NameForm | None = None, owed: Obligation | None = None
) -> HttpResponse:
    """The page; with the form that could not be acted on, and the obligation it was typed for."""
    at = clock.now()
    on = clock.day_of(at)
    seen = digest_of(
        recipient
    )  # before the page is read: what comes in between is refused, not signed unseen
    found = answer_of(recipient, at=at)
    signer = next((office for office in request.offices if may_sign(office, recipient)), None)

    def form_of(obligation: Obligation) -> NameForm:
        if typed and owed and owed.pk == obligation.pk:
            return typed
        return NameForm(auto_id=f"ask{obligation.pk}_%s")

    page = {
        "answer": found,
        "recipient": recipient,
        "parts": [(part, form_of(part.obligation)) for part in found.answerable],
        "typed": typed,
        "once": ActForm(auto_id=False),
        "seen": seen,
        "signer": signer,
        "is_sole": staff_of(recipient.unit_id, on=on) == 1,
        "heads": heads_of(recipient.unit_id, on=on),
        "sign_url": request.build_absolute_uri("sign-off/") if typed is None else "",
    }
    status = 200 if typed is None else 409 if typed.refused else 422
    return render(request, "responses/answer.html", page, status=status)
