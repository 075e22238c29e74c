from io import BytesIO

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from wian.circulars.queries import recipients_answered_by
from wian.kit import clock
from wian.kit.downloads import download
from wian.kit.request import Request
from wian.responses.queries.memo import memo_of
from wian.responses.queries.memo_paper import paper_of_memo
from wian.responses.queries.prints import TYPES, file_of
from wian.responses.views.memo import DRAFT, covered, sent_to_owner


@require_safe
def memo_file(request: Request, recipient: int, ending: str) -> HttpResponseBase:
    """The unit's covering memo typeset (pdf), or to go on writing in (docx): for whom its page is, of what the page shows."""
    mine = recipients_answered_by(request.actor).filter(pk=recipient).first()
    if mine:
        found = covered(mine, draft=DRAFT in request.GET)
        if found is None:
            return redirect("responses:answer", mine.pk)
        addressed, (content, sent) = mine, found
    else:
        addressed, content, sent = sent_to_owner(recipient, request)
    proof = request.build_absolute_uri(reverse("responses:proof", args=[sent.code])) if sent else ""
    paper = paper_of_memo(memo_of(addressed, content, sent, on=clock.today()), sent, proof_url=proof)
    data = file_of(paper, ending=ending, unit=addressed.unit)
    name = f"memo-{sent.code if sent else addressed.pk}.{ending}"
    return download(BytesIO(data), name=name, type_=TYPES[ending])
