from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.kit.request import Request
from wian.ledger.models import Entry
from wian.ledger.outside import last_seal
from wian.ledger.queries import rows_of

PAGE = 50
# The directory, which names the roles, is upstairs.
AUDITOR = "auditor"


@require_safe
def entries(request: Request) -> HttpResponse:
    """What happened on this site, the latest first, for the auditor. `?entry=12` opens the page with that entry."""
    if not request.actor.is_any(AUDITOR):
        raise Http404
    newest_first = Paginator(Entry.objects.order_by("-seq"), PAGE)
    wanted = request.GET.get("entry", "")
    after = Entry.objects.filter(seq__gt=wanted).count() if wanted.isdecimal() else 0
    page = newest_first.get_page(request.GET.get("page", after // PAGE + 1))
    shown = {"page": page, "rows": rows_of(page), "seal": last_seal()}
    return render(request, "ledger/entries.html", shown)
