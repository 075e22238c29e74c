from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wian.asks.models import Obligation
from wian.circulars.models import Recipient
from wian.files.models import File
from wian.initiatives.models import Issue

SATANG = 100


class Response(models.Model):
    """A unit's answer to one obligation: names or projects, a text, files, or the reason why there is nothing to send."""

    obligation = models.OneToOneField(
        Obligation, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    nil_reason = models.TextField(blank=True)
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.obligation)


class Item(models.Model):
    """What a unit puts in, one by one. What is withdrawn stays, and counts no more; what was sent stands with the owner."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Nomination(Item):
    """A person named by a unit, as the unit wrote it down."""

    title = models.CharField(max_length=40, blank=True)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    post = models.CharField(max_length=200, help_text="post with level")
    phone = models.CharField(max_length=60)
    email = models.EmailField(blank=True)
    reason = models.TextField(blank=True)
    person_key = models.CharField(max_length=300, help_text="given and family name folded, without title")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["response", "person_key"], condition=Q(withdrawn_at=None), name="person_named_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}{self.given_name} {self.family_name}"


class Proposal(Item):
    """A project that a unit proposes. Only the title must be there: what else is missing is told, and may follow."""

    class Horizon(models.TextChoices):
        SHORT = "short", _("short: done within a year")
        MEDIUM = "medium", _("medium term")
        LONG = "long", _("long term")

    class Money(models.TextChoices):
        NONE = "none", _("no budget needed")
        REGULAR = "regular", _("within the regular budget")
        EXTRA = "extra", _("additional budget asked for")

    title = models.CharField(max_length=300)
    issue = models.ForeignKey(Issue, null=True, on_delete=models.PROTECT, related_name="+")
    horizon = models.CharField(max_length=10, choices=Horizon.choices, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    visible_result = models.TextField(blank=True, help_text="within a year")
    money = models.CharField(max_length=10, choices=Money.choices, blank=True)
    satang = models.BigIntegerField(null=True, help_text="asked for; entered and shown in baht")
    responsible = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    # The full form of a Thai project paper; each may stay empty.
    rationale = models.TextField(blank=True)
    objectives = models.TextField(blank=True)
    targets = models.TextField(blank=True)
    target_group = models.TextField(blank=True)
    indicators = models.TextField(blank=True)
    activities = models.TextField(blank=True)
    place = models.TextField(blank=True)
    monitoring = models.TextField(blank=True)
    benefits = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def baht(self) -> str:
        """The money as people read it: "1,200,000", satang only when there are any."""
        if self.satang is None:
            return ""
        baht, rest = divmod(self.satang, SATANG)
        return f"{baht:,}.{rest:02}" if rest else f"{baht:,}"


class Attachment(Item):
    """A file of an answer, under the name that it was handed in with."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["response", "file"], condition=Q(withdrawn_at=None), name="file_attached_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Draft(models.Model):
    """What somebody of the unit has typed into a field and not yet added: shared, saved while typing.

    `form` names what is being written ("name", "project", "project-12", "text"). `version` goes up with every save, so that
    whoever saves over a text they have not seen is told.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=30)
    field = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    standing = models.BooleanField(default=True, help_text="until it has become an entry")
    saved_by = models.TextField(help_text="name and office")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["obligation", "form", "field"], name="draft_once")]

    def __str__(self) -> str:
        return f"{self.form}.{self.field}"


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
        TAP = "tap", _("acknowledged")

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="signature")
    way = models.CharField(max_length=10, choices=Way.choices)
    name = models.TextField()
    capacity = models.TextField(help_text="office as in the signature block")
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.name} {self.capacity}"


class TakeBack(models.Model):
    """A submission that the unit took back before the owner had opened it."""

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="taken_back")
    name = models.TextField()
    office = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.office}"


class Return(models.Model):
    """An answer that the owner sent back, and what is to be corrected."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    remark = models.TextField()
    returned_by = models.TextField(help_text="office")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.remark


class Correction(models.Model):
    """A slip of the pen that the owner put right in what a unit had sent (แก้ไขแทน): what stood there, and what stands now."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    item = models.TextField(help_text="the name or project, as it stood")
    field = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    corrected_by = models.TextField(help_text="office")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.item}: {self.field}"


class CoverMemo(models.Model):
    """The unit's own memo that covers a submission: the number and date it was given on paper, typed in afterwards."""

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="memo")
    number = models.CharField(max_length=60)
    on = models.DateField()
    numbered_by = models.TextField(help_text="office")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.number


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
