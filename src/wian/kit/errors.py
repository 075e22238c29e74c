"""Error pages in the look of the site, each saying what happened and what to do now."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from wian.kit.middleware import THEME_COOKIE


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return render(request, "kit/errors/413.html", status=413)
    return render(request, "kit/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "kit/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "kit/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without the context of other pages: what failed may be the database they read."""
    theme = "dark" if request.COOKIES.get(THEME_COOKIE) == "dark" else "light"
    return HttpResponse(render_to_string("kit/errors/500.html", {"theme": theme}), status=500)


def csrf_failure(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    return render(request, "kit/errors/csrf.html", status=403)
