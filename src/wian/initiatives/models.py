from django.db import models

from wian.directory.models import Post


class Initiative(models.Model):
    """A matter that is driven forward. It belongs to a post, so it passes on with the office."""

    title = models.TextField()
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class Pillar(models.Model):
    """A main strand of the initiative's framework (เรื่องหลัก)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="pillars")
    order = models.PositiveSmallIntegerField()
    title = models.TextField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["initiative", "order"], name="pillar_order")]

    def __str__(self) -> str:
        return self.title


class Issue(models.Model):
    """One issue (ประเด็น) under a pillar."""

    pillar = models.ForeignKey(Pillar, on_delete=models.PROTECT, related_name="issues")
    order = models.PositiveSmallIntegerField()
    title = models.TextField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["pillar", "order"], name="issue_order")]

    def __str__(self) -> str:
        return self.title
