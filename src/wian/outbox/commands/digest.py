from collections import defaultdict
from datetime import timedelta

from wian.kit import clock
from wian.outbox.commands.tell import post
from wian.outbox.models import Notice, Preference

WEEK = timedelta(days=7)


def digest() -> None:
    """One message to each person who wants one a day, with what they were told in the last week, and neither got nor read.

    Whoever has just changed their mind gets what was waiting too. Part of its job's transaction.
    """
    told = Preference.objects.exclude(mail=Preference.Mail.NEVER).values("person")
    waiting = Notice.objects.filter(
        person__in=told, message=None, mails=True, read_at=None, at__gt=clock.now() - WEEK
    )
    mine: dict[int, list[int]] = defaultdict(list)
    for notice, person in waiting.values_list("pk", "person"):
        mine[person].append(notice)
    for notices, message in zip(mine.values(), post(mine), strict=True):
        Notice.objects.filter(pk__in=notices).update(message=message)
