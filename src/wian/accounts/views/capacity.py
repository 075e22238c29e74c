from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from wian.kit.request import CAPACITY, Request


@require_http_methods(["GET", "POST"])
def capacity(request: Request) -> HttpResponse:
    """Choose the office in which to act, for those who hold more than one; then on to `next`, if there is one."""
    if request.method == "POST":
        request.session[CAPACITY] = request.POST.get("capacity", "")
        back = request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(back, {request.get_host()}):
            return HttpResponseRedirect(back)
        return redirect("desks:mine")
    return render(request, "accounts/capacity.html", {"offices": request.offices})
