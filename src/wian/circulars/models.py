from django.db import models

from wian.circulars.states import CircularState, Outcome
from wian.directory.models import Unit
from wian.initiatives.models import Initiative
from wian.letters.models import Letter


class Circular(models.Model):
    """A letter sent round under an initiative, and whom a unit calls about it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="+")
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=CircularState.choices, default=CircularState.ADDRESSED)
    contact_name = models.TextField(blank=True)
    contact_phone = models.TextField(blank=True)
    dispatched_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.letter)


class Recipient(models.Model):
    """One unit the circular is addressed to. Received is its own fact, with the office that took it in."""

    circular = models.ForeignKey(Circular, on_delete=models.PROTECT, related_name="recipients")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(help_text="place in the letter's list")
    received_at = models.DateTimeField(null=True)
    received_by = models.TextField(blank=True, help_text="office")
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    outcome_at = models.DateTimeField(null=True)
    outcome_by = models.TextField(blank=True, help_text="office")
    outcome_reason = models.TextField(blank=True, help_text="why it was rejected or is invalid")

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["circular", "unit"], name="recipient_once")]

    def __str__(self) -> str:
        return f"{self.unit} {self.circular}"
