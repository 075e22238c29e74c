from typing import Any

from django.http import HttpRequest

from wian.kit import clock
from wian.kit.middleware import THEME_COOKIE


def page(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page needs: who is here, the look, and whether this is a demo."""
    return {
        "actor": getattr(request, "actor", None),
        "theme": "dark" if request.COOKIES.get(THEME_COOKIE) == "dark" else "light",
        "demo": clock.is_demo(),
        "now": clock.now(),
    }
