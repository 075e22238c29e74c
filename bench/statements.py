"""Every statement of the two flows, request by request, as the database hears them."""

from collections.abc import Iterator

from bench.browser import Browser, form_on
from bench.flow import TYPED
from bench.run import Run

LOGIN = "/accounts/login/"


def statements_of(run: Run, act: str) -> list[list[str]]:
    """What each of the three requests asks the database, session and sign-in included, transaction control not."""
    [visit] = run.visits(act, 1)
    browser = Browser(run.site.address).of(visit.cookies)
    browser.get("/")  # the browser's own key is given once a sign-in
    found = []
    with run.server.counting() as log:
        page = browser.get(visit.path)
        found.append(log())
        action, fields = visit.form(page)
        to = browser.post(action, fields)
        found.append(log())
        browser.get(to)
        found.append(log())
    browser.close()
    return found


def printed() -> Iterator[str]:
    """All of them, of a small country, for whoever wants to know what is asked."""
    with Run(units=120, accounts=4, crowds=0) as run:
        for act in TYPED:
            found = statements_of(run, act)
            for request, asked in zip(
                ("GET the answer page", f"POST {act}", "GET after it"), found, strict=True
            ):
                yield f"\n== {act}: {request}: {len(asked)} statements"
                yield from (f"{number:3} {text}" for number, text in enumerate(asked, start=1))
            yield f"\n== {act}: {sum(map(len, found))} statements in {len(found)} requests"
        yield f"\n== sign-in: {len(signing_in(run))} statements"


def signing_in(run: Run) -> list[str]:
    """The sign-in itself, which no flow counts: the form and the post."""
    browser = Browser(run.site.address)
    with run.server.counting() as log:
        fields = form_on(browser.get(LOGIN), LOGIN)
        browser.post(LOGIN, fields | {"login": "big-owner", "password": "wian-demo"})
        asked = log()
    browser.close()
    return asked
