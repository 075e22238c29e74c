from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from wian.kit.middleware import LANGUAGE_COOKIE, THEME_COOKIE

YEAR = 365 * 24 * 60 * 60
CHOICES = {"language": (LANGUAGE_COOKIE, {"th", "en"}), "theme": (THEME_COOKIE, {"light", "dark"})}


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language or theme in a cookie and go back to the page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    for field, (cookie, allowed) in CHOICES.items():
        if (value := request.POST.get(field)) in allowed:
            response.set_cookie(cookie, value, max_age=YEAR, samesite="Lax", httponly=True)
    return response
