import json
from typing import TYPE_CHECKING, Any

from django.db import models

from wian.kit.ref import Ref
from wian.ledger.events import EVENTS

if TYPE_CHECKING:
    from wian.kit.refusal import Text

BEGINNING = "0" * 64  # the hash before the first entry


class Entry(models.Model):
    """One thing that happened: never changed, never deleted (triggers refuse it), chained to the one before.

    `hash` = sha256 over seq, prev and everything else in canonical JSON; `prev` is the hash of entry seq-1.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    event = models.CharField(max_length=60)
    actor = models.CharField(max_length=40)
    office = models.TextField(help_text="title of the office in which it was done")
    about = models.CharField(max_length=60)
    because = models.JSONField(default=list)
    payload = models.TextField(help_text="canonical JSON")
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["about"]), models.Index(fields=["event"])]

    def __str__(self) -> str:
        return f"{self.seq} {self.event}"

    @property
    def about_ref(self) -> Ref:
        return _ref(self.about)

    @property
    def because_refs(self) -> list[Ref]:
        return [_ref(thing) for thing in self.because]

    @property
    def fields(self) -> dict[str, Any]:
        """The event's fields by name, and `schema`."""
        found: dict[str, Any] = json.loads(self.payload)
        return found

    @property
    def says(self) -> "Text":
        known: Any = EVENTS.get(self.event)
        return known.says if known else self.event


class Head(models.Model):
    """The end of the chain. Its one row is locked while an act appends, so the chain never forks."""

    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=BEGINNING)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"


class Cursor(models.Model):
    """How far a listener has heard: every entry up to `seq`, save those put aside for another try."""

    listener = models.CharField(max_length=60, unique=True)
    seq = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.listener} {self.seq}"


def _ref(written: str) -> Ref:
    kind, number = written.rsplit(":", 1)
    return Ref(kind, int(number))
