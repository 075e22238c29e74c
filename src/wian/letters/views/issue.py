from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from saraban.paper import paper_of, signature_of
from wian.files.commands.take_in import take_in
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.commands.attach_scan import attach_scan
from wian.letters.commands.issue import issue
from wian.letters.commands.put_out import subject_of
from wian.letters.commands.sign_on_paper import sign_on_paper
from wian.letters.forms.sign import NumberForm, PaperForm
from wian.letters.models import Draft, Issue
from wian.letters.queries.drafts import draft_written
from wian.letters.queries.issued import digest_of, draft_to_number, emblem_missing, reserved_for, series_of
from wian.letters.states import DraftState


@require_http_methods(["GET", "POST"])
def sign_on_paper_page(request: Request, draft: int) -> HttpResponse:
    """Record who signed the printed paper, in which capacity, on which day."""
    found = draft_written(draft, request.actor)
    if request.method == "GET" and found.state != DraftState.PASSED:
        return where_it_stands(found)
    paper = paper_of(found.content)
    form = PaperForm(
        request.POST or None,
        initial={
            "name": paper.signatory.name,
            "position": " ".join(signature_of(paper.signatory)[1:]),
            "on": clock.today(),
            "seen": digest_of(found),
        },
    )
    done = act_on(
        request,
        form,
        lambda: sign_on_paper(
            found,
            name=form.cleaned_data["name"],
            position=form.cleaned_data["position"],
            on=form.cleaned_data["on"],
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=clock.now(),
        ),
        to=reverse("letters:issue", args=[found.pk]),
        said=_("The signature on paper has been recorded. Now the letter gets its number."),
    )
    if form.refused:
        form.refresh(digest_of(found))
    page = {
        "name": subject_of(paper),
        "draft": found,
        "form": form,
        "cancel_url": reverse("letters:draft", args=[found.pk]),
    }
    return done or render(request, "letters/sign_on_paper.html", page, status=409 if form.refused else 200)


@require_http_methods(["GET", "POST"])
def issue_page(request: Request, draft: int) -> HttpResponse:
    """Give a letter that was signed on paper its number and date."""
    found = draft_to_number(draft, request.actor)
    if request.method == "GET" and found.state != DraftState.SIGNED:
        return where_it_stands(found)
    form = NumberForm(request.POST or None, request.FILES or None, reserved=reserved_for(found))
    done = act_on(
        request,
        form,
        partial(_issue, request, form, found),
        to=lambda issued: reverse("letters:issued", args=[issued.pk]),
        said=_("The letter has its number and date."),
    )
    page = {
        "name": subject_of(paper_of(found.content)),
        "draft": found,
        "form": form,
        "numbered": series_of(found) is not None,
        "missing": emblem_missing(found),
        "cancel_url": reverse("letters:draft", args=[found.pk]),
    }
    return done or render(request, "letters/issue.html", page, status=409 if form.refused else 200)


def _issue(request: Request, form: NumberForm, draft: Draft) -> Issue:
    at = clock.now()
    on = form.cleaned_data["on"] or clock.today()
    issued = issue(draft, on=on, reserved=form.reserved, by=request.actor, at=at)
    if scan := form.cleaned_data["scan"]:
        attach_scan(issued, take_in([scan])[0].file, by=request.actor, at=at)
    return issued


def where_it_stands(draft: Draft) -> HttpResponse:
    """To the letter that it has become, or to the draft."""
    if draft.letter_id:
        return redirect("letters:issued", draft.letter_id)
    return redirect("letters:draft", draft.pk)
