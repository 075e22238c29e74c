from typing import Any

from django.db import transaction

from wian.directory.models import Unit
from wian.house.management.commands.serve import Command as Serve
from wian.kit import clock
from wian.kit.models import DemoClock


class Command(Serve):
    help = "Serve this site; an empty one first hears the demo's story."

    def handle(self, *args: Any, **options: Any) -> None:
        if not Unit.objects.exists():
            from wian.desks.story import tell  # the story is not read where a real site is served

            self.stdout.write("An empty site: telling the demo's story")
            self.stdout.flush()
            with transaction.atomic():
                tell(at=clock.now())
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
