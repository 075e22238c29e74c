"""The one PostgreSQL server of a run: the tests' own, with a log in which statements are counted."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from tests.postgres import Postgres

RECORD = re.compile(r"@@(\d+) LOG:  (?:statement|execute [^:]*): (.*?)(?=\n@@|\Z)", re.DOTALL)
CONTROL = re.compile(r"(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|START TRANSACTION)\b", re.IGNORECASE)


def statements_in(log: str) -> list[str]:
    """The statements of a stretch of the log, in their order; transaction control and SET left out."""
    found = (text.replace("\n\t", "\n").strip() for _process, text in RECORD.findall(log))
    return [text for text in found if text and not CONTROL.match(text)]


class Server(Postgres):
    """`with server.counting() as log:` … `log()` answers the statements since the last call."""

    def create(self, database: str) -> str:
        """An empty database; answers its URL."""
        self.execute(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def execute(self, *statements: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)  # type: ignore[call-overload]

    @contextmanager
    def counting(self) -> Iterator["Log"]:
        """While open, every statement of every connection is written to the server's log."""
        self._log_statements("all")
        try:
            yield Log(self)
        finally:
            self._log_statements("none")

    def _log_statements(self, which: str) -> None:
        self.execute(
            "ALTER SYSTEM SET log_line_prefix = '@@%p '",
            f"ALTER SYSTEM SET log_statement = '{which}'",
            "SELECT pg_reload_conf()",
        )
        time.sleep(0.3)  # until every process of the server has read it


class Log:
    """What was asked of the server, call by call."""

    def __init__(self, server: Server) -> None:
        self.path = server.folder / "log"
        self.at = self.path.stat().st_size

    def __call__(self) -> list[str]:
        with self.path.open("rb") as file:
            file.seek(self.at)
            text = file.read()
            self.at = file.tell()
        return statements_in(text.decode(errors="replace"))
