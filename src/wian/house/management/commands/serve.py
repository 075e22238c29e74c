from typing import Any

from wian.house.server import serve
from wian.kit.command import Command as Base


class Command(Base):
    help = "Serve this site on 127.0.0.1, at PORT (8000) or the next free port."

    def handle(self, *args: Any, **options: Any) -> None:
        serve(ready=self.announce)

    def announce(self, address: str) -> None:
        self.stdout.write(f"Wian is at {address}  (Ctrl-C stops it)")
        self.stdout.flush()
