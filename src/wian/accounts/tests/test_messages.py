"""What a page says once travels in a cookie that only its account can read."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import INFO
from django.contrib.sessions.backends.cache import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory

from wian.accounts.messages import SealedStorage, Storage
from wian.accounts.models import Account

SAID = "เพิ่มนายตะวัน วัดผลแล้ว"


def request_of(account: int | None, cookies: dict[str, str] | None = None):
    request = RequestFactory().get("/")
    request.user = Account(pk=account) if account else AnonymousUser()
    request.session = SessionStore()
    request.COOKIES.update(cookies or {})
    return request


def say(text: str, account: int | None = 1):
    """Say it to an account; the request, and the cookies that its browser then has."""
    request, response = request_of(account), HttpResponse()
    storage = Storage(request)
    storage.add(INFO, text)
    storage.update(response)
    return request, response.cookies


def read(cookies, account: int | None) -> list[str]:
    sent = {name: morsel.value for name, morsel in cookies.items()}
    return [str(message) for message in Storage(request_of(account, sent))]


@pytest.mark.parametrize("account", [1, None])
def test_who_was_told_reads_it(account):
    assert read(say(SAID, account)[1], account) == [SAID]


@pytest.mark.parametrize("other", [2, None])
def test_nobody_else_does(other):
    assert read(say(SAID)[1], other) == []


def test_it_goes_with_the_browser_and_out_of_reach_of_scripts():
    cookie = say(SAID)[1][SealedStorage.cookie_name]
    assert "ตะวัน" not in cookie.value
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")


def test_it_is_nothing_after_ten_minutes(monkeypatch):
    cookies = say(SAID)[1]
    monkeypatch.setattr(SealedStorage, "SECONDS", -1)
    assert read(cookies, 1) == []


def test_a_broken_cookie_says_nothing():
    cookies = say(SAID)[1]
    name = SealedStorage.cookie_name
    assert [
        read({name: SimpleNamespace(value=text)}, 1) for text in ("", '""', "x" + cookies[name].value)
    ] == [[]] * 3


def test_what_is_too_long_is_kept_in_the_session():
    text = "".join(chr(0xE01 + number * number % 46) for number in range(4000))
    request, cookies = say(text)
    later = request_of(1, {name: morsel.value for name, morsel in cookies.items()})
    later.session = request.session
    assert [str(message) for message in Storage(later)] == [text]
