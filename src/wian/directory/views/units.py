from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.directory.models import Role
from wian.directory.queries import offices_in_units
from wian.kit import clock
from wian.kit.request import Request

PAGE = 50


@require_safe
def units(request: Request) -> HttpResponse:
    """Units with their posts, who holds them today, and what each may do. For administrator and auditor."""
    if not request.actor.is_any(Role.ADMINISTRATOR, Role.AUDITOR):
        raise Http404
    page = Paginator(offices_in_units(on=clock.today()), PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/units.html", {"page": page})
