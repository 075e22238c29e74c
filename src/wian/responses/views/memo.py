import json
from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wian.asks.models import Obligation
from wian.asks.queries import obligations_of
from wian.circulars.models import Recipient
from wian.circulars.queries import recipient_answered, recipient_owned, recipients_answered_by
from wian.kit import clock
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.responses.commands.number_memo import number_memo
from wian.responses.commands.submit import content_of
from wian.responses.forms.memo import NumberForm
from wian.responses.models import Submission
from wian.responses.queries import submission_of
from wian.responses.queries.memo import Said, memo_of

# In the address: what would be sent now, though something was sent before.
DRAFT = "draft"


@require_safe
def memo(request: Request, recipient: int) -> HttpResponse:
    """The unit's covering memo, to print: of what it has sent, or, to be signed on paper first, of what it has in.

    The owner reads the memo of what was sent.
    """
    mine = recipients_answered_by(request.actor).filter(pk=recipient).first()
    if mine:
        return _unit_page(request, mine)
    owned, content, sent = sent_to_owner(recipient, request)
    return _page(request, owned, content, sent, {})


def sent_to_owner(recipient: int, request: Request) -> tuple[Recipient, Said, Submission]:
    """Door for the owner, to what the memo of what was sent covers. Raises Http404 for everyone else, and before it was sent."""
    owned = recipient_owned(recipient, request.actor)
    sent = _sent(owned)
    if sent is None:
        raise Http404
    return owned, json.loads(sent.content), sent


@require_http_methods(["GET", "POST"])
def number_memo_page(request: Request, recipient: int) -> HttpResponse:
    """Note the number and date that the memo was given on paper."""
    addressed = recipient_answered(recipient, request.actor)
    back = reverse("responses:memo", args=[addressed.pk])
    if request.method == "GET":
        return redirect(back)
    form = NumberForm(request.POST)
    done = act_on(
        request,
        form,
        lambda: number_memo(
            addressed,
            number=form.cleaned_data["number"],
            on=form.cleaned_data["on"],
            by=request.actor,
            at=clock.now(),
        ),
        to=back,
        said=_("The number of the memo has been noted."),
    )
    return done or _unit_page(request, addressed, form)


def _unit_page(request: Request, recipient: Recipient, typed: NumberForm | None = None) -> HttpResponse:
    """For the unit; with the number that could not be noted. Where there is nothing to print yet, back to the answer."""
    found = covered(recipient, draft=DRAFT in request.GET)
    if found is None:
        return redirect("responses:answer", recipient.pk)
    sent = _sent(recipient)
    noted = getattr(sent, "memo", None)
    form = typed or NumberForm(initial={"number": noted.number, "on": noted.on} if noted else None)
    page = {
        "form": form,
        "noted": noted,
        "sent": sent,
        "ready": any(owed.is_ready for owed in _standing(recipient)),
    }
    return _page(request, recipient, *found, page, 200 if typed is None else 409 if typed.refused else 422)


def covered(recipient: Recipient, *, draft: bool) -> tuple[Said, Submission | None] | None:
    """What the unit's memo covers: what it sent; with `draft`, and where it sent nothing, what it has in. None: nothing yet."""
    sent, standing = _sent(recipient), _standing(recipient)
    if any(owed.is_ready for owed in standing) and (draft or sent is None):
        return content_of(recipient, standing), None
    return (json.loads(sent.content), sent) if sent else None


def _standing(recipient: Recipient) -> list[Obligation]:
    """What has something in that stands with the owner, or would if it were signed."""
    return [owed for owed in obligations_of(recipient) if owed.is_ready or owed.sent is not None]


def _page(
    request: Request,
    recipient: Recipient,
    content: Said,
    submission: Submission | None,
    page: Mapping[str, object],
    status: int = 200,
) -> HttpResponse:
    shown = memo_of(recipient, content, submission, on=clock.today())
    page = {
        **page,
        "memo": shown,
        "recipient": recipient,
        "submission": submission,
        "asked": DRAFT in request.GET,
    }
    return render(request, "responses/memo.html", page, status=status)


def _sent(recipient: Recipient) -> Submission | None:
    """What the unit sent last, unless it took it back."""
    submission = submission_of(recipient)
    return None if submission is None or hasattr(submission, "taken_back") else submission
