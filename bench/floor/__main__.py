"""Serve the floor the way Wian is served: the same gunicorn, the same pool."""

import os
from typing import Any

import django
from gunicorn.app.base import BaseApplication

PORT = int(os.environ.get("PORT", "18600"))
# As `wian.house.server` has it (tests/test_floor.py).
SETTINGS = {
    "bind": f"127.0.0.1:{PORT}",
    "worker_class": "gthread",
    "workers": int(os.environ.get("WEB_CONCURRENCY", "1")),
    "threads": 8,
    "loglevel": "warning",
    "control_socket_disable": True,
    "when_ready": lambda _: print(f"http://127.0.0.1:{PORT}", flush=True),
}


class Floor(BaseApplication):  # type: ignore[misc]
    def load_config(self) -> None:
        for name, value in SETTINGS.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from django.core.wsgi import get_wsgi_application

        return get_wsgi_application()


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.floor.settings"
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", run_syncdb=True, verbosity=0)
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    Floor().run()


if __name__ == "__main__":
    main()
