import re

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wian.circulars.queries import circulars_read_by, letter_of, paragraphs_of, recipients_answered_by
from wian.circulars.queries.sending import number_of, sendings_read_by
from wian.files.queries import ending_of, opened
from wian.kit.downloads import download
from wian.kit.forms import ActForm
from wian.kit.request import Request

SPAN = re.compile(r"(\d{1,7})-(\d{1,7})")


@require_safe
def letter(request: Request, circular: int) -> HttpResponse:
    """The letter as it was read, whom to call about it, and for a unit that it was sent to how it stands there.

    `?mark=120-245` points at its code points from 120 up to 245.
    """
    sent = letter_of(circular, request.actor)
    span = SPAN.fullmatch(request.GET.get("mark", ""))
    mine = recipients_answered_by(request.actor).filter(circular=sent).first()
    page = {
        "circular": sent,
        "paragraphs": paragraphs_of(sent.letter.text, *map(int, span.groups() if span else ())),
        "follows": circulars_read_by(request.actor).filter(pk=sent.pk).exists(),
        "sees_units": sendings_read_by(request.actor).filter(pk=sent.pk).exists(),
        "mine": mine,
        "number": number_of(mine) if mine else "",
        "once": ActForm(auto_id=False),
    }
    return render(request, "circulars/letter.html", page)


@require_safe
def original(request: Request, circular: int) -> FileResponse:
    """The bytes that came in, to file away."""
    filed = letter_of(circular, request.actor).letter
    name = f"{filed.number}.{ending_of(filed.source)}" if filed.number else filed.source.name
    return download(opened(filed.source), name=name, type_=filed.source.type)
