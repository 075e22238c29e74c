from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from saraban.reading.pdf import source_in
from wian.kit.request import Request
from wian.letters.forms.verify import VerifyForm
from wian.letters.models import Issue
from wian.letters.queries.issued import issue_by_code, issue_by_sha256


@login_not_required
@never_cache
@require_safe
def verify(request: Request, code: str) -> HttpResponse:
    """What the QR on a paper leads to, for everyone: that it was issued, by whom, how signed, and whether it still holds."""
    issue = issue_by_code(code)
    page = {"issue": issue, "form": VerifyForm()}
    return render(request, "letters/verify.html", page, status=200 if issue else 404)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def verify_file(request: Request) -> HttpResponse:
    """Hold a file against what was issued here, for everyone: the same bytes, changed since, or unknown. Nothing is kept."""
    form = VerifyForm(request.POST, request.FILES) if request.method == "POST" else VerifyForm()
    if not form.is_valid():
        return render(request, "letters/verify_file.html", {"form": form})
    data = form.cleaned_data["file"].read()
    issue = issue_by_sha256(sha256(data).hexdigest())
    source = None if issue else _claimed_by(data)
    page = {"form": VerifyForm(), "held": True, "issue": issue, "claimed": source}
    return render(request, "letters/verify_file.html", page)


def _claimed_by(data: bytes) -> Issue | None:
    """The letter that a file says it is, by the code in the source that is attached to it; it is opened in a process of its own."""
    source = source_in(data)
    return issue_by_code(source.verify_url.rstrip("/").rpartition("/")[2]) if source else None
