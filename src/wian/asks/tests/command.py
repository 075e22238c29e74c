"""`wian read-in` run inside the test, and what it left behind."""

import json
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.core.management import call_command, load_command_class

KEYS = [
    "initiative", "circular", "units", "asks", "seats", "conflicts", "questions", "warnings", "created_units",
]  # fmt: skip
REFUSED = ["refusal", "message", "remedy"]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> dict[str, Any]:
        """The one object on stdout; fails when there is anything else."""
        said = json.loads(self.out)
        assert self.err == ""
        return said

    @property
    def refusal(self) -> tuple[int, str]:
        said = self.said
        assert list(said) == REFUSED
        assert all(said.values()), "a code, a sentence and a remedy"
        return self.code, said["refusal"]


def wian(*words: object) -> Done:
    """Run `wian read-in` in this process, on the database of the test."""
    out, err, code = StringIO(), StringIO(), 0
    command = load_command_class("wian.asks", "read_in")
    try:
        call_command(command, *map(str, words), stdout=out, stderr=err)
    except SystemExit as stop:
        code = int(stop.code or 0)
    return Done(code, out.getvalue(), err.getvalue())
