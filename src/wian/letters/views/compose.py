from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from saraban.paper import KINDS, lines_of
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.commands.begin_draft import begin_draft
from wian.letters.commands.save_draft import save_draft
from wian.letters.forms.compose import ComposeForm, taking_theirs
from wian.letters.forms.kinds import WHEN, BeginForm
from wian.letters.models import Draft
from wian.letters.queries.drafts import draft_written, given_back, signers_of, unit_written, wordings_of
from wian.letters.queries.issued import emblem_of
from wian.letters.queries.papers import beginning, paper_of_draft, with_codes
from wian.letters.queries.sheets import sheets_of
from wian.letters.states import DraftState

# Buttons of the page beside “save”: put the chosen wording into the text, see the pages, go on to have it checked.
INSERT, LOOK, FORWARD = "insert", "look", "forward"


@require_http_methods(["GET", "POST"])
def begin(request: Request) -> HttpResponse:
    """Choose what to write; each kind says when it is used."""
    unit = unit_written(request.actor)
    form = BeginForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: begin_draft(
            unit, beginning(form.cleaned_data["kind"], unit), by=request.actor, at=clock.now()
        ),
        to=lambda draft: reverse("letters:compose", args=[draft.pk]),
        said=_("Begun. Nobody outside of your unit sees it before it is passed."),
    )
    kinds = [(kind, name, KINDS[kind], when) for kind, (name, when) in WHEN.items()]
    page = {"form": form, "kinds": kinds, "cancel_url": reverse("letters:drafts")}
    return done or render(request, "letters/begin.html", page, status=409 if form.refused else 200)


@require_http_methods(["GET", "POST"])
def compose(request: Request, draft: int) -> HttpResponse:
    """Write a paper: save it, see its pages, go on to have it checked. Nothing typed is lost."""
    found = draft_written(draft, request.actor)
    if request.method == "GET" and found.state != DraftState.DRAFTING:
        return redirect("letters:draft", found.pk)
    if INSERT in request.POST:
        form = _form(request, found, _inserted(request))
        return _page(request, form)
    form = _form(request, found, taking_theirs(request.POST, found) if request.POST else None)
    done = act_on(
        request,
        form,
        lambda: save_draft(
            found,
            form.paper,
            signer=form.signer_post,
            circular=bool(form.cleaned_data.get("circular")),
            revision=form.cleaned_data["revision"],
            by=request.actor,
            at=clock.now(),
        ),
        to=_next(request, found),
        said=_("Saved."),
    )
    if form.refused:
        found.refresh_from_db()
        form.compare(found)
    return done or _page(request, form)


@require_POST
def preview(request: Request, draft: int) -> HttpResponse:
    """The pages of what is typed, without saving it: the page's script asks for them after a pause."""
    found = draft_written(draft, request.actor)
    form = _form(request, found, request.POST)
    page: dict[str, Any] = {"form": form}
    if form.is_valid():
        page |= _sheets(found, form)
    return render(request, "letters/parts/preview.html", page)


def _form(request: Request, draft: Draft, data: QueryDict | None) -> ComposeForm:
    signers = signers_of(draft.unit, on=clock.today())
    return ComposeForm(data, draft=draft, signers=signers, wordings=wordings_of(request.actor))


def _page(request: Request, form: ComposeForm) -> HttpResponse:
    draft = form.draft
    shown = _sheets(draft) if LOOK in request.GET and not form.is_bound else {}
    page = {"form": form, "draft": draft, "given_back": given_back(draft), "look": LOOK, **shown}
    return render(request, "letters/compose.html", page, status=409 if form.refused else 200)


def _sheets(draft: Draft, form: ComposeForm | None = None) -> dict[str, Any]:
    site = settings.ADDRESS
    paper = with_codes(form.paper, draft, site=site) if form else paper_of_draft(draft, site=site)
    return {"sheets": sheets_of(paper, emblem=emblem_of(draft.unit)), "words": lines_of(paper)}


def _inserted(request: Request) -> QueryDict:
    """What was posted, with the chosen wording behind the text."""
    data = request.POST.copy()
    typed = str(data.pop("wording", [""])[-1])
    wording = wordings_of(request.actor).filter(pk=typed).first() if typed.isdecimal() else None
    if wording:
        data["body"] = f"{data.get('body', '').rstrip()}\n{wording.text}".lstrip("\n")
        messages.info(
            request, _("“%(name)s” stands at the end of the text now. Not saved yet.") % {"name": wording}
        )
    return data


def _next(request: Request, draft: Draft) -> str:
    if FORWARD in request.POST:
        return reverse("letters:put_forward", args=[draft.pk])
    url = reverse("letters:compose", args=[draft.pk])
    return f"{url}?{LOOK}=1#pages" if LOOK in request.POST else url
