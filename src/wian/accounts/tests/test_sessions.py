"""A session is read together with its account; it ends as any of Django's does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wian.accounts.models import Account, Session
from wian.accounts.tests.support import enter
from wian.kit.models import DemoClock

PAGE = "/accounts/capacity/"


@pytest.fixture
def preparer(story):
    client = enter("preparer")
    assert client.get(PAGE).status_code == 200
    return client


def account() -> Account:
    return Account.objects.get(username="preparer")


def test_a_session_knows_whose_it_is(preparer):
    assert Session.objects.get().account == account()


def test_a_page_asks_once_who_is_here_and_once_for_their_offices(preparer):
    with CaptureQueriesContext(connection) as asked:
        preparer.get(PAGE)
    assert len(asked) == 2


def test_without_its_row_nobody_is_signed_in(preparer):
    Session.objects.filter(account=account()).delete()
    assert preparer.get(PAGE).status_code == 302


def test_an_account_that_is_closed_is_signed_out_at_once(preparer):
    Account.objects.filter(pk=account().pk).update(is_active=False)
    assert preparer.get(PAGE).status_code == 302


def test_another_password_ends_the_session(preparer):
    changed = account()
    changed.set_password("another one, and long")
    changed.save()
    assert preparer.get(PAGE).status_code == 302


def test_the_demos_clock_is_read_with_the_session(preparer):
    strip = "strip-demo"
    assert strip in preparer.get(PAGE).content.decode()
    DemoClock.objects.all().delete()
    assert strip not in preparer.get(PAGE).content.decode()
