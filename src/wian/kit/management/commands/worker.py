import signal
from typing import Any

from django.core.management.base import CommandParser

from wian.kit.command import Command as Base
from wian.kit.work import Worker


class Command(Base):
    help = "Do what waits to be done: jobs, delivery of the record, daily work. Runs until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        worker = Worker()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        worker.run(until_idle=options["once"])
