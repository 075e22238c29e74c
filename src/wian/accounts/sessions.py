"""Sessions that are read together with whose they are: one statement a request instead of three."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, cast

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.http import HttpRequest, HttpResponse

from wian.accounts.models import Account, Session
from wian.kit import clock

Respond = Callable[[HttpRequest], HttpResponse]
_met: ContextVar[dict[int, Account] | None] = ContextVar("accounts met in this request", default=None)


def met_once(get_response: Respond) -> Respond:
    """Do not read an account again that the request's session was read with."""

    def respond(request: HttpRequest) -> HttpResponse:
        token = _met.set({})
        try:
            return get_response(request)
        finally:
            _met.reset(token)

    return respond


class SessionStore(db.SessionStore):
    """Django's, with the account in a column of its own."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = cast(Session, super().create_model_instance(data))
        row.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        return row

    def _get_session_from_db(self) -> Session | None:
        row: Any = super()._get_session_from_db()  # type: ignore[misc]  # the stubs leave it out
        met = _met.get()
        if row and met is not None:
            clock.learn(row.demo_days)
            if row.account:
                row.account.unread = row.unread
                met[row.account_id] = row.account
        return cast(Session | None, row)


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """Allauth's. Whether the account may still sign in, and whether its password is the session's, is judged as ever."""

    def get_user(self, user_id: int) -> Account | None:
        known = (_met.get() or {}).get(user_id)
        if known is None:
            return super().get_user(user_id)  # type: ignore[no-any-return]
        return known if self.user_can_authenticate(known) else None
