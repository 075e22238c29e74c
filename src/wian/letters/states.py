from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftState(models.TextChoices):
    """drafting -> checking -> passed -> signed -> issued; until it is issued it may go back to drafting. Signed on screen it is issued in the same act.

    Order of acts: draft, check, sign, then number and date, then send (Regulation on Correspondence). A draft that is given up is cancelled.
    """

    DRAFTING = "drafting", _("being written")
    CHECKING = "checking", _("being checked")
    PASSED = "passed", _("waiting to be signed")
    SIGNED = "signed", _("signed on paper, waiting for its number")
    ISSUED = "issued", _("issued")
    CANCELLED = "cancelled", _("given up")


# to -> from where
FROM: dict[DraftState, tuple[DraftState, ...]] = {
    DraftState.CHECKING: (DraftState.DRAFTING,),
    DraftState.PASSED: (DraftState.CHECKING,),
    DraftState.DRAFTING: (DraftState.CHECKING, DraftState.PASSED, DraftState.SIGNED),
    DraftState.SIGNED: (DraftState.PASSED,),
    DraftState.ISSUED: (DraftState.SIGNED,),
    DraftState.CANCELLED: (DraftState.DRAFTING, DraftState.CHECKING, DraftState.PASSED, DraftState.SIGNED),
}
