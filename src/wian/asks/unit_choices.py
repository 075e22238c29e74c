"""What the owner chose where the name of a unit is not sure: a unit of the directory, a new one, or none. Pure: no queries.

A choice is kept with the other corrections, in a field of its own that goes with the unit's name: it stays with the name
wherever that stands in the list, and is asked for again as soon as the name is another one.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from saraban.words import fold
from wian.asks.doubts import key_of

USE = "unit-"  # and the key of the name
NEW, OUT = "new", "out"  # enter it, or leave it out; or the id of a unit
CHOICES_AT_MOST = 20_000


def field_of(name: str) -> str:
    """The name of the field in which the owner chooses what a unit's name means."""
    return USE + key_of("unit", fold(name))


def choices_in(posted: Mapping[str, Any]) -> dict[str, str]:
    """The choices on a page that was sent, to be kept."""
    chosen = (
        (name, str(value)) for name, value in posted.items() if re.fullmatch(f"{USE}[0-9a-f]{{12}}", name)
    )
    return dict(
        [one for one in chosen if re.fullmatch(rf"{NEW}|{OUT}|[0-9]{{1,18}}", one[1])][:CHOICES_AT_MOST]
    )


def choices_of(names: Iterable[str], corrections: Mapping[str, str]) -> dict[str, str]:
    """What was chosen for each of `names`; those for which nothing was chosen are left out."""
    if not any(field.startswith(USE) for field in corrections):
        return {}
    return {name: choice for name in names if (choice := corrections.get(field_of(name)))}
