"""The way of a draft: put forward, checked and passed, sent back, given up."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.commands.cancel_draft import cancel_draft
from wian.letters.commands.pass_draft import pass_draft
from wian.letters.commands.put_forward import put_forward
from wian.letters.commands.return_draft import return_draft
from wian.letters.forms.check import PassForm, ReasonForm, RemarkForm, RevisionForm
from wian.letters.models import Draft
from wian.letters.queries.doubts import doubts_of
from wian.letters.queries.drafts import draft_read, draft_written, is_alone
from wian.letters.refusals import MayNotCheck
from wian.letters.rules import may_check, may_write
from wian.letters.states import FROM, DraftState
from wian.letters.views.drafts import pages_of


@require_http_methods(["GET", "POST"])
def put_forward_page(request: Request, draft: int) -> HttpResponse:
    """What a colleague would ask, then one button: have it checked."""
    found = draft_written(draft, request.actor)
    form = RevisionForm(request.POST or None, initial={"seen": found.revision})
    return _step(
        request,
        found,
        form,
        lambda: put_forward(found, revision=form.cleaned_data["seen"], by=request.actor, at=clock.now()),
        to=DraftState.CHECKING,
        said=_("Put forward. Your colleagues are told."),
        template="letters/put_forward.html",
    )


@require_http_methods(["GET", "POST"])
def check_page(request: Request, draft: int) -> HttpResponse:
    """Read the pages, and pass them on to who signs."""
    found = draft_written(draft, request.actor)
    if found.state == DraftState.CHECKING and not may_check(
        request.actor, found, alone=is_alone(found, on=clock.today())
    ):
        raise MayNotCheck(user=request.actor.title)
    form = PassForm(request.POST or None, initial={"seen": found.revision})
    return _step(
        request,
        found,
        form,
        lambda: pass_draft(
            found,
            remark=form.cleaned_data["remark"],
            revision=form.cleaned_data["seen"],
            by=request.actor,
            at=clock.now(),
        ),
        to=DraftState.PASSED,
        said=_("Passed on to be signed."),
        template="letters/check.html",
    )


@require_http_methods(["GET", "POST"])
def return_page(request: Request, draft: int) -> HttpResponse:
    """Send the draft back, and say what is to be changed."""
    found = draft_read(draft, request.actor)
    form = RemarkForm(request.POST or None)
    return _step(
        request,
        found,
        form,
        lambda: return_draft(found, remark=form.cleaned_data["remark"], by=request.actor, at=clock.now()),
        to=DraftState.DRAFTING,
        said=_("Sent back with your remark."),
        heading=_("Send the draft back?"),
        what_will_happen=_(
            "The unit changes it and puts it forward again. What was passed so far has to be passed again."
        ),
        action=_("Send back"),
    )


@require_http_methods(["GET", "POST"])
def cancel_page(request: Request, draft: int) -> HttpResponse:
    """Give the draft up, and say why."""
    found = draft_written(draft, request.actor)
    form = ReasonForm(request.POST or None)
    return _step(
        request,
        found,
        form,
        lambda: cancel_draft(found, reason=form.cleaned_data["reason"], by=request.actor, at=clock.now()),
        to=DraftState.CANCELLED,
        said=_("Given up. It stays in the list, with the reason."),
        heading=_("Give this draft up?"),
        what_will_happen=_("It can be read later, but not taken up again."),
        action=_("Give it up"),
        danger=True,
    )


def _step(
    request: Request,
    draft: Draft,
    form: ActForm,
    command: Callable[[], object],
    *,
    to: DraftState,
    said: str,
    template: str = "kit/confirm.html",
    **page: Any,
) -> HttpResponse:
    """The page of one move of a draft; where it cannot be made, the draft as it stands. Who is to sign sees no more of what went back."""
    url = reverse("letters:draft", args=[draft.pk])
    after = url if may_write(request.actor, draft.unit) else reverse("letters:drafts")
    if request.method == "GET" and draft.state not in FROM[to]:
        return redirect(url)
    done = act_on(request, form, command, to=after, said=said)
    if done:
        return done
    if template != "kit/confirm.html":
        page |= {"doubts": doubts_of(draft), **pages_of(draft)}
    page |= {"form": form, "draft": draft, "cancel_url": url, "facts": [(_("Draft"), draft)]}
    return render(request, template, page, status=409 if form.refused else 200)
