"""Refusals have names: a code, a sentence that says what happened to what, and a remedy."""

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import get_language

from saraban.numerals import to_thai

Text = str | Promise
REFUSALS: dict[str, type["Refusal"]] = {}


class Refusal(Exception):
    """An act that may not be done now, and why.

    A room's refusals stand in its `refusals.py`, one class each. The sentence and the remedy are what
    people read, in their language; `%(name)s` in them is filled from the facts given when raising.
    The facts may hold names of people: they are for the screen, never for ledger or log.
    """

    code: ClassVar[str]
    sentence: ClassVar[Text]
    remedy: ClassVar[Text]

    def __init_subclass__(cls) -> None:
        if REFUSALS.setdefault(cls.code, cls) is not cls:
            raise TypeError(f"two refusals are called {cls.code}")

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.code)
        self.facts = facts

    @property
    def message(self) -> str:
        return str(self.sentence) % self._shown()

    @property
    def what_now(self) -> str:
        return str(self.remedy) % self._shown()

    def _shown(self) -> dict[str, Any]:
        """The facts as people read them: numbers in Thai digits in Thai."""
        thai = get_language() == "th"
        return {
            name: to_thai(fact) if thai and isinstance(fact, int) else fact
            for name, fact in self.facts.items()
        }
