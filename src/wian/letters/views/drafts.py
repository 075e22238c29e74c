from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from saraban.paper import lines_of
from saraban.typesetting import pdf_of
from wian.files.commands.keep import PDF
from wian.kit import clock
from wian.kit.downloads import download
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.commands.present import present
from wian.letters.models import Draft
from wian.letters.queries.drafts import (
    OPEN,
    READY,
    draft_read,
    draft_written,
    drafts_of,
    given_back,
    is_alone,
    waiting_for,
)
from wian.letters.queries.issued import emblem_of
from wian.letters.queries.papers import paper_of_draft
from wian.letters.queries.sheets import sheets_of
from wian.letters.rules import SIGNERS, WRITERS, may_check, may_number, may_return, may_sign, may_write
from wian.letters.states import FROM, DraftState

# In the address of the list: everything, what is issued or given up too.
ALL = "all"


@require_safe
def drafts(request: Request) -> HttpResponse:
    """What waits for the actor's signature, and the drafts of the unit."""
    if not request.actor.is_any(*WRITERS, *SIGNERS):
        raise Http404
    rows = drafts_of(request.actor)
    everything = ALL in request.GET
    if not everything:
        rows = rows.filter(state__in=OPEN)
    page = {
        "waiting": waiting_for(request.actor),
        "page": Paginator(rows, 30).get_page(request.GET.get("page")),
        "everything": everything,
        "writes": request.actor.is_any(*WRITERS),
    }
    return render(request, "letters/drafts.html", page)


@require_safe
def draft_page(request: Request, draft: int) -> HttpResponse:
    """A draft as it stands: its pages, who read it, and what can be done now."""
    found = draft_read(draft, request.actor)
    actor = request.actor
    writes = may_write(actor, found.unit)
    state = DraftState(found.state)
    page = {
        "draft": found,
        "writes": writes,
        "may_check": state == DraftState.CHECKING
        and may_check(actor, found, alone=is_alone(found, on=clock.today())),
        "may_sign": state == DraftState.PASSED and may_sign(actor, found),
        "may_number": state == DraftState.SIGNED and may_number(actor, found.unit),
        "once": ActForm(),
        "may_return": may_return(actor, found),
        "may_cancel": writes and state in FROM[DraftState.CANCELLED],
        "given_back": given_back(found),
        "checks": found.checks.order_by("pk"),
        "cover_memos": found.cover_memos.exclude(state=DraftState.CANCELLED).order_by("pk"),
        **pages_of(found),
    }
    return render(request, "letters/draft.html", page)


@require_safe
def print_pdf(request: Request, draft: int) -> HttpResponseBase:
    """The paper without number and date, to be signed by hand once it was passed; until then without the codes of what will be issued."""
    found = draft_written(draft, request.actor)
    site = settings.ADDRESS if found.state in READY else ""
    pdf = pdf_of(paper_of_draft(found, site=site), emblem=emblem_of(found.unit))
    return download(BytesIO(pdf), name=f"{found}.pdf", type_=PDF)


@require_http_methods(["GET", "POST"])
def present_page(request: Request, draft: int) -> HttpResponse:
    """One button: a cover memo in front of the draft, and on to writing it."""
    found = draft_written(draft, request.actor)
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: present(found, by=request.actor, at=clock.now()),
        to=lambda memo: reverse("letters:compose", args=[memo.pk]),
        said=_("The cover memo is there. Complete it, then put it forward."),
    )
    page = {
        "form": form,
        "heading": _("Put a cover memo in front of this draft?"),
        "what_will_happen": _(
            "It is addressed to who signs: what came before, the facts, what to consider, the proposal."
        ),
        "facts": [(_("Draft"), found)],
        "action": _("Begin the cover memo"),
        "cancel_url": reverse("letters:draft", args=[found.pk]),
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)


def pages_of(draft: Draft) -> dict[str, Any]:
    """The draft's pages as pictures, and their words."""
    paper = paper_of_draft(draft, site=settings.ADDRESS)
    return {"sheets": sheets_of(paper, emblem=emblem_of(draft.unit)), "words": lines_of(paper)}
