import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from saraban.dates import BUDDHIST_OFFSET
from saraban.typesetting.registers import register_pdf
from wian.directory.models import Unit
from wian.files.commands.keep import PDF
from wian.files.queries import ending_of, opened
from wian.kit import clock
from wian.kit.downloads import download
from wian.kit.forms import ActForm
from wian.kit.request import Request
from wian.kit.sheets import xlsx
from wian.kit.templatetags.kit import date_time, digits
from wian.letters import sheet
from wian.letters.forms.register import LookForm
from wian.letters.models import Series
from wian.letters.queries.registers import (
    incoming_read,
    received_by,
    sent_by,
    unit_registered,
    units_registered,
    years_of,
)
from wian.letters.rules import may_number, may_write

PAGE = 100


@require_safe
def register(request: Request) -> HttpResponseBase:
    """A unit's register of letters received (form 13), the latest first."""
    words, _kind, unit, year = _look(request)
    rows = received_by(unit, year=year, words=words)
    title = _("Register of letters received")
    if form := request.GET.get("as"):
        return _file(form, title, unit, year, sheet.received_header(), sheet.received_rows(rows))
    return _page(request, "letters/register.html", rows, unit, year)


@require_safe
def register_out(request: Request) -> HttpResponseBase:
    """A unit's register of letters sent (form 14), the latest first; reserved and cancelled numbers among them."""
    words, kind, unit, year = _look(request)
    rows = sent_by(unit, year=year, kind=kind, words=words)
    title = _("Register of letters sent")
    if form := request.GET.get("as"):
        return _file(form, title, unit, year, sheet.sent_header(), sheet.sent_rows(rows))
    return _page(request, "letters/register_out.html", rows, unit, year)


@require_safe
def incoming_file(request: Request, incoming: int) -> FileResponse:
    """The copy of a letter received that the unit put on file."""
    row = incoming_read(incoming, request.actor)
    if row.file is None:
        raise Http404
    name = f"{row.letter.number or row.letter.subject}.{ending_of(row.file)}"
    return download(opened(row.file), name=name, type_=row.file.type)


def _look(request: Request) -> tuple[str, str, Unit, int]:
    """The words and the series that are looked for, whose register, of which year (CE). Raises Http404 for a register that may not be read."""
    asked, year = request.GET.get("unit", ""), request.GET.get("year", "")
    unit = unit_registered(request.actor, int(asked) if asked.isdecimal() else None)
    kind = request.GET.get("kind", "")
    return (
        request.GET.get("words", "").replace("\0", "").strip()[:100],
        kind if kind in Series.Kind else "",
        unit,
        int(year) if re.fullmatch("[12]\\d{3}", year) else clock.today().year,
    )


def _form(request: Request, unit: Unit, units: Sequence[Unit], year: int) -> LookForm:
    form = LookForm({**request.GET.dict(), "year": year, "unit": unit.pk})
    form.fields["year"].choices = [(one, digits(one + BUDDHIST_OFFSET)) for one in years_of(unit)]  # type: ignore[attr-defined]
    form.fields["unit"].choices = [(one.pk, one.name) for one in units]  # type: ignore[attr-defined]
    return form


def _page(request: Request, template: str, rows: QuerySet[Any], unit: Unit, year: int) -> HttpResponse:
    units = list(units_registered(request.actor))
    page = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "unit": unit,
        "year": year,
        "look": _form(request, unit, units, year),
        "units": units,
        "numbers": may_number(request.actor, unit),
        "once": ActForm(),
        "writes": may_write(request.actor, unit),
    }
    return render(request, template, page)


def _file(
    form: str, title: str, unit: Unit, year: int, header: Sequence[str], rows: Iterable[Sequence[str]]
) -> HttpResponseBase:
    lines = [
        title,
        unit.name,
        f"{_('Calendar year')} {digits(year + BUDDHIST_OFFSET)} · {date_time(clock.now())}",
    ]
    name = f"register-{unit.pk}-{year}"
    if form == "pdf":
        made = register_pdf(lines, header, rows)
        return download(BytesIO(made), name=f"{name}.pdf", type_=PDF)
    return xlsx(lines, header, rows, name=name)
