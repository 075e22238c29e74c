from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.asks.commands.put_aside import put_aside
from wian.asks.queries.drafts import draft_of
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.request import Request


@require_http_methods(["GET", "POST"])
def put_aside_page(request: Request, read_in: int) -> HttpResponse:
    """One button: the letter leaves the list of drafts."""
    draft = draft_of(read_in, request.actor)
    drafts = reverse("asks:read_in")
    if request.method == "GET" and (draft.circular_id or draft.put_aside_at):
        return redirect(drafts)
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: put_aside(draft, by=request.actor, at=clock.now()),
        to=drafts,
        said=_("Put aside. Read the letter in again to go on with it."),
    )
    page = {
        "form": form,
        "heading": _("Put this letter aside?"),
        "what_will_happen": _(
            "It leaves the list of what was not launched yet. What was corrected is kept for when it is read in again."
        ),
        "facts": [(_("The letter"), draft)],
        "action": _("Put aside"),
        "cancel_url": reverse("asks:proposal", args=[draft.pk]),
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
