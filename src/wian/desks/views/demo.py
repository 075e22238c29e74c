"""Only on a demo site: the four doors with one-click sign-in, and a clock that can be moved on."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db.models import F
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from wian.accounts.queries import account_called, offices_called
from wian.desks.story import DOORS, OTHERS
from wian.kit import clock
from wian.kit.actor import Actor
from wian.kit.models import DemoClock
from wian.kit.request import Request

BACKEND = "wian.accounts.sessions.Backend"


@login_not_required
@require_safe
def doors(request: Request) -> HttpResponse:
    """Choose whom to be."""
    _require_demo()
    on = clock.today()

    def people(parts: tuple[str, ...]) -> list[tuple[str, Actor]]:
        offices = ((part, offices_called(part, on=on)) for part in parts)
        return [(part, held[0]) for part, held in offices if held]

    page = {"doors": people(DOORS), "others": people(OTHERS)}
    return render(request, "desks/doors.html", page)


@login_not_required
@require_POST
def enter(request: Request) -> HttpResponse:
    """Sign in with one click as somebody of the story, and as nobody else."""
    _require_demo()
    part = request.POST.get("as", "")
    if part not in (*DOORS, *OTHERS):
        raise Http404
    login(request, account_called(part), backend=BACKEND)
    return redirect("desks:mine")


@login_not_required
@require_POST
def tomorrow(request: Request) -> HttpResponse:
    """Move the demo's clock on by a day."""
    _require_demo()
    DemoClock.objects.update(days=F("days") + 1)
    back = request.POST.get("next", "/")
    return HttpResponseRedirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "/")


def _require_demo() -> None:
    if not DemoClock.row():
        raise Http404
