from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control

from wian.kit import clock, logs
from wian.kit.refusal import Refusal

LANGUAGE_COOKIE, THEME_COOKIE = "wian_language", "wian_theme"
Respond = Callable[[HttpRequest], HttpResponse]


def language(get_response: Respond) -> Respond:
    """Thai unless the cookie says English; what the browser prefers is ignored, since office PCs prefer English."""

    def respond(request: HttpRequest) -> HttpResponse:
        code = "en" if request.COOKIES.get(LANGUAGE_COOKIE) == "en" else "th"
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = get_response(request)
            response.headers.setdefault("Content-Language", code)
            return response

    return respond


def one_clock(get_response: Respond) -> Respond:
    """Read the demo's clock at most once a request."""

    def respond(request: HttpRequest) -> HttpResponse:
        with clock.read_once():
            return get_response(request)

    return respond


def private(get_response: Respond) -> Respond:
    """What is shown to somebody signed in is kept by no cache in between, and asked for again after signing out."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return respond


class Refusals:
    """A refusal that no form took up gets a page of its own: what happened, and what to do now."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        logs.refused(request, error)
        back = request.headers.get("Referer", "/")
        return render(request, "kit/refusal.html", {"refusal": error, "back": back}, status=409)
