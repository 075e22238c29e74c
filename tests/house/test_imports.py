"""The order of the house: rooms import downwards, through their public parts; layers inside a room too."""

from functools import cache

import grimp
import pytest

from wian.house.rooms import OPEN, ORDER

pytestmark = pytest.mark.static

# What a room shows the rooms above it. `refusals` are part of a command's contract: who calls it may catch them.
PUBLIC = {"models", "queries", "commands", "events", "states", "refusals"}
OWN_PUBLIC = {"ledger": {"delivery"}}
# Pieces without domain words, made to be used by every room.
WHOLLY_PUBLIC = {"kit"}
# A story is told with the stories of the rooms below; the roof starts the telling (`wian up`).
TELLERS = {"story", "tests"}

# Inside a room, from the top: a layer imports from those below it and from its own.
LAYERS = (
    {"apps", "urls", "management"},  # where a room is put together
    {"views"},
    {"forms", "sheet", "templatetags"},
    {"tasks", "story"},
    {"notices", "faces", "middleware", "adapter", "context"},
    {"commands"},
    {"queries"},
    {"rules"},
    {"models"},
    {"states", "events", "refusals"},
)
LEVEL = {part: level for level, layer in enumerate(LAYERS) for part in layer}
# Parts with a name of their own, and the layer they stand in.
OWN_PARTS = {
    "accounts": {"sessions": "middleware", "messages": "middleware"},
    "outbox": {"mail": "queries", "server": "queries"},
    "ledger": {"chain": "queries", "triggers": "queries", "outside": "queries", "delivery": "commands"},
    "asks": {
        "proposal": "rules",
        "corrections": "rules",
        "doubts": "rules",
        "places": "rules",
        "unit_choices": "rules",
    },
    "responses": {"difference": "rules", "drafting": "forms", "suggestions": "queries"},
}
# Rooms that are no stage of the work: the roof and the tool box are laid out by themselves.
WITHOUT_LAYERS = {"house", "kit"}


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("wian", "saraban", include_external_packages=True, cache_dir=None)


def imports() -> list[tuple[str, str]]:
    """Every import of the source except those of tests and migrations: (importer, imported)."""
    modules = [
        module for module in graph().modules if not {"tests", "migrations"}.intersection(module.split("."))
    ]
    return [
        (module, found)
        for module in sorted(modules)
        for found in graph().find_modules_directly_imported_by(module)
    ]


def room_of(module: str) -> str | None:
    names = module.split(".")
    return names[1] if names[0] == "wian" and len(names) > 1 and names[1] in ORDER else None


def part_of(module: str) -> str:
    names = module.split(".")
    return names[2] if len(names) > 2 else ""


def test_every_room_stands_in_the_order():
    folders = {module.split(".")[1] for module in graph().modules if module.startswith("wian.")}
    assert folders <= set(ORDER)


def test_rooms_import_only_from_below():
    wrong = [
        f"{importer} imports {imported}"
        for importer, imported in imports()
        if (upper := room_of(importer))
        and (lower := room_of(imported))
        and ORDER.index(upper) > ORDER.index(lower)
    ]
    assert wrong == []


def test_imports_between_rooms_end_in_public_parts():
    wrong = []
    for importer, imported in imports():
        upper, lower = room_of(importer), room_of(imported)
        if not upper or not lower or upper == lower or lower in WHOLLY_PUBLIC:
            continue
        part = part_of(imported)
        told = part == "story" and (upper == "house" or part_of(importer) in TELLERS)
        if part not in PUBLIC | OWN_PUBLIC.get(lower, set()) and not told:
            wrong.append(f"{importer} imports {imported}")
    assert wrong == []


@pytest.mark.parametrize("room", [room for room in OPEN if room not in WITHOUT_LAYERS])
def test_layers_inside_a_room(room):
    own = OWN_PARTS.get(room, {})

    def level(module: str) -> int:
        part = part_of(module)
        assert part in LEVEL or part in own, f"{module}: which layer is {part!r}? Say so in OWN_PARTS"
        return LEVEL[own.get(part, part)]

    inside = [(a, b) for a, b in imports() if room_of(a) == room_of(b) == room and part_of(a) and part_of(b)]
    wrong = [
        f"{importer} imports {imported}" for importer, imported in inside if level(importer) > level(imported)
    ]
    assert wrong == []


def test_saraban_knows_neither_django_nor_wian():
    wrong = [
        f"{importer} imports {imported}"
        for importer, imported in imports()
        if importer.split(".")[0] == "saraban" and imported.split(".")[0] in {"django", "wian"}
    ]
    assert wrong == []


def test_the_graph_is_not_empty():
    """The laws above hold of nothing when nothing was read."""
    assert ("wian.ledger.commands.record", "wian.kit.act") in imports()
    assert any(imported.split(".")[0] == "django" for _, imported in imports())
