from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wian.asks.states import OPEN, ObligationState
from wian.circulars.models import Circular, Recipient
from wian.directory.models import Post
from wian.files.models import File


class ReadIn(models.Model):
    """A letter that was read in: a draft until it has become a circular. One a file and office, so reading again goes on with it."""

    source = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        Post, null=True, on_delete=models.PROTECT, related_name="+", help_text="empty: the command line"
    )
    corrections = models.JSONField(default=dict, help_text="what the owner changed of what was read")
    title = models.TextField(blank=True, help_text="of the initiative; empty: the letter's subject")
    read_at = models.DateTimeField()
    put_aside_at = models.DateTimeField(
        null=True, help_text="off the list of drafts until it is read in again"
    )
    circular = models.OneToOneField(Circular, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "post"], name="read_in_once_a_post"),
            models.UniqueConstraint(
                fields=["source"], condition=Q(post=None), name="read_in_once_from_a_shell"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.corrections.get("subject") or self.source.name


class Correction(models.Model):
    """One fact of a letter that was read in: what stood, at first what the reader had read, and what the owner made of it.

    The ledger has the digest of those that were saved together.
    """

    read_in = models.ForeignKey(ReadIn, on_delete=models.PROTECT, related_name="corrected")
    fact = models.CharField(max_length=60, help_text="name of the field, or unit, checked, title")
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    by = models.TextField(help_text="office")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.fact}: {self.before} → {self.after}"


class Ask(models.Model):
    """One thing that the circular asks of every recipient. `start` and `end` mark its sentence in the letter's text.

    While `closed_at` is set nobody answers it any more.
    """

    class Kind(models.TextChoices):
        NOMINATE = "nominate", _("nominate people")
        PROPOSE = "propose", _("propose projects")
        REPORT = "report", _("report")
        ATTEND = "attend", _("attend")
        ACKNOWLEDGE = "acknowledge", _("acknowledge")
        OTHER = "other", _("other")

    # What a unit answers in items that are counted; the other kinds are answered as a whole.
    COUNTED = (Kind.NOMINATE, Kind.PROPOSE)

    circular = models.ForeignKey(Circular, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    what = models.TextField(help_text="in the letter's words")
    start = models.PositiveIntegerField(help_text="code points into the letter's text")
    end = models.PositiveIntegerField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["circular", "order"], name="ask_order")]

    def __str__(self) -> str:
        return self.what

    def get_kind_display(self) -> str:  # type: ignore[no-redef]
        """Django's own turns every choice over at each call, and a matrix calls it a thousand times."""
        return str(self.Kind(self.kind).label)

    @property
    def is_counted(self) -> bool:
        return self.kind in self.COUNTED

    @property
    def sentence(self) -> str:
        """The letter's own words; what the owner wrote where the letter has none. Reads circular and letter: select_related them."""
        return self.circular.letter.text[self.start : self.end].strip() or self.what


class Obligation(models.Model):
    """What one unit owes for one ask.

    `min` and `max` count people, projects …; an empty max is no limit. `taken` is how many are in and `attached` how
    many files, kept right by one conditional UPDATE and this table's CHECK, never by counting. An answer as a whole (a report,
    a tap) counts 1. The rest are facts beside the state. `due_at` is its own: an extension may move one unit's.
    Late is judged once, on the first submission (`submitted_at`).
    """

    FILES = 5

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="obligations")
    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    min = models.PositiveIntegerField(default=1)
    max = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)
    attached = models.PositiveSmallIntegerField(default=0)
    sent = models.PositiveIntegerField(
        null=True, help_text="how many stand with the owner; empty: nothing stands there"
    )
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=20, choices=ObligationState.choices, default=ObligationState.PENDING)
    late = models.BooleanField(default=False)
    nil = models.BooleanField(default=False)
    on_behalf = models.BooleanField(
        default=False, help_text="recorded by the owner, not yet confirmed by the unit"
    )
    prepared_at = models.DateTimeField(null=True, help_text="put before the head, and unchanged since")
    submitted_at = models.DateTimeField(null=True, help_text="for the first time")
    opened_at = models.DateTimeField(null=True, help_text="the owner opened what stands")
    returned_at = models.DateTimeField(null=True, help_text="sent back, and not submitted again since")

    class Meta:
        ordering = ["ask__order"]
        constraints = [
            models.UniqueConstraint(fields=["ask", "recipient"], name="obligation_once"),
            models.CheckConstraint(
                condition=Q(max=None) | Q(taken__lte=F("max")), name="obligation_within_max"
            ),
            models.CheckConstraint(condition=Q(attached__lte=5), name="obligation_files"),
        ]
        indexes = [models.Index(fields=["ask", "state"])]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.ask} {self.state}"

    def get_state_display(self) -> str:  # type: ignore[no-redef]
        return str(ObligationState(self.state).label)

    @property
    def is_answered(self) -> bool:
        """Is there anything in, or the statement that there is nothing?"""
        return bool(self.nil or self.taken or self.attached)

    @property
    def is_open(self) -> bool:
        """May the unit change its answer?"""
        return self.state in OPEN and self.ask.closed_at is None

    @property
    def is_ready(self) -> bool:
        """Would it leave the unit if the answer were signed now?"""
        return self.is_open and self.is_answered

    @property
    def may_be_added_to(self) -> bool:
        """May the unit put more in, also to what it has sent?"""
        sent = self.state == ObligationState.SUBMITTED and not self.nil and self.ask.closed_at is None
        return self.is_open or sent

    @property
    def is_short(self) -> bool:
        """Are fewer in than are asked for?"""
        return not self.nil and self.taken < self.min and (self.ask.is_counted or not self.attached)

    @property
    def awaits_entry(self) -> bool:
        """Did the unit send its names or projects as a file only, so that somebody has to type them in?"""
        return bool(self.ask.is_counted and self.sent == 0 and self.attached and not self.nil)


class Exemption(models.Model):
    """A unit need not answer an ask, and why; until `ended_at`."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="exemptions")
    reason = models.TextField()
    exempted_by = models.TextField(help_text="office")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.reason


class ExtensionRequest(models.Model):
    """A unit asks for more time for all that it still owes to a letter. One at a time waits for the owner."""

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()
    reason = models.TextField()
    asked_by = models.TextField(help_text="office")
    asked_at = models.DateTimeField()
    granted = models.BooleanField(null=True, help_text="empty: not decided")
    decided_by = models.TextField(blank=True, help_text="office")
    decided_at = models.DateTimeField(null=True)
    remark = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient"], condition=Q(granted=None), name="one_request_waits")
        ]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.until:%Y-%m-%d}"


class Reminder(models.Model):
    """Units were reminded of what they still owe to a letter: which kind of them, which ones, and a line of the owner's own."""

    class To(models.TextChoices):
        OWING = "owing", _("all that have yet to send")
        OVERDUE = "overdue", _("only those that are overdue")
        NOT_RECEIVED = "not-received", _("only those that have not received the letter")

    NOTE_AT_MOST = 500

    circular = models.ForeignKey(Circular, on_delete=models.PROTECT, related_name="+")
    to = models.CharField(max_length=20, choices=To.choices)
    note = models.TextField(blank=True)
    recipients = models.JSONField(help_text="ids")
    units = models.PositiveIntegerField(help_text="how many recipients")
    by = models.TextField(help_text="office")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["circular", "at"])]

    def __str__(self) -> str:
        return f"{self.circular_id} {self.to} {self.units}"
