from datetime import datetime

from django.db import models

from wian.circulars.models import Circular


class Share(models.Model):
    """A link to the one page of a campaign that needs no sign-in: good until it expires, or until the owner ends it.

    Whoever has the code sees the page, so the ledger never holds it.
    """

    circular = models.ForeignKey(Circular, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    made_by = models.TextField(help_text="office")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.circular_id} {self.expires_at:%Y-%m-%d}"

    def works(self, at: datetime) -> bool:
        """Does it still lead to the page? The same as the condition `queries.working`."""
        return self.ended_at is None and self.expires_at >= at
