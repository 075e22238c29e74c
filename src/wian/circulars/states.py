from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CircularState(models.TextChoices):
    """addressed -> dispatched. Whether a unit has received it is a fact of the recipient."""

    ADDRESSED = "addressed", _("addressed")
    DISPATCHED = "dispatched", _("dispatched")


class Outcome(models.TextChoices):
    """sent -> received -> accepted | rejected | invalid, as in the TH e-GIF exchange of letters; empty until the unit has said so.

    Accepted is for good; from the other two a unit may change its mind.
    """

    ACCEPTED = "accepted", pgettext_lazy("outcome of a letter", "accepted")
    REJECTED = "rejected", pgettext_lazy("outcome of a letter", "rejected")
    INVALID = "invalid", pgettext_lazy("outcome of a letter", "invalid")
