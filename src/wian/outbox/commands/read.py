from datetime import datetime

from django.db.models import QuerySet

from wian.outbox.models import Notice


def read(notices: QuerySet[Notice], *, at: datetime) -> None:
    """Mark notices as read by the person to whom they are. No act: nobody else's business changes."""
    notices.filter(read_at=None).update(read_at=at)
