"""Whose a browser is, also when their session has ended, and its key to the forms kept for them."""

from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

COOKIE = "wian_browser"
Respond = Callable[[HttpRequest], HttpResponse]


class Browser(NamedTuple):
    account: int
    key: str


def browser_of(request: HttpRequest) -> Browser | None:
    """None when nobody signed in here, or they signed out or closed the browser since."""
    account, _, key = (request.get_signed_cookie(COOKIE, default=None) or "").partition(".")
    return Browser(int(account), key) if key else None


def browser(get_response: Respond) -> Respond:
    """Give the browser of whoever signed in a key that only its cookie holds; take it away at sign-out."""

    def respond(request: HttpRequest) -> HttpResponse:
        was_in = request.user.is_authenticated
        response = get_response(request)
        known = browser_of(request)
        if not request.user.is_authenticated:
            if was_in:
                response.delete_cookie(COOKIE)
        elif not known or known.account != request.user.pk:
            value = f"{request.user.pk}.{get_random_string(32)}"
            secure = settings.SESSION_COOKIE_SECURE
            response.set_signed_cookie(COOKIE, value, httponly=True, samesite="Lax", secure=secure)
        return response

    return respond
