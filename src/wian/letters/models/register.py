from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wian.directory.models import Unit
from wian.files.models import File
from wian.letters.models.letter import Letter


class Series(models.Model):
    """A run of numbers from 1: per unit code, calendar year and kind. `last` is moved by one conditional UPDATE, so nothing is skipped.

    Rule: the Regulation on Correspondence; circulars (ว), orders and announcements each count for themselves, from 1 to the end of the year.
    """

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", _("ordinary letters")
        CIRCULAR = "circular", _("circulars")
        ORDER = "order", _("orders")
        ANNOUNCEMENT = "announcement", _("announcements")
        RECEIVED = "received", _("letters received")

    code = models.CharField(max_length=40, help_text="of the unit, such as กษ ๐๓๐๑")
    year = models.PositiveSmallIntegerField(help_text="CE calendar year")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "year", "kind"], name="series_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.year} {self.kind}"


class Entry(models.Model):
    """One number of a series, never given twice and never taken out: used by a letter, reserved, or cancelled with the reason.

    A row of the register of letters sent (form 14). `on` is the date of the letter; where it lies before the day of `entered_at`, it was
    registered later, and the register shows it.
    """

    class State(models.TextChoices):
        RESERVED = "reserved", _("reserved")
        USED = "used", _("used")
        CANCELLED = "cancelled", _("cancelled")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=State.choices)
    letter = models.OneToOneField(
        Letter, null=True, on_delete=models.PROTECT, related_name="entry", help_text="sent under this number"
    )
    on = models.DateField(help_text="date of the letter, or the day it is reserved for")
    recipient = models.TextField(blank=True, help_text="to whom, as on the letter")
    subject = models.TextField(blank=True)
    reason = models.TextField(blank=True, help_text="why it was reserved or cancelled")
    remark = models.TextField(blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.TextField(help_text="office")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="number_once"),
            models.CheckConstraint(
                condition=~Q(state="used") | Q(letter__isnull=False), name="used_number_has_its_letter"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.number}"


class Incoming(models.Model):
    """A row of a unit's register of letters received (form 13); its own running number is optional."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="incoming")
    number = models.CharField(
        max_length=40, blank=True, help_text="เลขรับ as typed, or drawn from the unit's series"
    )
    sender = models.TextField(blank=True, help_text="where it is not the letter's agency")
    recipient = models.TextField(blank=True, help_text="to whom, as on the letter")
    action = models.TextField(blank=True, help_text="การปฏิบัติ: what became of it, in the unit's words")
    file = models.ForeignKey(
        File,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="the copy that this unit put on file",
    )
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "letter"], name="letter_in_once_a_unit")]

    def __str__(self) -> str:
        return f"{self.number} {self.letter}"
