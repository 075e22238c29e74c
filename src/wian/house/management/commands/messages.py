from typing import Any

from django.core.management.base import CommandParser

from wian.house.messages import THAI, catalogue, faults, text_of, updated
from wian.kit.command import Command as Base


class Command(Base):
    help = "Bring the Thai catalogue in step with what the code says, keeping the translations."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only name what is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        old = catalogue()
        if options["check"]:
            if found := faults(old):
                self.fail("\n".join(found))
            return
        new = updated(old)
        THAI.parent.mkdir(parents=True, exist_ok=True)
        THAI.write_text(text_of(new))
        left = sum(1 for fault in faults(new) if fault.startswith("no Thai"))
        self.stdout.write(f"messages: {len(new)}, of which {left} have no Thai yet")
