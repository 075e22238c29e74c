from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.directory.models import STAFF
from wian.kit.request import Request
from wian.letters.queries import register_of

PAGE = 100


@require_safe
def register(request: Request) -> HttpResponse:
    """The unit's register of letters received (form 13), the latest first."""
    if not request.actor.is_any(*STAFF):
        raise Http404
    page = Paginator(register_of(request.actor), PAGE).get_page(request.GET.get("page"))
    return render(request, "letters/register.html", {"page": page})
