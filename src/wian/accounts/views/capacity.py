from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from wian.accounts.middleware import CAPACITY
from wian.kit.request import Request


@require_http_methods(["GET", "POST"])
def capacity(request: Request) -> HttpResponse:
    """Choose the office in which to act, for those who hold more than one."""
    if request.method == "POST":
        request.session[CAPACITY] = request.POST.get("capacity", "")
        return redirect("desks:mine")
    return render(request, "accounts/capacity.html", {"offices": request.offices})
