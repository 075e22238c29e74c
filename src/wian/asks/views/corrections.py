from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from wian.asks.corrections.changes import CHOSEN
from wian.asks.corrections.fields import AskFields, LetterFields
from wian.asks.models import Ask, Correction
from wian.asks.queries.drafts import corrections_of
from wian.asks.unit_choices import NEW, OUT
from wian.directory.models import Unit
from wian.kit.request import Request
from wian.kit.templatetags.kit import thai_date
from wian.letters.models import Letter

PAGE = 100
WHAT_BECOMES = {NEW: gettext_lazy("a new unit"), OUT: gettext_lazy("left out")}
ASK_LABELS = {name: field.label for name, field in AskFields.base_fields.items()}
LABELS = {
    **{name: field.label for name, field in LetterFields.base_fields.items()},
    "unit": gettext_lazy("Unit"),
    CHOSEN: gettext_lazy("Which unit is meant"),
    "checked": gettext_lazy("Ticked off"),
    "title": gettext_lazy("Title of the matter"),
}


@require_safe
def corrections_page(request: Request, read_in: int) -> HttpResponse:
    """What the reader had read of a letter and what its owner made of it, the latest first."""
    draft = corrections_of(read_in, request.actor)
    rows = Correction.objects.filter(read_in=draft).order_by("-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    units = _units_in(page)
    shown = {"draft": draft, "page": page, "rows": [_row(one, units) for one in page]}
    return render(request, "asks/corrections.html", shown)


def _units_in(rows: Iterable[Correction]) -> dict[str, str]:
    """The units that were chosen for names, by their ids as they were recorded."""
    chosen = {
        text.rpartition(" = ")[2] for one in rows if one.fact == CHOSEN for text in (one.before, one.after)
    }
    ids = [int(text) for text in chosen if text.isdecimal()]
    return {str(unit.pk): unit.name for unit in Unit.objects.filter(pk__in=ids)} if ids else {}


def _row(one: Correction, units: Mapping[str, str]) -> dict[str, Any]:
    before, after = (
        _chosen(text, units) if one.fact == CHOSEN else _in_words(one.fact, text)
        for text in (one.before, one.after)
    )
    return {"at": one.at, "by": one.by, "called": _called(one.fact), "before": before, "after": after}


def _called(fact: str) -> str:
    """What a fact is called on the page: “Letter number”, “Ask 2: Due on”."""
    row, name = _parted(fact)
    if not row:
        return str(LABELS.get(name, name))
    label = gettext_lazy("Place in the letter") if name == "span" else ASK_LABELS.get(name, name)
    return _("Ask %(number)s: %(field)s") % {"number": int(row.removeprefix("ask")) + 1, "field": label}


def _chosen(text: str, units: Mapping[str, str]) -> str:
    name, _equals, choice = text.rpartition(" = ")
    return f"{name} = {WHAT_BECOMES.get(choice) or units.get(choice, choice)}" if name else text


def _in_words(fact: str, text: str) -> str:
    """Dates, choices and ticks as the page shows them; anything else as it stands."""
    row, name = _parted(fact)
    if name in {"date", "day"}:
        return _date_in_words(text)
    if text == "yes":
        return _("yes")
    if name == "time":
        return text.replace(":", ".")
    if name != "kind":
        return text
    return str(dict(Ask.Kind.choices).get(text, text)) if row else str(Letter.Kind.of(text).label)


def _parted(fact: str) -> tuple[str, str]:
    row, dash, name = fact.partition("-")
    return (row, name) if dash and row.startswith("ask") else ("", fact)


def _date_in_words(text: str) -> str:
    try:
        return thai_date(date.fromisoformat(text))
    except ValueError:  # typed, and nobody could understand it
        return text
