from wian.accounts.models import KeptForm, Session
from wian.kit import clock
from wian.kit.work import job


@job
def forget(day: str) -> None:
    """Let go of sessions that have ended, and of kept forms that can no longer be opened."""
    at = clock.now()
    Session.objects.filter(expire_date__lt=at).delete()
    KeptForm.objects.filter(at__lt=at - KeptForm.FOR).delete()
