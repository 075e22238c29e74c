from typing import Any

from django.core.management.base import CommandParser

from wian.kit.command import Command as Base
from wian.ledger.chain import first_break
from wian.ledger.models import Head

WHY = {"changed": "it is not what was written", "missing": "it is not there", "unwritten": "no act wrote it"}


class Command(Base):
    help = "The record of what happened: `wian ledger verify` reads the whole chain."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        broken = first_break()
        if broken:
            self.fail(
                f"ledger: entry {broken.seq} is the first broken one: {WHY[broken.why]}. "
                "Keep this database as it is, and compare it with the latest backup."
            )
        self.stdout.write(f"ledger: {Head.objects.get().seq} entries, unbroken")
