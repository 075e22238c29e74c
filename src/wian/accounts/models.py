from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any, ClassVar
from uuid import uuid4

from cryptography.fernet import Fernet
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from wian.directory.models import Person


class AccountManager(BaseUserManager["Account"]):
    def get_queryset(self) -> models.QuerySet["Account"]:
        """Always with the person: whoever signs in is asked at once who they are."""
        return super().get_queryset().select_related("person")

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
