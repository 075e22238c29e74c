"""The mail server: one connection a worker, kept open from message to message."""

from smtplib import SMTPException
from typing import Any

from django.core.mail import get_connection

SMTP = "django.core.mail.backends.smtp.EmailBackend"


class Connection:
    """Opened with the first message, and anew when the server has closed it."""

    def __init__(self) -> None:
        self._backend: Any = None

    def open(self) -> Any:
        """Django's mail backend with its connection open. Raises OSError, SMTPException."""
        if self._backend is not None and not self._answers():
            self.forget()
        if self._backend is None:
            backend = get_connection(SMTP)
            backend.open()
            self._backend = backend
        return self._backend

    def _answers(self) -> bool:
        try:
            return bool(self._backend.connection.noop()[0] == 250)
        except (OSError, SMTPException):
            return False

    def forget(self) -> None:
        """Close it, also when it is broken."""
        if self._backend is not None:
            backend, self._backend = self._backend, None
            backend.fail_silently = True
            backend.close()


connection = Connection()
