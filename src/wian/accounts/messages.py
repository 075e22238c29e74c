"""What a page says once after an act, in the browser's cookie: it costs no statement, and tells nobody else a name."""

from base64 import urlsafe_b64encode
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.utils.crypto import salted_hmac


class SealedStorage(CookieStorage):
    """Django's cookie, sealed for the account that it was said to and for the site; it holds for ten minutes."""

    cookie_name = "wian_messages"
    SECONDS = 600

    @property
    def lock(self) -> Fernet:
        whose = str(self.request.user.pk)
        return Fernet(urlsafe_b64encode(salted_hmac("accounts.messages", whose, algorithm="sha256").digest()))

    def _encode_parts(self, messages: list[str], encode_empty: bool = False) -> str | None:
        plain = super()._encode_parts(messages, encode_empty)  # type: ignore[misc]  # the stubs leave it out
        return self.lock.encrypt(plain.encode()).decode() if plain else None

    def _decode(self, data: str | None) -> list[Message] | None:
        try:
            plain = self.lock.decrypt(data, ttl=self.SECONDS).decode() if data else None
        except InvalidToken:
            plain = None
        found: list[Message] | None = super()._decode(plain)  # type: ignore[misc]
        return found


class Storage(FallbackStorage):
    """What is too long for a cookie is kept in the session."""

    storage_classes: Any = (SealedStorage, SessionStorage)
