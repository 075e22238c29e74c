"""The life of an obligation, on one screen.

    pending ──► draft ◄──► awaiting_signature
       │          │ ▲              │
       └──────────┴─┼──────┬───────┘
                    │      ▼
                    └─ submitted ──► accepted        any open one ──► exempt ──► pending or draft
                           │            │
                           └──► returned ◄            (back into draft with the first change)

Beside the state stand facts. `sent`: something of the unit stands with the owner, even while it adds more.
late, nil, on_behalf; prepared_at, opened_at, returned_at. Overdue is a reading of them and the clock; closed is a
fact of the ask.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ObligationState(models.TextChoices):
    PENDING = "pending", _("not started")
    DRAFT = "draft", _("in preparation")
    AWAITING_SIGNATURE = "awaiting_signature", _("awaiting signature")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("sent back")
    ACCEPTED = "accepted", _("complete")
    EXEMPT = "exempt", _("exempt")


S = ObligationState
OPEN = (S.PENDING, S.DRAFT, S.AWAITING_SIGNATURE, S.RETURNED)  # the unit may still change its answer
DONE = (S.SUBMITTED, S.ACCEPTED)  # the unit has answered, and is preparing nothing more

# To each state, from which it may be reached.
FROM: dict[ObligationState, tuple[ObligationState, ...]] = {
    S.PENDING: (S.EXEMPT,),
    # A submitted answer is added to, or taken back until the owner has opened it.
    S.DRAFT: (*OPEN, S.SUBMITTED, S.EXEMPT),
    # An answer to two asks of which one was changed after it was put forward is put forward again as a whole.
    S.AWAITING_SIGNATURE: (S.DRAFT, S.AWAITING_SIGNATURE, S.RETURNED),
    S.SUBMITTED: OPEN,
    S.RETURNED: (*DONE, S.DRAFT, S.AWAITING_SIGNATURE),  # also while the unit adds to what it sent
    S.ACCEPTED: (S.SUBMITTED,),
    S.EXEMPT: OPEN,
}
