"""A browser without JavaScript, in the standard library alone: cookies, keep-alive, the forms of a page."""

import re
import time
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from typing import Self
from urllib.parse import urlencode, urlsplit

FIELD = re.compile(r"<(?:input|textarea|select)\b([^>]*)>")
IDLE = 1.5  # seconds after which the server may have closed a connection
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


class Browser:
    """One person at one browser. An answer with another status than expected is an AssertionError."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.connection = HTTPConnection(self.host, timeout=120)
        self.cookies: dict[str, str] = {}
        self.bytes = 0
        self.used = 0.0

    def of(self, cookies: dict[str, str]) -> Self:
        """From here on somebody else's."""
        self.cookies = dict(cookies)
        return self

    def get(self, path: str, *, status: int = 200) -> str:
        return self._ask("GET", path, None, {status})[0]

    def post(self, path: str, fields: dict[str, str], *, status: int = 302) -> str:
        """Post a form; answers where it leads."""
        return self._ask("POST", path, fields, {status})[1]

    def try_post(self, path: str, fields: dict[str, str]) -> bool:
        """Post a form; True when it acted, False when it was refused."""
        return bool(self._ask("POST", path, fields, {302, 409})[1])

    def fetch(self, path: str) -> bytes:
        """Download a file, taking it as it comes; `bytes` counts them."""
        response = self._send("GET", path, None, self._headers())
        assert response.status == 200, f"GET {path}: {response.status}"
        self.bytes, first = 0, b""
        while data := response.read(65536):
            first = first or data
            self.bytes += len(data)
        return first

    def close(self) -> None:
        self.connection.close()

    def _ask(
        self, method: str, path: str, fields: dict[str, str] | None, expected: set[int]
    ) -> tuple[str, str]:
        headers, body = self._headers(), None
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields).encode()
        response = self._send(method, path.partition("#")[0], body, headers)
        data = response.read()
        self.bytes = len(data)
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, value = value.partition(";")[0].partition("=")
                self.cookies[cookie] = value
        assert response.status in expected, f"{method} {path}: {response.status}\n{_words(data.decode())}"
        return data.decode(errors="replace"), response.headers.get("Location", "")

    def _send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> HTTPResponse:
        if time.monotonic() - self.used > IDLE:
            self.connection.close()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        self.used = time.monotonic()
        return response

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Accept": "text/html"} | ({"Cookie": cookies} if cookies else {})


def action_on(page: str, ends: str) -> str:
    """Where the first form posts to whose address ends so."""
    found = re.search(rf'<form[^>]* action="([^"]*{re.escape(ends)})"', page)
    assert found, f"no form posts to …{ends}"
    return found[1]


def form_on(page: str, action: str) -> dict[str, str]:
    """The fields of the form that posts to `action`, as a browser sends them untouched (texts and choices empty)."""
    start = page.index(f'action="{action}"')
    fields = (_attributes(tag) for tag in FIELD.findall(page[start : page.index("</form>", start)]))
    return {one["name"]: one.get("value", "") for one in fields if "name" in one}


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}


def _words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))[:600]
