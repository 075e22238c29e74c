"""The pages of docs/ that are written from the code: every event and every refusal, in both languages."""

from collections.abc import Iterable
from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.utils import translation
from django.utils.html import escape

from wian.house.rooms import OPEN
from wian.kit.refusal import REFUSALS, Refusal, Text
from wian.ledger.events import EVENTS, Event

DOCS = Path(__file__).parents[3] / "docs"
NOTE = "Written by `wian docs` from the code: change it there.\n"
RECORDED = f"""# What the ledger records

{NOTE}
Each event is kept with its number in the chain, when, by which office, about what and because of what.
Its fields hold ids, numbers, codes and office titles; never a person's name, a phone or free text.
"""
REFUSED = f"""# What Wian refuses, and what to do then

{NOTE}
The code stands small after the sentence on the page, and in the log.
"""


def pages() -> dict[Path, str]:
    """The generated pages and what they must say."""
    return {DOCS / "events.md": events_page(), DOCS / "refusals.md": refusals_page()}


def events() -> list[type[Event]]:
    """The events of the open rooms, by room and name."""
    modules = _import_all("events")
    return sorted(
        (event for event in EVENTS.values() if event.__module__ in modules), key=lambda event: event.name
    )


def refusals() -> list[type[Refusal]]:
    """The refusals of the open rooms, by code."""
    modules = _import_all("refusals")
    return sorted((one for one in REFUSALS.values() if one.__module__ in modules), key=lambda one: one.code)


def events_page() -> str:
    rows = (
        (
            f"`{event.name}`",
            _in("en", event.says),
            _in("th", event.says),
            ", ".join(f"`{field.name}`" for field in fields(event)),
            " ".join((event.__doc__ or "").split()),
        )
        for event in events()
    )
    return f"{RECORDED}\n{_table(('event', 'in English', 'in Thai', 'fields', 'meaning'), rows)}"


def refusals_page() -> str:
    rows = (
        (
            f"`{one.code}`",
            _in("en", one.sentence),
            _in("en", one.remedy),
            _in("th", one.sentence),
            _in("th", one.remedy),
        )
        for one in refusals()
    )
    head = ("code", "sentence", "what to do", "in Thai", "what to do, in Thai")
    return f"{REFUSED}\n{_table(head, rows)}"


def _import_all(part: str) -> set[str]:
    names = {f"wian.{room}.{part}" for room in OPEN if find_spec(f"wian.{room}.{part}")}
    for name in names:
        import_module(name)
    return names


def _in(language: str, text: Text) -> str:
    with translation.override(language):
        return escape(str(text)).replace("&#x27;", "'").replace("&quot;", '"')


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)
