from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wian.files.commands.take_in import take_in
from wian.files.models import File
from wian.files.queries import opened
from wian.kit import clock
from wian.kit.downloads import download
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.letters.commands.attach_scan import attach_scan
from wian.letters.commands.supersede import supersede
from wian.letters.forms.issued import ScanForm, SupersedeForm
from wian.letters.models import Issue
from wian.letters.queries.issued import files_of, issue_kept, issue_read, replacements_for
from wian.letters.queries.registers import is_back_dated
from wian.letters.rules import may_write


@require_safe
def issued(request: Request, letter: int) -> HttpResponse:
    """An issued letter: its facts, its files, and what may be done with it now."""
    return _page(request, issue_read(letter, request.actor), ScanForm())


@require_safe
def issued_file(request: Request, letter: int, which: str) -> FileResponse:
    """A file of an issued letter, by its name among `files_of`."""
    found = issue_read(letter, request.actor)
    file: File | None = files_of(found).get(which)
    if file is None:
        raise Http404
    name = f"{found.letter.number} {file.name}".strip()
    return download(opened(file), name=name, type_=file.type)


@require_http_methods(["GET", "POST"])
def attach_scan_page(request: Request, letter: int) -> HttpResponse:
    """Put the scan of the signed paper on file."""
    found = issue_kept(letter, request.actor)
    back = reverse("letters:issued", args=[found.pk])
    if request.method == "GET":
        return redirect(back)
    form = ScanForm(request.POST, request.FILES)
    done = act_on(
        request,
        form,
        lambda: attach_scan(
            found, take_in([form.cleaned_data["scan"]])[0].file, by=request.actor, at=clock.now()
        ),
        to=back,
        said=_("The scan is on file."),
    )
    return done or _page(request, found, form, status=409 if form.refused else 422)


@require_http_methods(["GET", "POST"])
def supersede_page(request: Request, letter: int) -> HttpResponse:
    """Declare that the letter no longer holds: which one replaces it, or why it is cancelled."""
    found = issue_kept(letter, request.actor)
    back = reverse("letters:issued", args=[found.pk])
    if request.method == "GET" and found.superseded_at:
        return redirect(back)
    form = SupersedeForm(request.POST or None, replacements=replacements_for(found))
    done = act_on(
        request,
        form,
        lambda: supersede(
            found,
            by_letter=form.other,
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=clock.now(),
        ),
        to=back,
        said=_("From now on the verification page says that this letter no longer holds."),
    )
    page = {"issue": found, "form": form, "danger": True, "cancel_url": back}
    return done or render(request, "letters/supersede.html", page, status=409 if form.refused else 200)


def _page(request: Request, issue: Issue, form: ScanForm, status: int = 200) -> HttpResponse:
    draft, entry = issue.letter.draft, getattr(issue.letter, "entry", None)
    page = {
        "issue": issue,
        "letter": issue.letter,
        "signature": draft.signature,
        "files": files_of(issue),
        "entry": entry,
        "back_dated": entry and is_back_dated(entry),
        "form": form,
        "writes": may_write(request.actor, issue.unit),
        "verify_url": request.build_absolute_uri(reverse("letters:verify", args=[draft.code])),
    }
    return render(request, "letters/issued.html", page, status=status)
