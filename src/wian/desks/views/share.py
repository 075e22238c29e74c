from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wian.desks.commands.end_share import end_share
from wian.desks.commands.share import share
from wian.desks.forms import ShareForm
from wian.desks.models import Share
from wian.desks.queries import campaign_owned, share_owned, shares_of
from wian.kit import clock
from wian.kit.forms import ActForm
from wian.kit.posting import act_on
from wian.kit.refusal import Text
from wian.kit.request import Request
from wian.kit.templatetags.kit import weekday_date


@require_http_methods(["GET", "POST"])
def share_page(request: Request, circular: int) -> HttpResponse:
    """Make a link to the one page that needs no sign-in, and see those made before."""
    campaign = campaign_owned(circular, request.actor)
    at = clock.now()
    form = ShareForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: share(campaign, days=form.cleaned_data["days"], by=request.actor, at=at),
        to=reverse("desks:share", args=[campaign.pk]),
        said=_("The link is ready: it stands below."),
    )
    links = [(link, address_of(request, link) if link.works(at) else "") for link in shares_of(campaign)]
    page = {"circular": campaign, "form": form, "links": links}
    return done or render(request, "desks/share.html", page)


@require_http_methods(["GET", "POST"])
def end_share_page(request: Request, share: int) -> HttpResponse:
    """End a link before it expires, after one look."""
    link = share_owned(share, request.actor)
    back = reverse("desks:share", args=[link.circular_id])
    form = ActForm(request.POST or None)
    done = act_on(
        request,
        form,
        lambda: end_share(link, by=request.actor, at=clock.now()),
        to=back,
        said=_("The link has been ended."),
    )
    facts: list[tuple[Text, Text]] = [
        (_("The letter"), link.circular.letter.subject),
        (_("Made by"), link.made_by),
        (_("Works until"), weekday_date(link.expires_at)),
    ]
    page = {
        "form": form,
        "heading": _("End this link?"),
        "what_will_happen": _("Whoever opens it from now on is told that it no longer works."),
        "facts": facts,
        "action": _("End the link"),
        "cancel_url": back,
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)


def address_of(request: Request, link: Share) -> str:
    """Where the link leads, as it is given away."""
    return request.build_absolute_uri(reverse("desks:shared", args=[link.code]))
