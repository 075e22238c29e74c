"""Who acts: a person in a capacity. Government acts by office, not by sign-in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person in one office, for the length of one request or one command.

    `key` names the capacity for the ledger and `once` ("holding:12", "command-line");
    `title` is the office as it stands on paper, which may be written down for ever;
    `name` is the person's, for the screen only;
    `path` is the place of the office's unit in the tree ("/1/4/"): whoever may read
    for a unit may read for those below it.
    """

    key: str
    title: str
    name: str = ""
    person: int | None = None
    post: int | None = None
    unit: int | None = None
    unit_name: str = ""
    path: str = ""
    roles: frozenset[str] = field(default_factory=frozenset)

    @property
    def office(self) -> str:
        """The office with its unit, as the ledger keeps it: "นิติกรชำนาญการ กองกฎหมาย"."""
        return self.title if self.unit_name in self.title else f"{self.title} {self.unit_name}"

    def is_any(self, *roles: str) -> bool:
        """Does this office carry one of the roles?"""
        return not self.roles.isdisjoint(roles)


COMMAND_LINE = Actor(key="command-line", title="command line", roles=frozenset({"owner"}))
