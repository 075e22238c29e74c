import re

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.circulars.queries import circulars_read_by, letter_of, paragraphs_of
from wian.files.queries import ending_of, opened
from wian.kit.downloads import download
from wian.kit.request import Request

SPAN = re.compile(r"(\d{1,7})-(\d{1,7})")


@require_safe
def letter(request: Request, circular: int) -> HttpResponse:
    """The letter as it was read, and whom to call about it. `?mark=120-245` points at its code points from 120 up to 245."""
    sent = letter_of(circular, request.actor)
    span = SPAN.fullmatch(request.GET.get("mark", ""))
    page = {
        "circular": sent,
        "paragraphs": paragraphs_of(sent.letter.text, *map(int, span.groups() if span else ())),
        "follows": circulars_read_by(request.actor).filter(pk=sent.pk).exists(),
    }
    return render(request, "circulars/letter.html", page)


@require_safe
def original(request: Request, circular: int) -> FileResponse:
    """The bytes that came in, to file away."""
    filed = letter_of(circular, request.actor).letter
    name = f"{filed.number}.{ending_of(filed.source)}" if filed.number else filed.source.name
    return download(opened(filed.source), name=name, type_=filed.source.type)
