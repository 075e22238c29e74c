"""Triggers that refuse to change or delete an entry, on both engines.

They are put back after every migrate: a SQLite table remake drops them silently.
"""

from typing import Any

from django.db import connections

NAMES = ("ledger_no_update", "ledger_no_delete")

SQLITE = [
    f"CREATE TRIGGER IF NOT EXISTS ledger_no_{verb.lower()} BEFORE {verb} ON ledger_entry "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    for verb in ("UPDATE", "DELETE")
]
# REPLACE deletes without firing a DELETE trigger.
SQLITE.append(
    "CREATE TRIGGER IF NOT EXISTS ledger_no_replace BEFORE INSERT ON ledger_entry "
    "WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE seq = NEW.seq) "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
)
POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$",
    "CREATE OR REPLACE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_entry EXECUTE FUNCTION ledger_refuse()",
    "CREATE OR REPLACE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_entry EXECUTE FUNCTION ledger_refuse()",
    "CREATE OR REPLACE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_entry EXECUTE FUNCTION ledger_refuse()",
]


def install(using: str = "default", **_: Any) -> None:
    """Make the triggers that are missing."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in POSTGRESQL if connection.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)
