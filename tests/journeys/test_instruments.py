"""The instruments of the journeys: a complaint is heard, a fault is seen, a site stands alone."""

import re

import pytest
from playwright.sync_api import Error


@pytest.mark.smoke
def test_a_stranger_is_led_to_sign_in(site, page, axe):
    answer = page.goto("/accounts/password/")
    assert answer.ok
    assert page.url.startswith(f"{site.address}/accounts/login/")
    assert page.locator("html").get_attribute("lang") == "th"
    assert axe(page) == []


def test_language_theme_and_width_are_the_ones_asked_for(site, open_browser):
    page = open_browser(language="en", theme="dark", width=390)
    page.goto("/accounts/login/")
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("data-bs-theme")) == ("en", "dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_axe_sees_a_fault(site, page, axe):
    page.goto("/accounts/login/")
    page.evaluate("document.querySelector('main').innerHTML = '<input>'")
    assert any(line.startswith("label: <input>") for line in axe(page))


def test_complaints_are_heard(site, page, complaints):
    page.goto("/accounts/login/")
    page.evaluate("console.error('oh'); setTimeout(() => { throw new Error('no') })")
    page.wait_for_timeout(50)
    with pytest.raises(Error):
        page.goto("http://nowhere.invalid/")
    assert [line.split(":")[0] for line in complaints] == [
        "the browser's console",
        "a script failed",
        "a request left the machine",
    ]
    complaints.clear()


def test_commands_act_on_the_site_that_is_served(site):
    assert "unbroken" in site.run("ledger", "verify")
    assert "wrong usage" not in site.run("ledger", "what", code=64)


def test_two_copies_are_two_sites(an_empty_site, site):
    assert site.home != an_empty_site.home
    assert (site.home / "secret").read_text() == (an_empty_site.home / "secret").read_text()
    assert site.environment != an_empty_site.environment


def test_an_error_of_the_server_is_heard(site):
    site.said += [
        '{"level": "warning", "message": "Not Found: /x"}\n',
        '{"level": "error", "message": "broken"}\n',
    ]
    assert site.errors() == ["broken"]
    site.said.clear()


def test_the_demo_has_heard_its_story(a_told_site, demo):
    assert any(line.split()[:1] == ["owner"] for line in a_told_site.said), "`wian up` names who may sign in"
    entries = re.search(r"(\d+) entries, unbroken", demo.run("ledger", "verify"))
    assert entries
    assert int(entries[1]) > 20
