from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BaseFormSet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.models import Ask, Obligation
from wian.asks.refusals import AnswerClosed
from wian.circulars.queries import recipient_owned
from wian.initiatives.queries import issues_of
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.submit import digest_of
from wian.responses.forms.names import ROWS_AT_MOST, name_rows
from wian.responses.forms.told import PROJECTS_AT_MOST, ToldForm, ToldPart, project_rows
from wian.responses.queries import Part, answer_of

# Rows that are offered at first; "more rows" offers all that fit.
NAMES, PROJECTS = 10, 2


@dataclass(frozen=True, slots=True)
class Section:
    """One ask on the page: what is in already, and fields for what the unit tells."""

    part: Part
    rows: "BaseFormSet[Any] | None"
    told: ToldPart
    more: bool

    @property
    def forms(self) -> "list[BaseForm | BaseFormSet[Any]]":
        return [self.told] if self.rows is None else [self.rows, self.told]

    @property
    def answer(self) -> Told:
        filled = [row for row in self.rows or () if row.has_changed()]
        is_people = self.part.obligation.ask.kind == Ask.Kind.NOMINATE
        return Told(
            names=[row.name for row in filled] if is_people else (),
            projects=() if is_people else [row.project for row in filled],
            **self.told.cleaned_data,
        )


@require_http_methods(["GET", "POST"])
def on_behalf(request: Request, recipient: int) -> HttpResponse:
    """Write down a unit's answer that came by telephone, LINE or paper."""
    addressed = recipient_owned(recipient, request.actor)
    at = clock.now()
    seen = digest_of(addressed)  # before the page is read: what comes in between is refused, not sent unseen
    answer = answer_of(addressed, at=at)
    if request.method == "GET" and not answer.is_open:
        raise AnswerClosed(unit=addressed.unit)
    sections = [_section(part, request) for part in answer.parts if part.is_open or _is_posted(part, request)]
    form = ToldForm(
        request.POST or None,
        initial={
            "day": clock.day_of(at),
            "time": at.astimezone(clock.BANGKOK).time(),
            "seen": seen,
        },
    )
    matrix = f"{reverse('asks:matrix', args=[addressed.circular_id])}#unit-{addressed.pk}"
    done = None
    everything = [form, *(each for section in sections for each in section.forms)]
    valid = [each.is_valid() for each in everything]  # each tells what it lacks
    if all(valid):
        answers: dict[Obligation, Told] = {section.part.obligation: section.answer for section in sections}
        done = act_on(
            request,
            form,
            lambda: record_on_behalf(
                addressed,
                answers,
                channel=form.cleaned_data["channel"],
                informant=form.cleaned_data["informant"],
                told_at=form.told_at,
                seen=form.cleaned_data["seen"],
                by=request.actor,
                at=at,
            ),
            to=matrix,
            said=_("Recorded on behalf of %(unit)s, who will be asked to confirm it.")
            % {"unit": addressed.unit},
        )
    if form.refused:
        form.refresh(seen)
    page = {
        "form": form,
        "everything": everything,
        "sections": sections,
        "recipient": addressed,
        "framework": issues_of(addressed.circular.initiative),
        "cancel_url": matrix,
    }
    return done or render(request, "responses/on_behalf.html", page, status=409 if form.refused else 200)


def _prefix(part: Part) -> str:
    return f"ask{part.obligation.ask_id}"


def _is_posted(part: Part, request: Request) -> bool:
    """Was the ask open when the page was opened, and is something typed there that must not be lost?"""
    return any(name.startswith(f"{_prefix(part)}-") for name in request.POST)


def _section(part: Part, request: Request) -> Section:
    owed, prefix, data = part.obligation, _prefix(part), request.POST or None
    told = ToldPart(data, prefix=prefix, part=part)
    if not owed.ask.is_counted:
        return Section(part, None, told, more=False)
    at_first, at_most = (
        (NAMES, ROWS_AT_MOST) if owed.ask.kind == Ask.Kind.NOMINATE else (PROJECTS, PROJECTS_AT_MOST)
    )
    places = at_most if owed.max is None else min(max(owed.max - owed.taken, 0), at_most)
    offered = places if "more" in request.GET else min(places, at_first)
    if owed.ask.kind == Ask.Kind.NOMINATE:
        rows = name_rows(offered)(data, prefix=prefix)
    else:
        framework = list(issues_of(owed.recipient.circular.initiative))
        rows = project_rows(offered)(data, prefix=prefix, form_kwargs={"issues": framework})
    return Section(part, rows, told, more=places > offered)
