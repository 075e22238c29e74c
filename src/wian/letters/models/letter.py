from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wian.files.models import File


class Letter(models.Model):
    """An official paper on file, as it was read or issued here. `number_key` is its number folded for comparing.

    Orders and announcements of two agencies may have one number ("๑๒/๒๕๖๙") on one day.
    """

    class Kind(models.TextChoices):
        MEMO = "memo", _("memo")
        EXTERNAL = "external", _("external letter")
        STAMPED = "stamped", _("stamped letter")
        ORDER = "order", _("order")
        ANNOUNCEMENT = "announcement", _("announcement")
        CERTIFICATE = "certificate", _("certificate letter")
        MINUTES = "minutes", _("minutes")
        OTHER = "other", _("other official paper")

        @classmethod
        def of(cls, reading: str) -> "Letter.Kind":
            """The kind of what a reader calls `reading`: it says report for minutes."""
            return cls.MINUTES if reading == "report" else cls(reading)

    class Urgency(models.TextChoices):
        """Pages print these three as the regulation spells them, in red."""

        URGENT = "ด่วน", _("urgent")
        VERY_URGENT = "ด่วนมาก", _("very urgent")
        MOST_URGENT = "ด่วนที่สุด", _("most urgent")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    agency = models.TextField(blank=True)
    number = models.TextField(blank=True)
    number_key = models.TextField(blank=True)
    date = models.DateField(null=True)
    subject = models.TextField()
    urgency = models.CharField(max_length=20, choices=Urgency.choices, blank=True)
    signatory = models.TextField(blank=True)
    position = models.TextField(blank=True)
    text = models.TextField()
    source = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number_key", "date", "agency"],
                condition=~Q(number_key=""),
                name="letter_number_once_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.subject}".strip()
