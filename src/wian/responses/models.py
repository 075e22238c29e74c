from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wian.asks.models import Obligation
from wian.circulars.models import Recipient


class Response(models.Model):
    """A unit's answer to one obligation: names, or the reason why there is nothing to send."""

    obligation = models.OneToOneField(
        Obligation, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    nil_reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.obligation)


class Nomination(models.Model):
    """A person named by a unit, as the unit wrote it down. A withdrawn name stays, and holds no place."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="nominations")
    title = models.CharField(max_length=40, blank=True)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    post = models.CharField(max_length=200, help_text="post with level")
    phone = models.CharField(max_length=60)
    email = models.EmailField(blank=True)
    reason = models.TextField(blank=True)
    person_key = models.CharField(max_length=300, help_text="given and family name folded, without title")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["response", "person_key"], condition=Q(withdrawn_at=None), name="person_named_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}{self.given_name} {self.family_name}"


class Presentation(models.Model):
    """Who put a unit's answer before the head, and when."""

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    office = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.office}"


class Submission(models.Model):
    """What a unit sent, for ever: canonical JSON and its SHA-256. `code` is what people quote."""

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(help_text="1 for the first of this unit and letter")
    code = models.CharField(max_length=12, unique=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recipient", "number"], name="submission_number")]

    def __str__(self) -> str:
        return self.code


class Signature(models.Model):
    """Who signed a submission, in which office, in which of three equal ways."""

    class Way(models.TextChoices):
        SCREEN = "screen", _("signed on screen")
        PAPER = "paper", _("signed on paper")
        SOLE = "sole", _("signed by the only person of the unit")

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="signature")
    way = models.CharField(max_length=10, choices=Way.choices)
    name = models.TextField()
    capacity = models.TextField(help_text="office as in the signature block")
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.name} {self.capacity}"


class OnBehalfEntry(models.Model):
    """A submission that the owner wrote down for a unit, until the unit confirms it."""

    class Channel(models.TextChoices):
        PHONE = "phone", _("telephone")
        LINE = "line", _("LINE")
        PAPER = "paper", _("paper")

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="on_behalf")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    informant = models.CharField(max_length=200, help_text="who told it, with office")
    told_at = models.DateTimeField()
    recorded_by = models.TextField(help_text="office")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.TextField(blank=True, help_text="office")

    def __str__(self) -> str:
        return f"{self.channel} {self.informant}"
