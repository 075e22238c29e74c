"""Language and theme, kept in a cookie for everybody, signed in or not."""

import pytest
from django.test import Client
from django.urls import reverse

from wian.kit.middleware import LANGUAGE_COOKIE, THEME_COOKIE

pytestmark = pytest.mark.django_db
URL = "/accounts/look/"
LOGIN = "/accounts/login/"


def cookies(response) -> dict[str, str]:
    return {name: cookie.value for name, cookie in response.cookies.items()}


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({"language": "en"}, {LANGUAGE_COOKIE: "en"}),
        ({"language": "th"}, {LANGUAGE_COOKIE: "th"}),
        ({"theme": "dark"}, {THEME_COOKIE: "dark"}),
        ({"language": "en", "theme": "light"}, {LANGUAGE_COOKIE: "en", THEME_COOKIE: "light"}),
        ({"language": "fr", "theme": "<script>"}, {}),
        ({}, {}),
    ],
)
def test_a_choice_is_kept_in_a_cookie(chosen, kept):
    assert cookies(Client().post(URL, chosen)) == kept


def test_the_cookie_is_for_this_site_only():
    cookie = Client().post(URL, {"theme": "dark"}).cookies[THEME_COOKIE]
    assert (cookie["samesite"], cookie["httponly"], cookie["max-age"]) == ("Lax", True, 365 * 24 * 60 * 60)


def test_the_page_speaks_the_language_chosen():
    browser = Client()
    spoken = [browser.get(LOGIN).headers["Content-Language"]]
    browser.post(URL, {"language": "en"})
    spoken.append(browser.get(LOGIN).headers["Content-Language"])
    assert spoken == ["th", "en"]


def test_the_browsers_own_language_is_ignored():
    page = Client(headers={"accept-language": "en"}).get(LOGIN)
    assert page.headers["Content-Language"] == "th"


def test_one_comes_back_to_the_page():
    answered = Client().post(URL, {"theme": "dark", "next": f"{LOGIN}?next=/x/"})
    assert (answered.status_code, answered.headers["Location"]) == (302, f"{LOGIN}?next=/x/")


@pytest.mark.parametrize("back", ["abc", "?x=1"])
def test_a_place_without_a_slash_is_no_trouble(back):
    answered = Client().post(URL, {"theme": "dark", "next": back})
    assert (answered.status_code, cookies(answered)) == (302, {THEME_COOKIE: "dark"})


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.com/",
        "//example.com/",
        "/\\example.com",
        "javascript:alert(1)",
        "http:///example.com",
    ],
)
def test_one_is_never_led_elsewhere(elsewhere):
    answered = Client().post(URL, {"theme": "dark", "next": elsewhere})
    assert (answered.status_code, answered.headers["Location"]) == (302, "/")


def test_a_look_is_not_changed_by_a_link():
    assert Client().get(URL, {"theme": "dark"}).status_code == 405


def test_its_name_is_the_one_that_pages_use():
    assert reverse("account_look") == URL
