import os
import traceback
from typing import Any

from django.core.management.base import CommandError
from django.db import connections, transaction

from wian.directory.models import Unit
from wian.house.management.commands.serve import Command as Serve
from wian.kit import clock
from wian.kit.models import DemoClock


def tell_apart() -> None:
    """Tell the story in a process of its own: it typesets letters, and Typst's threads would not live on in the forked server."""
    connections.close_all()
    if pid := os.fork():
        if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
            raise CommandError("The story could not be told; nothing of it was kept.")
        return
    code = 1
    try:
        from wian.desks.story import tell  # the story is not read where a real site is served

        with transaction.atomic():
            tell(at=clock.now())
        code = 0
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(code)


class Command(Serve):
    help = "Serve this site; an empty one first hears the demo's story."

    def handle(self, *args: Any, **options: Any) -> None:
        if not Unit.objects.exists():
            self.stdout.write("An empty site: telling the demo's story")
            self.stdout.flush()
            tell_apart()
        self.accounts = self.demo_accounts()
        super().handle(*args, **options)

    def demo_accounts(self) -> list[tuple[str, str, str]]:
        """Who may sign in to a demo; nobody is named on a real site."""
        if not DemoClock.row():
            return []
        from wian.desks.story import accounts

        return list(accounts())

    def announce(self, address: str) -> None:
        if self.accounts:
            self.stdout.write("\nSign in as:")
            for username, password, office in self.accounts:
                self.stdout.write(f"  {username:<14} {password:<14} {office}")
            self.stdout.write("")
        super().announce(address)
