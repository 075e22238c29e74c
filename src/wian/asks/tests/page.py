"""A page of the proposal as a browser sends it back: every field as it stands, unless something is typed."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from wian.kit.forms import CSRF


def fields_on(response: Any) -> dict[str, str]:
    """What the form of the page would send, pressing no button."""
    reader = _Fields()
    reader.feed(response.content.decode())
    return reader.fields


def fill(browser: Client, url: str, typed: Mapping[str, str], *, press: str = "") -> Any:
    """Open the page, type into its fields, and press a button: the one of that name, or the one without a name."""
    fields = fields_on(browser.get(url))
    return browser.post(url, {**fields, **typed, **({press: ""} if press else {})})


def page_of(browser: Client, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


class _Fields(HTMLParser):
    """The fields in the main part of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.fields: dict[str, str] = {}
        self.name = ""  # of the textarea or select that is open

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.inside = True
        elif not self.inside or found.get("name") == CSRF:
            return
        elif (
            tag == "input"
            and (found["type"] not in {"checkbox", "radio"} or "checked" in found)
            and found["type"] != "file"
        ):
            self.fields[found["name"]] = found.get("value", "on" if found["type"] == "checkbox" else "")
        elif tag in {"textarea", "select"}:
            self.name = found["name"]
            self.fields[self.name] = ""
        elif tag == "option" and "selected" in found:
            self.fields[self.name] = found["value"]

    def handle_data(self, data: str) -> None:
        if self.name and self.get_starttag_text().startswith("<textarea"):
            self.fields[self.name] += data.removeprefix("\n") if not self.fields[self.name] else data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"textarea", "select"}:
            self.name = ""
        elif tag == "main":
            self.inside = False
