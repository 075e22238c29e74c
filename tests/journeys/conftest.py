"""Journeys: a real site and a real browser, which may talk to nobody else and must not complain.

`site`           an empty site, served; `site.run("read-in", file, "--launch")` gives it a command
`demo`           a site that has heard the demo's story, served
`open_browser`   `open_browser(language="th", theme="light", width=1280)` -> a page of its own session
`page`           one such page
`axe`            `axe(page)` -> the violations, one line each
"""

import os
import shutil
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.journeys.site import Site

QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
OpenBrowser = Callable[..., Page]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "smoke: the one journey that also runs on SQLite")


@pytest.fixture(scope="session")
def an_empty_site() -> Iterator[Site]:
    """Made once: migrated, its static files gathered. Each test gets a copy."""
    made = Site()
    try:
        made.start().stop()
        yield made
    finally:
        made.remove()


@pytest.fixture(scope="session")
def a_told_site(an_empty_site: Site) -> Iterator[Site]:
    """Made once: the demo's story told. Each test gets a copy."""
    made = an_empty_site.copy()
    try:
        made.start("up").stop()
        yield made
    finally:
        made.remove()


@pytest.fixture
def site(an_empty_site: Site) -> Iterator[Site]:
    made = an_empty_site.copy()
    try:
        yield made.start()
        made.stop()
        assert made.errors() == []
    finally:
        made.remove()


@pytest.fixture
def demo(a_told_site: Site) -> Iterator[Site]:
    made = a_told_site.copy()
    try:
        yield made.start()
        made.stop()
        assert made.errors() == []
    finally:
        made.remove()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "the journeys need Chromium: apt-get install chromium, or name it in CHROMIUM"
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET, *as_root])
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browser complained about; a test that wants a complaint clears the list."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def open_browser(
    chromium: Browser, complaints: list[str], request: pytest.FixtureRequest
) -> Iterator[OpenBrowser]:
    """Opens sessions apart from each other. The test fails on what any of them complained about."""
    site = next(request.getfixturevalue(name) for name in ("site", "demo") if name in request.fixturenames)
    contexts = []

    def asked(asking: Request) -> None:
        if urlsplit(asking.url).hostname not in {"127.0.0.1", None}:
            complaints.append(f"a request left the machine: {asking.url}")

    def said(message: ConsoleMessage) -> None:
        # A page that answers 4xx on purpose is named by the browser too; the test itself checks statuses.
        if message.type == "error" and not message.text.startswith(
            "Failed to load resource: the server responded with"
        ):
            complaints.append(f"the browser's console: {message.text}")

    def open_one(language: str = "th", theme: str = "light", width: int = 1280, height: int = 900) -> Page:
        context = chromium.new_context(
            base_url=site.address,
            viewport={"width": width, "height": height},
            locale="en-US",
            timezone_id="Asia/Bangkok",
        )
        contexts.append(context)
        cookies = {"wian_language": language, "wian_theme": theme}
        context.add_cookies(
            [{"name": name, "value": value, "url": site.address} for name, value in cookies.items()]
        )
        context.set_default_timeout(10_000)
        context.on("request", asked)
        context.on("console", said)
        context.on("weberror", lambda error: complaints.append(f"a script failed: {error.error}"))
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_browser: OpenBrowser) -> Page:
    return open_browser()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core holds against the page as it stands: rule, element, remedy."""

    def violations(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [
            f"{one['id']}: {node['html'][:160]} — {one['help']}" for one in found for node in one["nodes"]
        ]

    return violations
