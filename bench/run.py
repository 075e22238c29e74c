"""One run: one PostgreSQL server with the big country in it, the floor and Wian served from it."""

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from bench import load
from bench.flow import Visit
from bench.machine import tree
from bench.postgres import Server
from bench.site import Served, wian

if TYPE_CHECKING:
    from bench.country import Country

ACCOUNTS, CROWDS = 1600, 30


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


class Run:
    """`with Run() as run`: what is asked for is made once, when it is first asked for, and gone at the end."""

    def __init__(self, *, units: int = 8800, accounts: int = ACCOUNTS, crowds: int = CROWDS) -> None:
        self.size = {"units": units, "accounts": accounts, "crowds": crowds}
        self.open = ExitStack()
        self.floors: list[load.Took] = []  # every insert at one client, over the whole run
        self.done: Counter[str] = Counter()  # flows by what was done in them

    def __enter__(self) -> Self:
        self.home = Path(tempfile.mkdtemp(prefix="wian-bench-"))
        self.open.callback(shutil.rmtree, self.home, ignore_errors=True)
        self.server = Server()
        self.open.callback(self.server.stop)
        self.database = self.server.create("wian")
        os.environ |= {
            "WIAN_HOME": str(self.home),
            "WIAN_DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "wian.house.settings",
        }
        import django

        django.setup()
        from django.db import connection

        from wian.house.cli import prepare

        self.open.callback(connection.close_pool)  # type: ignore[attr-defined]
        self.open.callback(connection.close)
        prepare()
        return self

    def __exit__(self, *_trouble: object) -> None:
        self.open.close()

    @cached_property
    def country(self) -> "Country":
        from django.db import connection

        from bench.country import build

        began = time.monotonic()
        made = build(**self.size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.building = time.monotonic() - began
        say(f"{self.size['units']} units in {self.building:.0f} s")
        return made

    @cached_property
    def site(self) -> Served:
        """Wian with the country in it."""
        assert self.country
        return self.open.enter_context(wian(self.home, self.database))

    @cached_property
    def floor(self) -> Served:
        words = [sys.executable, "-m", "bench.floor"]
        return self.open.enter_context(
            Served(
                words, WIAN_HOME=str(self.home), WIAN_DATABASE_URL=self.server.create("floor"), PORT="18600"
            )
        )

    @property
    def workers(self) -> list[int]:
        """The web processes of Wian that answer requests."""
        return tree(self.site.process.pid)[1:]

    def insert(self, *, clients: int = 1, count: int = 200) -> load.Took:
        """The floor: one row in one transaction, again and again."""
        took = load.pages(self.floor.address, "/insert/", clients=clients, count=count)
        if clients == 1:
            self.floors.append(took)
        return took

    def cookies_of(self, account: Any) -> dict[str, str]:
        """A session of the account's, made in the database instead of by the form, which takes 30 sign-ins a minute from one address."""
        from django.test import Client

        client = Client()
        client.force_login(account)
        return {name: morsel.value for name, morsel in client.cookies.items()}

    @cached_property
    def fresh(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Answer pages on which nothing has been done yet, each with the cookies of its preparer."""
        made = self.country
        rows = made.fresh.recipients.filter(unit__in=made.preparers)
        return iter([(f"/responses/{row.pk}/", self.cookies_of(made.preparers[row.unit_id])) for row in rows])

    def visits(self, act: str, count: int) -> list[Visit]:
        """So many flows, each of another person in another unit."""
        self.done[act] += count
        return [Visit(cookies, path, act) for path, cookies in (next(self.fresh) for _ in range(count))]
