from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.exempt import end_exemption, exempt
from wian.asks.forms import ExemptForm
from wian.asks.models import Exemption, Obligation
from wian.asks.queries import obligation_owned
from wian.asks.refusals import NotInThatState
from wian.asks.rules import may_be_exempted
from wian.asks.states import ObligationState
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request


@require_http_methods(["GET", "POST"])
def exempt_page(request: Request, obligation: int) -> HttpResponse:
    """Exempt a unit from what it has not sent to an ask, and say why."""
    owed = obligation_owned(obligation, request.actor)
    if request.method == "GET" and not may_be_exempted(owed):
        raise _refusal(owed)
    form = ExemptForm(request.POST or None)
    back = _row(owed) if owed.sent is None else reverse("responses:review", args=[owed.pk])
    done = act_on(
        request,
        form,
        lambda: exempt(owed, reason=form.cleaned_data["reason"], by=request.actor, at=clock.now()),
        to=back,
        said=_("%(unit)s has been exempted, and sees the reason.") % {"unit": owed.recipient.unit},
    )
    page = {"form": form, "obligation": owed, "cancel_url": back}
    return done or render(request, "asks/exempt.html", page, status=409 if form.refused else 200)


@require_http_methods(["GET", "POST"])
def end_exemption_page(request: Request, obligation: int) -> HttpResponse:
    """Ask an exempted unit after all."""
    owed = obligation_owned(obligation, request.actor)
    if request.method == "GET" and owed.state != ObligationState.EXEMPT:
        raise _refusal(owed)
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: end_exemption(owed, by=request.actor, at=clock.now()),
        to=_row(owed),
        said=_("%(unit)s is asked again.") % {"unit": owed.recipient.unit},
    )
    exemption = Exemption.objects.filter(obligation=owed, ended_at=None).last()
    page = {
        "form": form,
        "heading": _("Ask this unit after all?"),
        "what_will_happen": _("It goes on with what it had in. The date stays as it is."),
        "facts": [
            (_("Unit"), owed.recipient.unit),
            (owed.ask.get_kind_display(), owed.ask.what),
            (_("Exempted because"), exemption or "–"),
        ],
        "action": _("Ask the unit again"),
        "cancel_url": _row(owed),
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)


def _refusal(owed: Obligation) -> NotInThatState:
    return NotInThatState(unit=owed.recipient.unit, state=owed.get_state_display())


def _row(owed: Obligation) -> str:
    """The unit's row in the matrix."""
    return f"{reverse('asks:matrix', args=[owed.ask.circular_id])}#unit-{owed.recipient_id}"
