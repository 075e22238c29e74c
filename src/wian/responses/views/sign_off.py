from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.circulars.models import Recipient
from wian.circulars.queries import recipient_answered
from wian.initiatives.queries import issues_of
from wian.kit import clock
from wian.kit.actor import Actor
from wian.kit.forms import SeenForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.sign_off import sign_off, sign_on_paper
from wian.responses.commands.submit import digest_of
from wian.responses.forms.sign import PaperForm, SignForm
from wian.responses.queries import answer_of, left_in_forms
from wian.responses.refusals import NotTheHead
from wian.responses.rules import may_sign


@require_http_methods(["GET", "POST"])
def sign_off_answer(request: Request, recipient: int) -> HttpResponse:
    """Sign on one screen: the subject, the names, in which capacity. Whoever may not sign is told so."""
    addressed = recipient_answered(recipient, request.actor)
    offices = [office for office in request.offices if may_sign(office, addressed)]
    if not offices:
        raise NotTheHead(title=request.actor.title, unit=addressed.unit)
    form = SignForm(request.POST or None, offices=offices, initial={"seen": digest_of(addressed)})
    done = act_on(
        request,
        form,
        lambda: sign_off(addressed, seen=form.cleaned_data["seen"], by=form.signer, at=clock.now()),
        to=reverse("responses:answer", args=[addressed.pk]),
        said=_("Signed and submitted."),
    )
    signer = offices[0] if len(offices) == 1 else None
    return done or _page(request, addressed, form, "responses/sign_off.html", signer)


@require_http_methods(["GET", "POST"])
def sign_on_paper_answer(request: Request, recipient: int) -> HttpResponse:
    """Record that the answer was signed on paper, and submit it."""
    addressed = recipient_answered(recipient, request.actor)
    form = PaperForm(request.POST or None, initial={"on": clock.today(), "seen": digest_of(addressed)})
    done = act_on(
        request,
        form,
        lambda: sign_on_paper(
            addressed,
            name=form.cleaned_data["name"],
            capacity=form.cleaned_data["capacity"],
            on=form.cleaned_data["on"],
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=clock.now(),
        ),
        to=reverse("responses:answer", args=[addressed.pk]),
        said=_("The signature on paper has been recorded, and the answer submitted."),
    )
    return done or _page(request, addressed, form, "responses/sign_on_paper.html")


def _page(
    request: Request, recipient: Recipient, form: SeenForm, template: str, signer: Actor | None = None
) -> HttpResponse:
    if form.refused:
        form.refresh(digest_of(recipient))
    back = reverse("responses:answer", args=[recipient.pk])
    answer = answer_of(recipient, at=clock.now())
    if request.method == "GET" and not answer.ready:
        return redirect(back)
    page = {
        "form": form,
        "recipient": recipient,
        "answer": answer,
        "framework": issues_of(recipient.circular.initiative),
        "signer": signer,
        "left": left_in_forms(recipient),
        "cancel_url": back,
    }
    return render(request, template, page, status=409 if form.refused else 200)
