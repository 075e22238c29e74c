"""Every page answers 404 or 403 to whoever may not see it: the table is data, this walks it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.house.permissions import PAGES, WHO, Page
from wian.accounts.models import Account

BACKEND = "wian.accounts.sessions.Backend"
ROWS = [
    pytest.param(name, page, id=f"{name}-{'post' if page.post else 'get'}")
    for name, pages in PAGES.items()
    for page in pages
]


def url_names(patterns=None, space: str = "") -> Iterator[str]:
    """The name of every URL of the site, with its namespace."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}" if one.name else f"unnamed: {space}{one.pattern}"
        else:
            yield from url_names(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)


@pytest.mark.static
def test_every_url_has_a_row():
    assert sorted(set(url_names()) - set(PAGES)) == [], "say in tests/house/permissions.py who may see it"


@pytest.mark.static
def test_every_row_has_a_url():
    assert sorted(set(PAGES) - set(url_names())) == []


@pytest.mark.static
def test_rows_name_only_people_who_knock():
    assert {who for pages in PAGES.values() for page in pages for who in page.but} <= set(WHO)


def test_everyone_who_can_sign_in_to_the_story_knocks(story):
    assert {account.username for account in Account.objects.all()} == set(WHO.values()) - {None, "nobody"}


@pytest.mark.parametrize(("name", "page"), ROWS)
def test_page(name: str, page: Page, story):
    Account.objects.create_user("nobody", "a password", person=None)
    url = reverse(name, kwargs=dict(page.args(story)))
    wrong = {}
    for who in WHO:
        with transaction.atomic():
            answered = knock(who, url, post=page.post)
            transaction.set_rollback(True)  # what one of them did, the next does not see
        if answered != page.status(who):
            wrong[who] = f"{answered}, not {page.status(who)}"
    assert wrong == {}, url


def knock(who: str, url: str, *, post: bool) -> int:
    """The status that the page answers `who` with."""
    client = Client(raise_request_exception=False)
    if username := WHO[who]:
        client.force_login(Account.objects.get(username=username), BACKEND)
    answered = client.post(url) if post else client.get(url)
    answered.getvalue()  # a download stays open until it is read
    return answered.status_code
