from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from saraban.paper import lines_of
from wian.accounts.queries import is_password_of
from wian.files.commands.take_in import take_in_signature
from wian.kit import clock
from wian.kit.posting import KEPT, act_on
from wian.kit.request import Request
from wian.letters.commands.put_out import papers_of, rehearse, subject_of
from wian.letters.commands.sign import sign
from wian.letters.forms.sign import SignForm
from wian.letters.models import Draft, Issue
from wian.letters.queries.drafts import draft_signed_by
from wian.letters.queries.issued import certificate_of, digest_of, emblem_missing, emblem_of
from wian.letters.queries.sheets import sheets_of
from wian.letters.states import DraftState
from wian.letters.views.issue import where_it_stands


@require_http_methods(["GET", "POST"])
def sign_page(request: Request, draft: int) -> HttpResponse:
    """Sign on one screen: the letter as it will go out, who passed it, and the password again."""
    found = draft_signed_by(draft, request.actor)
    if request.method == "GET" and found.state != DraftState.PASSED:
        return where_it_stands(found)
    form = SignForm(
        request.POST or None,
        request.FILES or None,
        is_password=partial(is_password_of, request),
        certificate=certificate_of(found.unit),
        initial={"seen": digest_of(found)},
    )
    if request.method == "POST" and KEPT not in request.POST and form.is_valid():
        rehearse(found)
    done = act_on(
        request,
        form,
        partial(_sign, request, form, found),
        to=lambda issue: reverse("letters:issued", args=[issue.pk]),
        said=_("Signed. The letter has its number and date."),
    )
    if done:
        return done
    if form.refused:
        form.refresh(digest_of(found))
    original, _copy = papers_of(found, number="", on=None)
    page = {
        "draft": found,
        "name": subject_of(original),
        "sheets": sheets_of(original, emblem=emblem_of(found.unit)),
        "words": lines_of(original),
        "form": form,
        "checks": found.checks.filter(passed=True).order_by("pk"),
        "cover_memos": found.cover_memos.exclude(state=DraftState.CANCELLED),
        "missing": emblem_missing(found),
        "cancel_url": reverse("letters:draft", args=[found.pk]),
    }
    return render(request, "letters/sign.html", page, status=409 if form.refused else 200)


def _sign(request: Request, form: SignForm, draft: Draft) -> Issue:
    image = form.cleaned_data["image"]
    return sign(
        draft,
        seen=form.cleaned_data["seen"],
        image=take_in_signature(image).file if image else None,
        passphrase=form.cleaned_data.get("passphrase", ""),
        by=request.actor,
        at=clock.now(),
    )
