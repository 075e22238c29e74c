from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from wian.circulars.queries import circular_called, circulars_read_by, recipients_answered_by
from wian.kit.request import Request


@require_safe
def by_code(request: Request, code: str) -> HttpResponse:
    """From the QR on a letter to the own unit's answer, for who follows the letter to how it stands.

    For everybody else, and for a code that nobody knows, the same page: it says nothing of any letter.
    """
    circular = circular_called(code)
    if circular:
        mine = recipients_answered_by(request.actor).filter(circular=circular).first()
        if mine:
            return redirect("responses:answer", mine.pk)
        if circulars_read_by(request.actor).filter(pk=circular.pk).exists():
            return redirect("asks:matrix", circular.pk)
    others = [
        office
        for office in request.offices
        if circular and recipients_answered_by(office).filter(circular=circular).exists()
    ]
    return render(request, "responses/by_code.html", {"code": code, "others": others}, status=404)
