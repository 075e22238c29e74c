"""What an e-mail says: one notice, or several as a day's digest."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext

from wian.kit.templatetags.kit import digits
from wian.outbox.models import Message
from wian.outbox.queries import Words, words_of


def text_of(message: Message) -> Words:
    """Subject (one line) and body (plain text) in the language of who gets it."""
    notices = list(message.notices.select_related("unit").order_by("pk"))
    words = words_of(notices, message.language)
    with translation.override(message.language):
        parts = [
            f"{one.body}\n\n{settings.ADDRESS}{reverse('outbox:open', args=[notice.pk])}"
            for notice, one in zip(notices, words, strict=True)
        ]
        subject = words[0].subject if words else ""
        if len(notices) > 1:
            count = len(notices)
            said = ngettext("%(count)s notice", "%(count)s notices", count) % {"count": digits(count)}
            subject = f"{gettext('Wian')}: {said}"
            parts = [f"■ {one.subject}\n\n{part}" for one, part in zip(words, parts, strict=True)]
        mine = settings.ADDRESS + reverse("outbox:mine")
        foot = gettext("Sent by Wian for your unit. Choose how to receive notices: %(url)s") % {"url": mine}
        return Words(" ".join(subject.split()), "\n\n\n".join([*parts, f"-- \n{foot}"]))
