"""What every `wian` command shares: its exit codes."""

import sys
from argparse import SUPPRESS
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from wian.kit.refusal import Refusal

REFUSED, USAGE = 1, 64


class _Parser(CommandParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


class Command(BaseCommand):
    """A command of a room. Wrong usage exits with 64; `fail` with a code of the command's own."""

    requires_system_checks = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = _Parser(prog=f"{prog_name} {subcommand}", description=self.help or None)
        for option in ("--settings", "--pythonpath", "--verbosity"):
            parser.add_argument(option, help=SUPPRESS, default=1 if option == "--verbosity" else None)
        parser.add_argument("--traceback", action="store_true", help=SUPPRESS)
        parser.add_argument("--no-color", action="store_true", help=SUPPRESS)
        parser.add_argument("--force-color", action="store_true", help=SUPPRESS)
        parser.set_defaults(skip_checks=True)
        self.add_arguments(parser)
        return parser

    def fail(self, message: str, code: int = REFUSED) -> NoReturn:
        self.stderr.write(message)
        sys.exit(code)

    def refuse(self, refusal: Refusal, code: int = REFUSED) -> NoReturn:
        """Say why, in both languages, since nobody knows who reads a terminal."""
        for language in ("th", "en"):
            with translation.override(language):
                self.stderr.write(f"{refusal.message} {refusal.what_now}")
        self.fail(f"({refusal.code})", code)
