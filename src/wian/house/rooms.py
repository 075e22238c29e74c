"""The rooms of the house, from the roof down: a room may import only from those below it.

This one list feeds INSTALLED_APPS, the URLconf and the law of imports (`tests/house/test_imports.py`).
A room is opened when its first verb is real; the order is declared from the start.
"""

from pathlib import Path

ORDER = (
    "house",
    # tell
    "desks",
    "api",
    "reports",
    # act
    "projects",
    "ideas",
    "workshops",
    # answer
    "appointments",
    "responses",
    "asks",
    # call
    "circulars",
    "meetings",
    "letters",
    "initiatives",
    # ground
    "accounts",
    "outbox",
    "directory",
    "files",
    "ledger",
    "kit",
)

OPEN = tuple(room for room in ORDER if (Path(__file__).parents[1] / room / "apps.py").exists())


def urls_of(room: str) -> str | None:
    """The dotted name of a room's URLconf, or None when no page of it is open."""
    module = Path(__file__).parents[1] / room / "urls.py"
    return f"wian.{room}.urls" if module.exists() and room != "house" else None
