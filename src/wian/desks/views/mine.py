from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from wian.desks.queries import desk_of
from wian.kit import clock
from wian.kit.models import DemoClock
from wian.kit.request import Request
from wian.letters.queries import SIGNERS, WRITERS


@login_not_required
@require_safe
def mine(request: Request) -> HttpResponse:
    """ "My work". A visitor is led to the sign-in, or to the four doors of a demo."""
    if not request.user.is_authenticated:
        return redirect("desks:doors" if DemoClock.row() else "account_login")
    at = clock.now()
    desk = desk_of(request.actor, at=at, offices=request.offices)
    who = {"writes": request.actor.is_any(*WRITERS), "signs": request.actor.is_any(*SIGNERS)}
    return render(request, "desks/mine.html", {"desk": desk, **who})
