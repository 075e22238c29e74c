from io import BytesIO

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from saraban.egif import xml_of
from wian.circulars.commands.take_in_exchange import XML, take_in_exchange
from wian.circulars.forms import ExchangeForm
from wian.circulars.queries.exchange import exchange_for, is_exchanged
from wian.directory.models import Unit
from wian.kit import clock
from wian.kit.downloads import download
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.queries import may_number
from wian.letters.queries.issued import issue_kept


@require_safe
def exchange(request: Request, letter: int) -> FileResponse:
    """An issued letter as a file of the TH e-GIF exchange, for an agency outside."""
    issue = issue_kept(letter, request.actor)
    if not is_exchanged(issue):
        raise Http404
    data = xml_of(exchange_for(issue))
    return download(BytesIO(data), name=f"{issue.letter.number}.xml", type_=XML)


@require_http_methods(["GET", "POST"])
def exchange_in_page(request: Request) -> HttpResponse:
    """Take in a letter that another agency sent as a file of the exchange: onto file, and into the unit's register."""
    unit = get_object_or_404(Unit, pk=request.actor.unit or 0)
    if not may_number(request.actor, unit):
        raise Http404
    form = ExchangeForm(request.POST or None, request.FILES or None)
    done = act_on(
        request,
        form,
        lambda: take_in_exchange(form.letter(), unit=unit, by=request.actor, at=clock.now()),
        to=reverse("letters:register"),
        said=_("The letter is on file, and in the register of letters received."),
    )
    return done or render(
        request, "circulars/exchange_in.html", {"form": form}, status=409 if form.refused else 200
    )
