from typing import Any

from django.core.management.base import CommandParser

from wian.house.catalogue import DOCS, pages
from wian.kit.command import Command as Base


class Command(Base):
    help = "Write docs/events.md and docs/refusals.md from the code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say which page differs from the code")

    def handle(self, *args: Any, **options: Any) -> None:
        if not DOCS.is_dir():
            self.fail("docs: there is no docs folder beside src; run this in a checkout")
        differ = [page for page, text in pages().items() if not page.exists() or page.read_text() != text]
        if options["check"]:
            if differ:
                self.fail(
                    f"docs: {', '.join(page.name for page in differ)} differs from the code; run `wian docs`"
                )
            return
        for page, text in pages().items():
            page.write_text(text)
