from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wian.directory.models import Person, Post, Unit
from wian.kit.notices import Fact
from wian.ledger.models import Entry
from wian.outbox.states import MessageState


class Message(models.Model):
    """One e-mail to one person. Its words are kept when it is first sent, so that every try sends the same under one Message-ID."""

    class Why(models.TextChoices):
        NONE = "", ""
        NO_ADDRESS = "no-address", _("the directory has no e-mail address for this person")
        NO_SERVER = "no-server", _("this site has no mail server yet")
        UNREACHABLE = "unreachable", _("the mail server could not be reached")
        TRY_LATER = "try-later", _("the mail server asked to try later")
        REFUSES_US = (
            "refuses-us",
            _("the mail server refuses this site: its password, its sender or the connection"),
        )
        LEFT = "left", _("the person holds no office in this unit any more")
        BROKEN = "broken", _("the message could not be written: the site's log says why")
        REFUSED = "refused", _("the mail server refused the address or the message")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="th")
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=20, choices=MessageState.choices, default=MessageState.QUEUED)
    why = models.CharField(max_length=20, choices=Why.choices, blank=True)
    answer = models.CharField(max_length=200, blank=True, help_text="the mail server's last words")
    tries = models.PositiveSmallIntegerField(default=0)
    subject = models.TextField(blank=True)
    body = models.TextField(blank=True)
    made_at = models.DateTimeField()
    moved_at = models.DateTimeField(help_text="when it came into its state")

    class Meta:
        indexes = [models.Index(fields=["state", "id"])]

    def __str__(self) -> str:
        return f"{self.message_id} {self.state}"


class Notice(models.Model):
    """One thing that one person should hear. It stands on the site; `message` is the e-mail that carries it as well.

    An entry of the ledger is told to a person in one wording and about one page once, however often it is delivered.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        Post, null=True, on_delete=models.PROTECT, related_name="+", help_text="told as its holder"
    )
    wording = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    url = models.CharField(max_length=200)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mails = models.BooleanField(default=True, help_text="worth an e-mail")
    message = models.ForeignKey(Message, null=True, on_delete=models.PROTECT, related_name="notices")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "person", "wording", "url"], name="notice_once")
        ]
        indexes = [
            models.Index(fields=["person"], name="notice_unread", condition=models.Q(read_at=None)),
            models.Index(fields=["person", "-id"], name="notice_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.wording} {self.person_id}"

    @property
    def said(self) -> dict[str, Fact]:
        """The facts with their moments."""
        return {name: _fact(fact) for name, fact in self.facts.items()}

    @staticmethod
    def kept(facts: Mapping[str, Fact]) -> dict[str, Any]:
        """The facts as JSON."""
        return {
            name: {"at": fact.isoformat()} if isinstance(fact, datetime) else fact
            for name, fact in facts.items()
        }


class Told(models.Model):
    """Of this entry everybody whom it concerns was told."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.entry_id)


class Rewording(models.Model):
    """An owner's own words for a kind of notice, in one language; the newest counts, an empty one is the original again."""

    wording = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    subject = models.TextField(blank=True)
    body = models.TextField(blank=True)
    by = models.TextField(help_text="office")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["wording", "language"])]

    def __str__(self) -> str:
        return f"{self.wording} {self.language}"


class Preference(models.Model):
    """How a person wants to be told; without a row: each notice at once, in Thai."""

    class Mail(models.TextChoices):
        AT_ONCE = "at_once", pgettext_lazy("e-mail", "each notice at once")
        DAILY = "daily", pgettext_lazy("e-mail", "one a day, in the morning")
        NEVER = "never", pgettext_lazy("e-mail", "none")

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    mail = models.CharField(max_length=20, choices=Mail.choices, default=Mail.AT_ONCE)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="th")

    def __str__(self) -> str:
        return f"{self.person_id} {self.mail}"


def _fact(kept: Any) -> Fact:
    if isinstance(kept, dict):
        return datetime.fromisoformat(kept["at"])
    fact: Fact = kept
    return fact
