"""What an event is. Every room's `events.py` holds its own, in the past tense."""

import re
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from wian.kit.refusal import Text

EVENTS: dict[str, type["Event"]] = {}
PLAIN = (str, int, bool, type(None))


@dataclass(frozen=True, slots=True)
class Event:
    """A fact as the ledger keeps it: ids, numbers, codes and office titles.

    Never a person's name, phone, e-mail or free text: those must stay possible to purge, and are
    looked up when the fact is read. `says` is the sentence a reader sees after who and when.
    """

    name: ClassVar[str]
    says: ClassVar[Text]
    schema: ClassVar[int] = 1

    def __init_subclass__(cls) -> None:
        room = cls.__module__.split(".")[-2]
        cls.name = f"{room}.{re.sub(r'(?<!^)(?=[A-Z])', '_', cls.__name__).lower()}"
        EVENTS[cls.name] = cls

    def payload(self) -> dict[str, Any]:
        """The fields with the schema's number. Raises TypeError for what is not plain data."""
        facts = {field.name: getattr(self, field.name) for field in fields(self)}
        for name, value in facts.items():
            items = value if isinstance(value, list | tuple) else [value]
            if not all(isinstance(item, PLAIN) for item in items):
                raise TypeError(f"{self.name}.{name} is not plain data")
        return {"schema": self.schema, **facts}
