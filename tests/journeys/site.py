"""A site as a ministry runs it: its own WIAN_HOME, its own database, `wian` in processes of its own."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Self

import psycopg

WIAN = Path(sys.executable).with_name("wian")
PATIENCE = 60


class Site:
    """One site. `run` gives it a command, `start` serves it; `stop` ends the server, `remove` everything."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="wian-site-"))
        self.server: subprocess.Popen[str] | None = None
        self.said: list[str] = []
        self.address = ""
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("WIAN_", "DJANGO_", "PYTEST_"))
        }
        self.environment |= {"WIAN_HOME": str(self.home), "PORT": str(18000 + os.getpid() % 20000)}
        self.database = self.home.name.replace("-", "_").lower()
        self.engine = os.environ.get("WIAN_DATABASE_URL", "")
        if self.engine:
            self._engine(f'CREATE DATABASE "{self.database}"')
            self.environment["WIAN_DATABASE_URL"] = self._url(self.database)

    def copy(self) -> "Site":
        """Another site that stands where this one stands now. This one must be stopped."""
        other = Site()
        shutil.copytree(
            self.home, other.home, dirs_exist_ok=True, ignore=shutil.ignore_patterns("wian.sqlite3*")
        )
        if self.engine:
            self._engine(f'DROP DATABASE "{other.database}"')
            self._engine(f'CREATE DATABASE "{other.database}" TEMPLATE "{self.database}"')
        else:
            name = "wian.sqlite3"
            with (
                closing(sqlite3.connect(self.home / name)) as here,
                closing(sqlite3.connect(other.home / name)) as there,
            ):
                here.backup(there)
        return other

    def run(self, *words: object, code: int = 0, stdin: str | None = None) -> str:
        """`wian …` on this site; answers what it printed. It must exit with `code`."""
        done = subprocess.run(
            [WIAN, *map(str, words)],
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        said = f"wian {' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}{done.stderr}"
        assert done.returncode == code, said
        return done.stdout

    def start(self, command: str = "serve") -> Self:
        """Serve with `wian serve`, or `wian up`, which tells the demo's story to an empty site."""
        self.server = subprocess.Popen(
            [WIAN, command],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.server.stdout
        for line in self.server.stdout:
            self.said.append(line)
            if found := re.search(r"http://\S+", line):
                self.address = found[0].rstrip("/")
                break
        else:
            raise AssertionError(f"wian {command} ended: {''.join(self.said)}")
        self.listener = Thread(target=self.said.extend, args=[self.server.stdout], daemon=True)
        self.listener.start()
        return self

    def stop(self) -> None:
        if self.server:
            self.server.terminate()
            self.server.wait(PATIENCE)
            self.listener.join(PATIENCE)
            assert self.server.stdout
            self.server.stdout.close()
            self.server = None

    def errors(self) -> list[str]:
        """What the server logged as an error."""
        lines = [json.loads(line) for line in self.said if line.startswith("{")]
        return [line["message"] for line in lines if line["level"] in {"error", "critical"}]

    def remove(self) -> None:
        self.stop()
        if self.engine:
            self._engine(f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')
        shutil.rmtree(self.home, ignore_errors=True)

    def _url(self, database: str) -> str:
        return f"{self.engine.rsplit('/', 1)[0]}/{database}"

    def _engine(self, statement: str) -> None:
        with psycopg.connect(self.engine, autocommit=True) as engine:
            engine.execute(statement)  # type: ignore[call-overload]
