from base64 import urlsafe_b64encode
from datetime import timedelta
from importlib import import_module
from typing import Any, ClassVar
from uuid import uuid4

from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from wian.directory.models import Person
from wian.kit.models import DemoClock
from wian.outbox.models import Notice


def _unread_of(person: str) -> Subquery:
    """The number of unread notices of the person at that path."""
    unread = Notice.objects.filter(person=OuterRef(person), read_at=None).order_by().values("person")
    return Subquery(unread.annotate(count=Count("pk")).values("count"))


class AccountManager(BaseUserManager["Account"]):
    def get_queryset(self) -> models.QuerySet["Account"]:
        """Always with the person and the number of their unread notices: every page asks at once who this is, and what is new."""
        return super().get_queryset().select_related("person").annotate(unread=_unread_of("person"))

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(username=username, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A way to sign in. What it may do comes from the offices its person holds, never from itself."""

    username = models.TextField(unique=True)
    person = models.OneToOneField(Person, null=True, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = ""

    def __str__(self) -> str:
        return self.username


class SessionManager(BaseSessionManager):  # type: ignore[type-arg]
    def get_queryset(self) -> models.QuerySet["Session"]:
        """Always with what every page of whoever is signed in asks: their account, its unread notices, the demo's clock."""
        return self._with_all.all()

    @cached_property
    def _with_all(self) -> models.QuerySet["Session"]:
        """Put together once: every request reads one."""
        rows: models.QuerySet[Session] = super().get_queryset()
        return rows.select_related("account__person").annotate(
            unread=_unread_of("account__person"), demo_days=Subquery(DemoClock.objects.values("days")[:1])
        )


class Session(AbstractBaseSession):
    """Somebody is signed in somewhere; without the row they are not."""

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[SessionManager] = SessionManager()

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
        return store


class KeptForm(models.Model):
    """A form that was posted after its session had ended, sealed until its person has signed in again."""

    FOR = timedelta(hours=24)

    id = models.UUIDField(primary_key=True, default=uuid4)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    sealed = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.account_id} {self.at}"

    @staticmethod
    def lock(key: str) -> Fernet:
        """It takes the site's secret and the browser's `key` together: a copy of the site opens nothing."""
        both = salted_hmac("accounts.KeptForm", key, algorithm="sha256").digest()
        return Fernet(urlsafe_b64encode(both))
