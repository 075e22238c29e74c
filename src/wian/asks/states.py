"""The life of an obligation, on one screen.

    pending ──► draft ◄──► awaiting_signature
       │          │                │
       └──────────┴───────┬────────┘
                          ▼
                      submitted ──► accepted

late, nil and on_behalf are facts beside the state; overdue is a reading of it and the clock.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ObligationState(models.TextChoices):
    PENDING = "pending", _("not started")
    DRAFT = "draft", _("in preparation")
    AWAITING_SIGNATURE = "awaiting_signature", _("awaiting signature")
    SUBMITTED = "submitted", _("submitted")
    ACCEPTED = "accepted", _("complete")


S = ObligationState
OPEN = (S.PENDING, S.DRAFT, S.AWAITING_SIGNATURE)  # the unit may still change its answer
DONE = (S.SUBMITTED, S.ACCEPTED)  # the unit has answered

# To each state, from which it may be reached.
FROM: dict[ObligationState, tuple[ObligationState, ...]] = {
    S.PENDING: (),
    S.DRAFT: OPEN,
    # An answer to two asks of which one was changed after it was put forward is put forward again as a whole.
    S.AWAITING_SIGNATURE: (S.DRAFT, S.AWAITING_SIGNATURE),
    S.SUBMITTED: OPEN,
    S.ACCEPTED: (S.SUBMITTED,),
}
