from typing import Self

from django.db import models


class Once(models.Model):
    """A form that has acted: whose, and where it led."""

    actor = models.CharField(max_length=40)
    key = models.UUIDField()
    url = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "key"], name="once_per_actor")]

    def __str__(self) -> str:
        return f"{self.actor} {self.key}"


class Heartbeat(models.Model):
    """A worker that lives, and when it last said so."""

    worker = models.CharField(max_length=60, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.worker} {self.at}"


class Slot(models.Model):
    """A day on which a daily job was put."""

    job = models.CharField(max_length=120)
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "day"], name="slot_once")]

    def __str__(self) -> str:
        return f"{self.job} {self.day}"


class DemoClock(models.Model):
    """The one row that makes a site a demo: one-click sign-in, and a clock that can be moved on."""

    days = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"+{self.days}"

    @classmethod
    def row(cls) -> Self | None:
        return cls.objects.first()

    @classmethod
    def days_ahead(cls) -> int | None:
        """None: this is no demo."""
        row = cls.row()
        return row.days if row else None
