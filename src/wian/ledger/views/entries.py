from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.kit import ref
from wian.kit.request import Request
from wian.ledger.models import Entry

PAGE = 50
# The directory, which names the roles, is upstairs.
AUDITOR = "auditor"


@require_safe
def entries(request: Request) -> HttpResponse:
    """What happened on this site, the latest first, for the auditor."""
    if not request.actor.is_any(AUDITOR):
        raise Http404
    page = Paginator(Entry.objects.order_by("-seq"), PAGE).get_page(request.GET.get("page"))
    faces = ref.faces(entry.about_ref for entry in page)
    rows = [(entry, faces.get(entry.about_ref)) for entry in page]
    return render(request, "ledger/entries.html", {"page": page, "rows": rows})
