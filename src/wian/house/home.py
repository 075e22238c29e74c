"""WIAN_HOME: the one folder that holds what a site must not lose."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def home() -> Path:
    """The folder of this site, made when it is missing (default `var/` where the command runs)."""
    folder = Path(os.environ.get("WIAN_HOME") or "var").resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret() -> str:
    """The site's secret key, made at the first start and readable by its owner alone."""
    file = home() / "secret"
    with locked("secret"):
        if not file.exists() or not file.read_text().strip():
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as out:
                out.write(secrets.token_urlsafe(50))
        return file.read_text().strip()


@contextmanager
def locked(what: str) -> Iterator[None]:
    """One process of this site at a time."""
    with (home() / f".{what}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
