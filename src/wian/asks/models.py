from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wian.asks.states import ObligationState
from wian.circulars.models import Circular, Recipient
from wian.files.models import File


class ReadIn(models.Model):
    """A letter that was read in: a draft until it has become a circular. One a file, so reading again goes on with it."""

    source = models.OneToOneField(File, on_delete=models.PROTECT, related_name="+")
    title = models.TextField(blank=True, help_text="of the initiative; empty: the letter's subject")
    read_at = models.DateTimeField()
    circular = models.OneToOneField(Circular, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.title or self.source.name


class Ask(models.Model):
    """One thing that the circular asks of every recipient. `start` and `end` mark its sentence in the letter's text."""

    class Kind(models.TextChoices):
        NOMINATE = "nominate", _("nominate people")
        PROPOSE = "propose", _("propose projects")
        REPORT = "report", _("report")
        ATTEND = "attend", _("attend")
        ACKNOWLEDGE = "acknowledge", _("acknowledge")
        OTHER = "other", _("other")

    # The kinds that can be answered here so far; the others are launched and shown.
    ANSWERABLE = (Kind.NOMINATE,)

    circular = models.ForeignKey(Circular, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    what = models.TextField(help_text="in the letter's words")
    start = models.PositiveIntegerField(help_text="code points into the letter's text")
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["circular", "order"], name="ask_order")]

    def __str__(self) -> str:
        return self.what

    @property
    def is_answerable(self) -> bool:
        return self.kind in self.ANSWERABLE

    @property
    def sentence(self) -> str:
        """The letter's own words. Reads circular and letter: select_related them."""
        return self.circular.letter.text[self.start : self.end].strip()


class Obligation(models.Model):
    """What one unit owes for one ask.

    `min` and `max` count people, projects …; an empty max is no limit. `taken` is how many are in, kept
    right by one conditional UPDATE and this table's CHECK, never by counting. late, nil and on_behalf are
    facts beside the state. `due_at` is its own: an extension may move one unit's.
    """

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="obligations")
    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    min = models.PositiveIntegerField(default=1)
    max = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=20, choices=ObligationState.choices, default=ObligationState.PENDING)
    late = models.BooleanField(default=False)
    nil = models.BooleanField(default=False)
    on_behalf = models.BooleanField(
        default=False, help_text="recorded by the owner, not yet confirmed by the unit"
    )

    class Meta:
        ordering = ["ask__order"]
        constraints = [
            models.UniqueConstraint(fields=["ask", "recipient"], name="obligation_once"),
            models.CheckConstraint(
                condition=Q(max=None) | Q(taken__lte=F("max")), name="obligation_within_max"
            ),
        ]
        indexes = [models.Index(fields=["ask", "state"])]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.ask} {self.state}"
