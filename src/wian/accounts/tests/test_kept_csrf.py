"""Signing in in another tab makes a page's token stale; changing the office there shuts the page. The text stays."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from wian.accounts.models import Account, KeptForm, Session
from wian.accounts.tests.support import BACKEND, enter, form_on
from wian.accounts.tests.test_kept import BY_HAND, HERE, TYPED, UNIT, post, traces
from wian.kit.posting import KEPT
from wian.responses.tests.unit import places_of

OTHER_UNIT = "กองพัฒนามาตรฐานบริการ"


@pytest.fixture
def url(story) -> str:
    return reverse("responses:nominate", args=[places_of(UNIT).pk])


@pytest.fixture
def strict(story) -> Client:
    """The preparer's browser, on a site that looks at the tokens, as outside of tests."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(Account.objects.get(username="preparer"), BACKEND)
    browser.get("/accounts/capacity/")
    return browser


def test_a_stale_token_shows_what_was_typed_and_stores_nothing(strict, url):
    before = traces()
    page = post(strict, url)
    assert page.status_code == 403
    fields = form_on(page, url)
    assert {name: fields[name] for name in TYPED} == TYPED
    assert not KeptForm.objects.exists()
    token = str(page.context["csrf_token"])
    again = strict.post(url, fields | {"csrfmiddlewaretoken": token}, headers=HERE)
    assert TYPED["given_name"] in again.content.decode()
    assert traces() == before
    fields.pop(KEPT)
    assert strict.post(url, fields | {"csrfmiddlewaretoken": token}, headers=HERE).status_code == 302


@pytest.mark.parametrize("headers", [{}, {"origin": "https://example.com"}])
def test_another_site_gets_the_plain_page(strict, url, headers):
    page = post(strict, url, headers=BY_HAND | headers)
    assert (page.status_code, TYPED["given_name"] in page.content.decode()) == (403, False)


def test_a_password_is_not_shown(strict):
    page = post(strict, reverse("account_change_password"), oldpassword="ลับมาก")
    assert (page.status_code, "ลับมาก" in page.content.decode()) == (403, False)


def test_a_button_of_the_demo_is_not_taken_for_typing(strict):
    page = post(strict, reverse("desks:enter"), **{"as": "owner"})
    assert (page.status_code, "posted" in page.context) == (403, False)


def test_a_stale_token_of_an_ended_session_is_kept_for_the_sign_in(strict, url):
    Session.objects.all().delete()
    assert "/accounts/kept/" in post(strict, url).url


@pytest.fixture
def shut(story) -> str:
    """A page that the deputy may not post to in the office they act in."""
    return reverse("responses:nominate", args=[places_of(OTHER_UNIT).pk])


def test_a_page_shut_by_another_office_keeps_its_text(story, shut):
    deputy = enter("deputy")
    deputy.get("/")
    led = post(deputy, shut)
    assert (led.status_code, led.url.startswith("/accounts/kept/")) == (302, True)
    page = deputy.get(led.url)
    assert form_on(page, shut)["given_name"] == TYPED["given_name"]
    change = f"/accounts/capacity/?next={quote(led.url)}"
    assert change in page.content.decode()
    chosen = deputy.post(change, {"capacity": story.cast.parts["acting"].key})
    assert (chosen.status_code, chosen.url) == (302, led.url)


def test_choosing_an_office_never_leads_elsewhere(story):
    for elsewhere in ("https://example.com/", "//example.com/", "javascript:alert(1)"):
        chosen = enter("deputy").post(f"/accounts/capacity/?next={quote(elsewhere)}", {"capacity": ""})
        assert chosen.url == "/", elsewhere


def test_with_one_office_it_is_a_page_that_is_not_there(shut):
    clerk = enter("clerk")
    clerk.get("/")
    assert post(clerk, shut).status_code == 404
    assert not KeptForm.objects.exists()
