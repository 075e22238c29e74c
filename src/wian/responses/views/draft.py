import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.forms import BoundField
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligation_answered
from wian.initiatives.queries import issues_of
from wian.kit import clock, logs
from wian.kit.posting import KEPT
from wian.kit.refusal import Refusal
from wian.kit.request import Request
from wian.kit.templatetags.kit import Problem, date_time
from wian.responses.commands.save_draft import save_draft
from wian.responses.drafting import DraftedForm, choice_of, saved, take_up, typed_in
from wian.responses.forms.answer import WHAT_TO_WRITE, TextForm
from wian.responses.forms.names import NameForm
from wian.responses.forms.projects import ProjectForm
from wian.responses.models import Draft, Proposal
from wian.responses.queries import item_answered
from wian.responses.views.answer import card_of

JSON = "application/json"


@require_http_methods(["GET", "POST"])
def draft(request: Request, obligation: int, form: str) -> HttpResponse:
    """Keep what is typed, complete or not. The page's script is answered in JSON; without it this is a form like any other."""
    at = clock.now()
    owed = obligation_answered(obligation, request.actor)
    drafted, back = _form(request, owed, form)
    typed = typed_in(request.POST, drafted.drafted_fields)
    is_kept = KEPT in request.POST
    others: Mapping[str, Draft] = {}
    refusal = None
    if typed and not is_kept:
        try:
            others = save_draft(owed, form, typed, by=request.actor, at=at).conflicts
        except Refusal as refused:
            logs.refused(request, refused)
            refusal = refused
    take_up([(owed, drafted)])
    when = saved(drafted.drafts.values(), by=request.actor, at=at)
    if request.get_preferred_type(["text/html", JSON]) == JSON:
        return _json(drafted, when, refusal)
    if request.method == "GET":  # after signing in again, or changing the language
        return redirect(back)
    if is_kept:
        drafted.posted = request.POST.dict()
        messages.info(request, _("This is what you typed. Nothing has been saved or sent yet."))
    elif not others and not refusal:
        messages.success(request, when or _("There is nothing new to save."))
        return redirect(back)
    drafted.initial.update({name: one.text for name, one in typed.items()})
    fields = [Field(drafted[name], others.get(name)) for name in drafted.drafted_fields]
    page = {
        "form": drafted,
        "fields": fields,
        "problems": [_told(refusal)] if refusal else [field.problem for field in fields if field.other],
        "refused": refusal,
        "obligation": owed,
        "cancel_url": back,
    }
    return render(request, "responses/draft.html", page, status=200 if is_kept else 409)


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it was typed, and what somebody else has saved in it meanwhile."""

    bound: BoundField
    other: Draft | None

    @property
    def text(self) -> str:
        """The other text as people read it: a choice by its label."""
        text = self.other.text if self.other else ""
        labels: dict[object, object] = dict(flatten_choices(getattr(self.bound.field, "choices", ())))
        return next((str(label) for value, label in labels.items() if str(value) == text), text)

    @property
    def choice(self) -> str:
        return choice_of(self.bound.name)

    @property
    def problem(self) -> Problem:
        message = _("A colleague has written something else here. Both texts stand below.")
        return Problem(message, anchor=self.bound.id_for_label, label=str(self.bound.label))


def _told(refusal: Refusal) -> Problem:
    return Problem(refusal.message, refusal.what_now, refusal.code)


def _form(request: Request, owed: Obligation, name: str) -> tuple[DraftedForm, str]:
    """The form of that name, and where it stands. Raises Http404 when the ask has no such form."""
    kind = owed.ask.kind
    back = card_of(owed)
    form: DraftedForm
    if kind == Ask.Kind.NOMINATE:
        form = NameForm()
    elif kind == Ask.Kind.PROPOSE:
        project = None
        if number := re.fullmatch(r"project-(\d{1,18})", name):
            project = item_answered(Proposal, int(number[1]), request.actor)
            back = reverse("responses:correct_project", args=[project.pk])
        form = ProjectForm(issues=list(issues_of(owed.recipient.circular.initiative)), proposal=project)
        if project and project.response_id != owed.pk:
            raise Http404
    elif kind in WHAT_TO_WRITE:
        form = TextForm(kind=kind)
    else:
        raise Http404
    if form.draft_name != name:
        raise Http404
    return form, back


def _json(form: DraftedForm, when: str, refusal: Refusal | None) -> JsonResponse:
    """How the drafts stand now, by field."""
    said = {
        "saved": when,
        "drafts": {
            name: {
                "text": draft.text,
                "version": draft.version,
                "who": draft.saved_by,
                "when": date_time(draft.saved_at),
            }
            for name, draft in form.drafts.items()
        },
        "done": form.done,
        "refused": f"{refusal.message} {refusal.what_now}" if refusal else "",
    }
    return JsonResponse(said, status=409 if refusal else 200)
