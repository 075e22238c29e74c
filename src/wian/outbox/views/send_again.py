from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from wian.kit import clock
from wian.kit.forms import SeenForm
from wian.kit.posting import act_on
from wian.kit.request import Request
from wian.kit.templatetags.kit import digits
from wian.outbox.commands.send_again import send_again
from wian.outbox.models import Message
from wian.outbox.queries import FILTERS, messages_shown, numbers_of, sendable
from wian.outbox.refusals import NoMailServer, NothingToSendAgain
from wian.outbox.views.messages import chosen, door


@require_http_methods(["GET", "POST"])
def send_filter_again(request: Request) -> HttpResponse:
    """All messages of a filter (`?show=held`) go out again, after one look at how many to how many people."""
    door(request)
    show = chosen(request)
    back = f"{reverse('outbox:messages')}?{urlencode({'show': show})}"
    return _page(request, messages_shown(show, at=clock.now()), str(FILTERS[show]), back)


@require_http_methods(["GET", "POST"])
def send_message_again(request: Request, message: int) -> HttpResponse:
    """One message goes out again."""
    door(request)
    found = get_object_or_404(Message.objects.select_related("person"), pk=message)
    back = reverse("outbox:message", args=[found.pk])
    return _page(request, Message.objects.filter(pk=found.pk), str(found.person), back)


def _page(request: Request, messages: QuerySet[Message], which: str, back: str) -> HttpResponse:
    at = clock.now()
    count, people = numbers_of(sendable(messages, at=at))
    if request.method == "GET" and not settings.MAIL:
        raise NoMailServer
    if request.method == "GET" and not count:
        raise NothingToSendAgain
    form = SeenForm(request.POST or None, initial={"seen": str(count)})

    def again() -> int:
        seen = form.cleaned_data["seen"]
        return send_again(messages, expected=int(seen) if seen.isdecimal() else 0, by=request.actor, at=at)

    to = reverse("outbox:messages")
    done = act_on(request, form, again, to=to, said=_("Put in the queue: %s.") % digits(count))
    if form.refused:
        form.refresh(str(count))
    without = numbers_of(messages)[0] - count
    page = {
        "form": form,
        "heading": _("Send again?"),
        "what_will_happen": _("Each goes to the address that the directory has now."),
        "facts": [
            (_("Of the list"), which),
            (_("Messages to send"), digits(count)),
            (_("People who get them"), digits(people)),
            *([(_("Still without an address; they stay held"), digits(without))] if without else []),
        ],
        "action": ngettext("Send %s message", "Send %s messages", count) % digits(count),
        "cancel_url": back,
    }
    return done or render(request, "kit/confirm.html", page, status=409 if form.refused else 200)
