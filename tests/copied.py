"""A database of one test's own, copied from the worker's: commits are real and other connections see them.

Django's transactional tests flush their tables instead, which the ledger's triggers refuse.
"""

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier
from types import TracebackType
from typing import Any, Self

from django.db import connection, connections


class CopiedDatabase:
    """While open, Django's default connection of every thread leads to the copy."""

    def __enter__(self) -> Self:
        connection.close()
        self.template = str(connection.settings_dict["NAME"])
        self.name = f"{self.template}_copy"
        self._drop()
        if connection.vendor == "postgresql":
            # A database can be copied only while nobody is connected to it.
            connection.close_pool()  # type: ignore[attr-defined]
            self._server(f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')
        else:
            with (
                closing(sqlite3.connect(self.template)) as source,
                closing(sqlite3.connect(self.name)) as target,
            ):
                source.backup(target)
        self._lead_to(self.name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lead_to(self.template)
        self._drop()

    def together(self, calls: Sequence[Callable[[], Any]]) -> list[Any]:
        """Run the calls at the same moment, each in a thread with its own connection.

        Answers what each returned, or the exception it raised, in their order.
        """
        start = Barrier(len(calls))

        def run(call: Callable[[], Any]) -> Any:
            start.wait(10)
            try:
                return call()
            except Exception as error:
                return error
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(calls)) as threads:
            return list(threads.map(run, calls))

    def _lead_to(self, name: str) -> None:
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]
        # One dictionary, shared by the connections that every thread will make.
        connection.settings_dict["NAME"] = name

    def _drop(self) -> None:
        if connection.vendor == "postgresql":
            self._server(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
        else:
            for end in ("", "-wal", "-shm"):
                Path(f"{self.name}{end}").unlink(missing_ok=True)

    def _server(self, statement: str) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
