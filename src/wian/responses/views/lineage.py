from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.kit.request import Request
from wian.responses.queries.lineage import item_read, lineage


@require_safe
def name_lineage(request: Request, nomination: int) -> HttpResponse:
    """From a name back to the sentence of the letter that asked for it."""
    return _page(request, "nomination", nomination)


@require_safe
def project_lineage(request: Request, proposal: int) -> HttpResponse:
    """From a project back to the sentence of the letter that asked for it."""
    return _page(request, "proposal", proposal)


def _page(request: Request, kind: str, number: int) -> HttpResponse:
    item = item_read(kind, number, request.actor)
    page = {"item": item, "owed": item.response.obligation, "lineage": lineage(kind, item)}
    return render(request, "responses/lineage.html", page)
