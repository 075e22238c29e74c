"""Signing in and out with a browser; nobody signs up by themselves."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from django.urls.exceptions import Resolver404

from wian.accounts.models import Account
from wian.desks.story import PASSWORD

LOGIN = "/accounts/login/"
PAGE = "/accounts/capacity/"  # a page for whoever has signed in


@pytest.fixture(autouse=True)
def nobody_has_tried_before():
    """Failed attempts are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def browser(story) -> Client:
    return Client(raise_request_exception=False)


def sign_in(browser: Client, login: str = "owner", password: str = PASSWORD, **more):
    return browser.post(LOGIN, {"login": login, "password": password, **more})


def is_in(browser: Client) -> bool:
    return browser.get(PAGE).status_code == 200


def test_a_visitor_is_led_to_the_sign_in_and_back(browser):
    led = browser.get(PAGE)
    assert (led.status_code, led.url) == (302, f"{LOGIN}?next={PAGE}")
    signed = sign_in(browser, next=PAGE)
    assert (signed.status_code, signed.url) == (302, PAGE)
    assert is_in(browser)


def test_after_signing_in_comes_the_own_work(browser):
    signed = sign_in(browser)
    assert (signed.status_code, signed.url) == (302, reverse("desks:mine"))


def test_sign_in_does_not_lead_elsewhere(browser):
    signed = sign_in(browser, next="https://example.com/")
    assert (signed.status_code, signed.url) == (302, reverse("desks:mine"))


@pytest.mark.parametrize(("login", "password"), [("owner", "wrong"), ("nobody", PASSWORD), ("owner", "")])
def test_what_does_not_fit_is_said_and_the_name_is_kept(browser, login, password):
    answered = sign_in(browser, login, password)
    form = answered.context["form"]
    assert answered.status_code == 200
    assert not is_in(browser)
    (said,) = [str(error) for errors in form.errors.values() for error in errors]
    page = answered.content.decode()
    assert said in page
    assert f'value="{login}"' in page
    assert PASSWORD not in page


def test_a_wrong_name_and_a_wrong_password_are_told_in_the_same_words(browser):
    wrong = [
        sign_in(browser, *typed).context["form"].errors.as_text()
        for typed in (("owner", "x"), ("nobody", "x"))
    ]
    assert wrong[0] == wrong[1] != ""


def test_guessing_is_stopped(browser):
    answered = [sign_in(browser, "owner", f"guess {number}").status_code for number in range(8)]
    assert answered[0] == 200
    assert sign_in(browser).status_code != 302, "even the right password waits"
    assert not is_in(browser)


def test_a_closed_account_does_not_get_in(browser):
    Account.objects.filter(username="owner").update(is_active=False)
    signed = sign_in(browser)
    assert (signed.status_code, signed.url) == (302, reverse("account_inactive"))
    assert browser.get(signed.url).status_code == 200
    assert not is_in(browser)


def test_signing_out_takes_a_button(browser):
    sign_in(browser)
    assert browser.get("/accounts/logout/").status_code == 200
    assert is_in(browser)
    left = browser.post("/accounts/logout/")
    assert (left.status_code, left.url) == (302, reverse("desks:mine"))
    assert not is_in(browser)


def test_a_shared_computer_does_not_remember(browser):
    signed = sign_in(browser, remember="on")
    cookie = signed.cookies["sessionid"]
    assert (cookie["expires"], cookie["max-age"]) == ("", "")


@pytest.mark.parametrize("path", ["signup/", "password/reset/", "email/", "social/signup/"])
def test_there_is_no_page_to_sign_up(path):
    with pytest.raises(Resolver404):
        resolve(f"/accounts/{path}")
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_a_password_is_changed_by_who_knows_it(browser):
    sign_in(browser)
    url = reverse("account_change_password")
    new = "ต้นไม้ใหญ่ ๔๗ ต้น"
    refused = browser.post(url, {"oldpassword": "wrong", "password1": new, "password2": new})
    assert refused.status_code == 200
    assert Account.objects.get(username="owner").check_password(PASSWORD)
    browser.post(url, {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert Account.objects.get(username="owner").check_password(new)
