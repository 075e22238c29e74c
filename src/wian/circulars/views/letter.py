from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.circulars.queries import letter_of
from wian.files.queries import bytes_of
from wian.kit.request import Request


@require_safe
def letter(request: Request, circular: int) -> HttpResponse:
    """The letter as it was read, and whom to call about it."""
    return render(request, "circulars/letter.html", {"circular": letter_of(circular, request.actor)})


@require_safe
def original(request: Request, circular: int) -> HttpResponse:
    """The bytes that came in, to file away."""
    source = letter_of(circular, request.actor).letter.source
    # Always an attachment: what was uploaded is never shown as a page of this site.
    disposition = {"Content-Disposition": f'attachment; filename="{source.sha256[:12]}.txt"'}
    return HttpResponse(bytes_of(source), content_type=source.type, headers=disposition)
