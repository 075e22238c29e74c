from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from saraban.people import Pasted, find_people
from wian.asks.models import Ask, Obligation
from wian.asks.queries import obligation_answered
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.kit.templatetags.kit import digits
from wian.responses.commands.nominate import Name, nominate_all
from wian.responses.forms.names import ROWS_AT_MOST
from wian.responses.forms.paste import PasteForm, named_again, person_rows
from wian.responses.queries import names_of
from wian.responses.views.answer import card_of


@require_http_methods(["GET", "POST"])
def paste_names(request: Request, obligation: int) -> HttpResponse:
    """Split a pasted list into rows; then name those that are confirmed, all in one act."""
    owed = obligation_answered(obligation, request.actor, Ask.Kind.NOMINATE)
    form = PasteForm(request.POST or None)
    found = find_people(form.cleaned_data["text"]) if form.is_valid() else None
    if not found or not found.people:
        if found:
            form.add_error(
                "text", _("No name was found here. Write one person a line, with the title in front.")
            )
        return _page(request, owed, form)
    return _confirm(request, owed, form, found)


def _confirm(request: Request, owed: Obligation, form: PasteForm, found: Pasted) -> HttpResponse:
    people = found.people[:ROWS_AT_MOST]
    places = None if owed.max is None else max(owed.max - owed.taken, 0)
    again = list(named_again(people, names_of(owed).values_list("person_key", flat=True)))
    data = request.POST if "row-TOTAL_FORMS" in request.POST else None
    rows = person_rows(people, data, again=again, places=places)
    if data and rows.is_valid():
        names = [row.name for row in rows if row.cleaned_data["chosen"]]
        if not names:
            form.add_error(None, _("Choose at least one person."))
        elif done := _add(request, owed, form, names):
            return done
    page = {
        "rows": rows,
        "people": list(zip(rows, people, again, strict=False)),
        "places": places,
        "is_too_many": places is not None and len(people) > places,
        "leftovers": [*(person.source for person in found.people[ROWS_AT_MOST:]), *found.leftovers],
        "dropped_ids": found.dropped_ids,
    }
    return _page(request, owed, form, **page)


def _add(request: Request, owed: Obligation, form: PasteForm, names: list[Name]) -> HttpResponse | None:
    added = ngettext(
        "%(count)s person has been added: %(names)s.",
        "%(count)s people have been added: %(names)s.",
        len(names),
    )
    return act_on(
        request,
        form,
        lambda: nominate_all(owed, names, by=request.actor, at=clock.now()),
        to=card_of(owed),
        said=added % {"count": digits(len(names)), "names": ", ".join(name.full for name in names)},
    )


def _page(request: Request, owed: Obligation, form: PasteForm, **found: Any) -> HttpResponse:
    page = {"form": form, "obligation": owed, "cancel_url": card_of(owed), **found}
    is_wrong = form.errors or any(found["rows"].errors if found else ())
    return render(
        request, "responses/paste.html", page, status=409 if form.refused else 422 if is_wrong else 200
    )
