"""Serving a site from this process: static files gathered, a free port, gunicorn, and workers beside it."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication

from wian.house.keeper import Keeper

HOST = "127.0.0.1"
PORTS = 100


def serve(*, ready: Callable[[str], None]) -> None:
    """Serve until Ctrl-C. Calls `ready` with the site's address once it answers."""
    gather_static()
    port = free_port(int(os.environ.get("PORT", "8000")))
    for connection in connections.all():  # the server forks: no connection may be shared
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]
    _Server(port, ready, Keeper(int(os.environ.get("WIAN_WORKERS", "1")))).run()


def free_port(first: int) -> int:
    """`first`, or the next port that nobody listens on."""
    for port in range(first, first + PORTS):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((HOST, port))
            except OSError:
                continue
            return port
    sys.exit(f"wian: every port from {first} to {first + PORTS - 1} is taken; set PORT to a free one")


def gather_static() -> None:
    """Run collectstatic when a static file was added, changed or removed since it last ran."""
    mark = Path(settings.STATIC_ROOT) / ".gathered"
    state = static_state()
    if not mark.exists() or mark.read_text() != state:
        call_command("collectstatic", interactive=False, verbosity=0)
        mark.write_text(state)


def static_state() -> str:
    """What the static files are, by path, size and time."""
    digest = sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = os.stat(storage.path(path))  # noqa: PTH116 - storages answer text
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _ends_when_told() -> None:
    """A process of gunicorn loses a signal that comes before it listens, and is waited for half a minute."""
    for number in (signal.SIGTERM, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, port: int, ready: Callable[[str], None], keeper: Keeper) -> None:
        self.settings = {
            "bind": f"{HOST}:{port}",
            "worker_class": "gthread",
            "workers": int(os.environ.get("WEB_CONCURRENCY", "1")),
            "threads": 8,
            "loglevel": "warning",
            "control_socket_disable": True,
            "post_fork": lambda _server, _process: _ends_when_told(),
            "when_ready": lambda _: ready(f"http://{HOST}:{port}/"),
            "on_exit": lambda _: keeper.stop(),
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return get_wsgi_application()
