"""A form that cannot be taken now is kept for whoever typed it; it never acts by itself."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wian.accounts.commands.keep_form import keep_form
from wian.accounts.middleware.browser import browser_of
from wian.accounts.models import Account, KeptForm
from wian.accounts.rules import Posted
from wian.kit import clock
from wian.kit.forms import CSRF, SECRETS
from wian.kit.posting import KEPT
from wian.kit.request import Request

Respond = Callable[[Request], HttpResponse]


class SignInFirst(LoginRequiredMiddleware):
    """Pages are for those who have signed in. What they post after their session ended is kept meanwhile.

    A script is not led to a page: it is told (401).
    """

    def handle_no_permission(  # type: ignore[override]  # Django's own only leads on
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponse:
        if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
            return HttpResponse(status=401)
        return keep_and_sign_in(request) or super().handle_no_permission(request, view_func)


def office_changed(get_response: Respond) -> Respond:
    """Another office chosen in another tab shuts this tab's page (404): what was typed there is kept too."""

    def respond(request: Request) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 404 or len(getattr(request, "offices", [])) < 2:
            return response
        kept = keep(request)
        return redirect("account_kept", kept.pk) if kept else response

    return respond


def keep_and_sign_in(request: HttpRequest) -> HttpResponseRedirect | None:
    """Keep what was posted and lead to the sign-in; None when there is nothing to keep, or nobody to keep it for."""
    kept = keep(request)
    if not kept:
        return None
    messages.info(
        request, _("You had been signed out. What you typed is kept: sign in, and it is here again.")
    )
    return redirect_to_login(reverse("account_kept", args=[kept.pk]))


def keep(request: HttpRequest) -> KeptForm | None:
    posted, whose = posted_form(request), browser_of(request)
    if not posted or not whose or request.user.pk not in {None, whose.account}:
        return None
    account = Account.objects.filter(pk=whose.account, is_active=True).first()
    return keep_form(posted, account, key=whose.key, at=clock.now()) if account else None


def posted_form(request: HttpRequest) -> Posted | None:
    """What a page of this site posted; None when nothing was typed into it, or it may hold a password.

    What a script posts is not taken for it: whoever sent that still has the page with its text before them.
    """
    page = request.resolver_match
    if request.method != "POST" or not page or not _from_here(request):
        return None
    if "text/html" not in request.headers.get("Accept", ""):
        return None
    if page.route.startswith("accounts/") or not getattr(page.func, "login_required", True):
        return None
    posted = Posted(
        path=request.get_full_path(),
        fields=[
            (name, value)
            for name, values in request.POST.lists()
            if name not in {CSRF, KEPT, *SECRETS}
            for value in values
        ],
        files=[file.name or "" for name in request.FILES for file in request.FILES.getlist(name)],
    )
    return posted if posted.typed or posted.files else None


def _from_here(request: HttpRequest) -> bool:
    sent_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    return f"{sent_from}/".startswith(f"{request.scheme}://{request.get_host()}/")
