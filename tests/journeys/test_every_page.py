"""Every page that the story leads to, in Thai on a phone, in both colours: no axe violation, nothing wider than the screen."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import OpenBrowser

# who of the demo -> from where to start; pages are found by following the links there
STARTS = ("owner", "preparer", "head", "executive", "sole", "deputy", "auditor", "administrator")
PAGES_AT_MOST = 14


def enter(page: Page, who: str) -> None:
    page.goto("/demo/")
    page.locator(f"button[name=as][value={who}], form:has(input[value={who}]) button").click()


def shape(url: str) -> str:
    """The page's kind: its path without numbers, so that one of each kind is enough."""
    return "".join("#" if letter.isdigit() else letter for letter in url.split("?")[0])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_is_closed_to_anybody(demo, open_browser: OpenBrowser, axe, theme):
    page = open_browser(theme=theme, width=390, height=844)
    seen: set[str] = set()
    wrong = {}
    for path in ("/demo/", "/accounts/login/", "/nowhere/"):
        page.goto(path)
        wrong[path] = [*axe(page), *too_wide(page)]
    for who in STARTS:
        enter(page, who)
        waiting = ["/"]
        for _ in range(PAGES_AT_MOST):
            if not waiting:
                break
            path = waiting.pop(0)
            answer = page.goto(path)
            assert answer.status in {200, 409}, path
            wrong[f"{who} {path}"] = [*axe(page), *too_wide(page)]
            for link in page.locator("a[href^='/']").evaluate_all(
                "all => all.map(a => a.getAttribute('href').split('#')[0])"
            ):
                kind = shape(link)
                if kind not in seen and not link.split("?")[0].endswith((".xlsx", ".csv", "/original/")):
                    seen.add(kind)
                    waiting.append(link)
    assert {path: found for path, found in wrong.items() if found} == {}
    assert len(seen) > 12


def too_wide(page: Page) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} px wide"] if width > 390 else []
