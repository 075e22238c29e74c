"""The life of a message, on one screen.

held ──► queued ──► sending ──► delivered
  ▲        ▲           │ ├────► bounced      refused by the mail server for good
  │        └───────────┘ └────► gave_up      tried too often
  └ no address, or no mail server   (bounced, gave_up and held may be queued again by hand)
"""

from django.db import models
from django.utils.translation import pgettext_lazy


class MessageState(models.TextChoices):
    QUEUED = "queued", pgettext_lazy("message", "waiting to be sent")
    HELD = "held", pgettext_lazy("message", "held")
    SENDING = "sending", pgettext_lazy("message", "being sent")
    DELIVERED = "delivered", pgettext_lazy("message", "handed to the mail server")
    BOUNCED = "bounced", pgettext_lazy("message", "refused by the mail server")
    GAVE_UP = "gave_up", pgettext_lazy("message", "given up")


S = MessageState
UNDER_WAY = (S.QUEUED, S.SENDING)
STUCK = (S.HELD, S.BOUNCED, S.GAVE_UP)  # somebody has to do something
FROM: dict[MessageState, tuple[MessageState, ...]] = {
    S.SENDING: (S.QUEUED, S.SENDING),  # again by the next worker, when the one that sent it was killed
    S.QUEUED: (S.SENDING, *STUCK),
    S.HELD: (S.QUEUED, S.SENDING),
    S.DELIVERED: (S.SENDING,),
    S.BOUNCED: (S.SENDING,),
    S.GAVE_UP: (S.SENDING,),
}
