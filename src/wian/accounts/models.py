from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

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
