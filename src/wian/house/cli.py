"""The `wian` command: Django's management commands of the rooms, under their own names.

Before any of them runs, an empty WIAN_HOME gets its database and every migration it lacks.
Exit codes: 0 done · 1 refused, with a code · 2 input that cannot be read · 64 wrong usage.
"""

import os
import sys

USAGE = 64
WITHOUT_DATABASE = {
    "docs",
    "messages",
    "makemigrations",
    "collectstatic",
    "check",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wian.house.settings")
    if sys.argv[1:2] == ["makemigrations"]:
        os.environ.setdefault("WIAN_DEVELOPMENT", "1")  # keeps max_migration.txt
    import django
    from django.core.management import get_commands, load_command_class

    django.setup()
    words = sys.argv[1:] or ["help"]
    name = words[0].replace("-", "_")
    ours = sorted(command for command, app in get_commands().items() if str(app).startswith("wian."))
    if name in {"help", "__help", "_h"}:
        print("wian " + " | ".join(command.replace("_", "-") for command in ours))
        return
    if name not in get_commands():
        print(
            f"wian: there is no command {words[0]!r}; there is: {', '.join(c.replace('_', '-') for c in ours)}",
            file=sys.stderr,
        )
        sys.exit(USAGE)
    if name not in WITHOUT_DATABASE:
        prepare()
    app = get_commands()[name]
    command = load_command_class(str(app), name) if isinstance(app, str) else app
    command.run_from_argv(["wian", *words])


def prepare() -> None:
    """Migrate a database that lacks a migration, one process at a time. Costs one query when nothing is missing."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from wian.house.home import locked

    with locked("migrating"):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
