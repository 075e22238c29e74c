from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wian.accounts.middleware.browser import browser_of
from wian.accounts.middleware.kept import keep_and_sign_in, posted_form
from wian.accounts.queries import form_kept
from wian.accounts.rules import Posted
from wian.kit import clock, errors
from wian.kit.posting import KEPT
from wian.kit.request import Request


@never_cache
@require_safe
def kept(request: Request, form: UUID) -> HttpResponse:
    """What was typed before the session ended, for the same person in the same browser, and the way back to its form."""
    whose = browser_of(request)
    if not whose or whose.account != request.user.pk:
        raise Http404
    posted = form_kept(form, whose.account, key=whose.key, at=clock.now())
    return _page(request, posted, may_change_office=len(request.offices) > 1)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Somebody signed in in another tab since the page was opened: what was typed on it is not lost."""
    if not request.user.is_authenticated:
        return keep_and_sign_in(request) or errors.csrf_failure(request, reason)
    posted = posted_form(request)
    return _page(request, posted, status=403) if posted else errors.csrf_failure(request, reason)


def _page(
    request: HttpRequest, posted: Posted, *, may_change_office: bool = False, status: int = 200
) -> HttpResponse:
    page = {"posted": posted, "marker": KEPT, "may_change_office": may_change_office}
    return render(request, "accounts/kept.html", page, status=status)
