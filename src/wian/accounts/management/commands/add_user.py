import getpass
import sys
from typing import Any

from django.core.management.base import CommandParser

from wian.accounts.commands.add_user import add_user
from wian.directory.models import Role
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.kit.command import Command as Base
from wian.kit.refusal import Refusal


class Command(Base):
    help = (
        "Let a person sign in, in a post of a unit. The password is asked for, or read from standard input."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="title, given and family name")
        parser.add_argument("--unit", required=True, help="name of the unit, as in the directory")
        parser.add_argument(
            "--post", required=True, help="title of the post; made when the unit has none of that title"
        )
        parser.add_argument(
            "--role", action="append", choices=Role.values, required=True, help="may be repeated"
        )
        parser.add_argument("--phone", default="")
        parser.add_argument("--email", default="", help="where notices go")

    def handle(self, *args: Any, **options: Any) -> None:
        password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            account = add_user(
                options["username"],
                password=password,
                name=options["name"],
                unit=options["unit"],
                post=options["post"],
                roles=options["role"],
                phone=options["phone"],
                email=options["email"],
                by=COMMAND_LINE,
                at=clock.now(),
            )
        except Refusal as refusal:
            self.refuse(refusal)
        self.stdout.write(f"{account.username}: {account.person} · {options['post']} · {options['unit']}")
