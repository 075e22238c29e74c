import re
from dataclasses import dataclass

# What no person types: keys and digests, choices such as "holding:12", a ticked box.
_NOT_TYPED = re.compile(r"[0-9a-f-]{32,}|[a-z]+:\d+|on|\s*")
_CODE = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Posted:
    """A form as it was posted: where to, its fields in their order, and the names of its files."""

    path: str
    fields: list[tuple[str, str]]
    files: list[str]

    @property
    def typed(self) -> list[str]:
        """What a person typed or chose, without what the form carried by itself."""
        return [
            value
            for name, value in self.fields
            if not name.endswith("_FORMS")
            and not name.startswith("version-")
            and not _NOT_TYPED.fullmatch(value)
        ]

    @property
    def words(self) -> list[str]:
        """The same as people read it: without what is probably the code of a choice, such as "phone"."""
        return [value for value in self.typed if not _CODE.fullmatch(value)]
