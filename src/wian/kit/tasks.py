from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wian.kit.models import Once, Slot
from wian.kit.work import job

DONE_JOBS, FORMS = timedelta(days=7), timedelta(days=30)


@job
def forget(day: str) -> None:
    """Let go of what nobody asks for any more: jobs done a week ago, forms that acted and slots of a month ago. Failed jobs stay."""
    now = timezone.now()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - DONE_JOBS).delete()
    Once.objects.filter(at__lt=now - FORMS).delete()
    Slot.objects.filter(day__lt=(now - FORMS).date()).delete()
