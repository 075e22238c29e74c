"""Servers to measure: Wian, and the floor beside it."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60


class Served:
    """A command of its own process tree that serves HTTP; `with Served(…) as site: site.address`."""

    def __init__(self, words: list[str], **environment: str) -> None:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("WIAN_", "DJANGO_"))
        }
        self.environment = kept | {"WEB_CONCURRENCY": "2", "PYTHONPATH": str(ROOT)} | environment
        self.words = words
        self.address = ""

    def __enter__(self) -> Self:
        self.said = tempfile.TemporaryFile("w+")
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            self.words,
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.said,
            text=True,
        )
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.search(r"http://[\d.:]+", line):
                self.address = found[0]
                return self
        self.said.seek(0)
        raise RuntimeError(f"{' '.join(self.words)} ended:\n{self.said.read()}")

    def __exit__(self, *_trouble: object) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()
        self.said.close()


def wian(home: Path, database: str, command: str = "serve", **environment: str) -> Served:
    """`wian serve` on a database of the run."""
    program = str(Path(sys.executable).with_name("wian"))
    own = {"WIAN_HOME": str(home), "WIAN_DATABASE_URL": database, "WIAN_WORKERS": "0", "PORT": "18400"}
    return Served([program, command], **own | environment)
