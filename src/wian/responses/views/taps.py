from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect

from wian.kit.posting import tap
from wian.kit.refusal import Text
from wian.kit.request import Request


def tapped(request: Request, command: Callable[[], object], *, to: str, said: Text) -> HttpResponse:
    """One button of the answer page. Whoever comes with GET, after signing in again, is led back to it."""
    if request.method == "GET":
        return redirect(to)
    return tap(request, command, to=to, said=said)
