from django.db import models
from django.utils.translation import gettext_lazy as _


class CircularState(models.TextChoices):
    """addressed -> dispatched. Whether a unit has received it is a fact of the recipient."""

    ADDRESSED = "addressed", _("addressed")
    DISPATCHED = "dispatched", _("dispatched")
