from dataclasses import dataclass
from typing import Any

from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.models import Obligation
from wian.asks.refusals import AnswerClosed
from wian.circulars.queries import recipient_owned
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.submit import digest_of
from wian.responses.forms import ROWS_AT_MOST, ToldForm, ToldNil, name_rows
from wian.responses.queries import Part, answer_of
from wian.responses.refusals import NothingCollected

# Rows for names that are offered at first; "more rows" offers all that fit.
ROWS = 10


@dataclass(frozen=True, slots=True)
class Section:
    """One ask on the page: the names already in, rows for those still to come, or why there is nothing."""

    part: Part
    rows: "BaseFormSet[Any]"
    nothing: ToldNil
    more: bool

    @property
    def is_valid(self) -> bool:
        return self.rows.is_valid() and self.nothing.is_valid()

    @property
    def told(self) -> Told:
        names = [row.name for row in self.rows if row.has_changed()]
        return Told(names=names, nothing=self.nothing.cleaned_data["nothing"])


@require_http_methods(["GET", "POST"])
def on_behalf(request: Request, recipient: int) -> HttpResponse:
    """Write down a unit's answer that came by telephone, LINE or paper."""
    addressed = recipient_owned(recipient, request.actor)
    at = clock.now()
    seen = digest_of(addressed)  # before the page is read: what comes in between is refused, not sent unseen
    answer = answer_of(addressed, at=at)
    if not answer.answerable:
        raise NothingCollected
    if request.method == "GET" and not answer.is_open:
        raise AnswerClosed(unit=addressed.unit)
    sections = [_section(part, request) for part in answer.answerable]
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
    valid = [form.is_valid(), *(section.is_valid for section in sections)]  # each tells what it lacks
    if all(valid):
        answers: dict[Obligation, Told] = {section.part.obligation: section.told for section in sections}
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
        "everything": [form, *(part for section in sections for part in (section.rows, section.nothing))],
        "sections": sections,
        "recipient": addressed,
        "cancel_url": matrix,
    }
    return done or render(request, "responses/on_behalf.html", page, status=409 if form.refused else 200)


def _section(part: Part, request: Request) -> Section:
    owed = part.obligation
    places = ROWS_AT_MOST if owed.max is None else owed.max - owed.taken
    offered = min(places, ROWS_AT_MOST if "more" in request.GET else ROWS)
    prefix, data = f"ask{owed.ask_id}", request.POST or None
    rows = name_rows(offered)(data, prefix=prefix)
    return Section(part, rows, ToldNil(data, prefix=prefix), more=min(places, ROWS_AT_MOST) > offered)
