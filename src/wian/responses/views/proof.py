from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wian.kit.request import Request
from wian.kit.templatetags.kit import clock_time, digits, thai_date
from wian.responses.models import Submission
from wian.responses.queries.proof import is_of, proof_called


@login_not_required
@never_cache
@require_safe
def proof(request: Request, code: str) -> HttpResponse:
    """That an answer arrived, and when, for everybody who has its code; for its own people also a line to forward."""
    found = proof_called(code)
    submission = found.submission
    address = request.build_absolute_uri(reverse("responses:proof", args=[submission.code]))
    mine = request.user.is_authenticated and is_of(request.actor, submission)
    page = {
        "proof": found,
        "submission": submission,
        "recipient": submission.recipient,
        "address": address,
        "mine": mine,
        "line": line_of(submission, address) if mine and found.stands else "",
    }
    return render(request, "responses/proof.html", page)


@translation.override("th")
def line_of(submission: Submission, address: str) -> str:
    """What whoever sent it forwards, Thai whatever the screen's language: when, whose, for which letter, and where the proof is."""
    letter = submission.recipient.circular.letter
    cited = (
        _("letter no. %s") % digits(letter.number) if letter.number else _("letter on %s") % letter.subject
    )
    sent = _("Sent, no. %(code)s, %(date)s at %(time)s · %(unit)s · %(letter)s") % {
        "code": submission.code,
        "date": thai_date(submission.at),
        "time": clock_time(submission.at),
        "unit": submission.recipient.unit.name,
        "letter": cited,
    }
    return f"{sent}\n{address}"
