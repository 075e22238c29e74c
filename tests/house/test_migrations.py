"""Migrations: none missing, one line a room, built only on rooms below."""

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from wian.house.rooms import OPEN, ORDER

pytestmark = pytest.mark.static
DJANGO = {"auth", "contenttypes", "sessions", "account"}


@pytest.fixture(scope="module")
def loader() -> MigrationLoader:
    return MigrationLoader(None)


def test_none_is_missing(loader):
    with translation.override(None):  # as makemigrations does: names in English
        found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(
            graph=loader.graph
        )
    missing = {
        app: [operation.describe() for migration in migrations for operation in migration.operations]
        for app, migrations in found.items()
        if app in OPEN
    }
    assert missing == {}, "run `wian makemigrations`"


@pytest.mark.parametrize("room", OPEN)
def test_a_room_has_one_line_of_migrations(loader, room):
    names = {name for app, name in loader.graph.nodes if app == room}
    if not names:
        assert not list(apps.get_app_config(room).get_models())
        return
    assert len(loader.graph.leaf_nodes(room)) == 1
    before = {
        name: [b for a, b in loader.get_migration(room, name).dependencies if a == room] for name in names
    }
    assert sorted(map(len, before.values())) == [0] + [1] * (len(names) - 1)
    assert all(not loader.get_migration(room, name).replaces for name in names)


@pytest.mark.parametrize("room", OPEN)
def test_migrations_build_only_on_rooms_below(loader, room):
    wrong = [
        f"{room}.{name} depends on {other}"
        for app, name in loader.graph.nodes
        if app == room
        for other, _ in loader.get_migration(app, name).dependencies
        if other not in DJANGO | {"__setting__"} and ORDER.index(other) < ORDER.index(room)
    ]
    assert wrong == []


def test_django_finds_nothing_wrong():
    assert run_checks() == []
