"""What was found in a pasted text. Plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass

#: A line gives so many people; what stands behind them is left over.
MOST_IN_A_LINE = 3
#: Stands in sources and leftovers where the number of an identity card stood.
HIDDEN_ID = "×-××××-×××××-××-×"


@dataclass(frozen=True, slots=True)
class PastedPerson:
    """One person, in the words that were pasted; "" is what was not said.

    `post` holds the level too; `phone` every number, with a comma between two; `source` the lines all this comes from.
    """

    title: str = ""
    given_name: str = ""
    family_name: str = ""
    post: str = ""
    phone: str = ""
    email: str = ""
    unit: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """The people of a text in its order, the lines that name nobody, and how many identity numbers were dropped."""

    people: tuple[PastedPerson, ...]
    leftovers: tuple[str, ...]
    dropped_ids: int
