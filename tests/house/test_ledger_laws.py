"""The ledger is append-only in the database itself, on this engine, after every migrate."""

import pytest
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.utils import timezone

from wian.ledger import triggers
from wian.ledger.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> Entry:
    seq = (Entry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0) + 1
    return Entry.objects.create(
        seq=seq, at=timezone.now(), event="a.b", actor="test", office="", about="a.b:1", payload="{}"
    )


def installed() -> set[str]:
    query = (
        "SELECT tgname FROM pg_trigger WHERE tgrelid = 'ledger_entry'::regclass AND NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entry'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()}


def wanted() -> set[str]:
    own = "ledger_no_truncate" if connection.vendor == "postgresql" else "ledger_no_replace"
    return {*triggers.NAMES, own}


def test_triggers_are_there():
    assert installed() == wanted()


def test_a_migrate_puts_back_what_a_table_remake_dropped():
    with connection.cursor() as cursor:
        cursor.execute(
            f"DROP TRIGGER ledger_no_update{' ON ledger_entry' if connection.vendor == 'postgresql' else ''}"
        )
    assert installed() != wanted()
    call_command("migrate", verbosity=0)
    assert installed() == wanted()


def refused(change) -> bool:
    with pytest.raises(Error, match="append-only"), transaction.atomic():
        change()
    return True


def test_an_entry_is_never_changed(entry):
    assert refused(lambda: Entry.objects.filter(pk=entry.pk).update(event="c.d"))
    assert Entry.objects.get(pk=entry.pk).event == "a.b"


def test_an_entry_is_never_deleted(entry):
    assert refused(lambda: Entry.objects.filter(pk=entry.pk).delete())
    assert Entry.objects.filter(pk=entry.pk).exists()


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            "INSERT OR REPLACE INTO ledger_entry (seq, {columns}) SELECT seq, {columns} FROM ledger_entry WHERE seq = %s",
            marks=pytest.mark.only_on("sqlite"),
        ),
        "INSERT INTO ledger_entry (seq, {columns}) SELECT seq, {columns} FROM ledger_entry WHERE seq = %s "
        "ON CONFLICT (seq) DO UPDATE SET event = 'c.d'",
    ],
    ids=["replace", "upsert"],
)
def test_an_entry_is_never_written_over(entry, statement):
    def write_over() -> None:
        columns = "at, event, actor, office, about, because, payload, prev, hash"
        with connection.cursor() as cursor:
            cursor.execute(statement.format(columns=columns), [entry.seq])

    assert refused(write_over)
    assert Entry.objects.get(pk=entry.pk).event == "a.b"


@pytest.mark.only_on("postgresql")
def test_the_table_is_never_emptied(entry):
    def truncate() -> None:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE ledger_entry CASCADE")

    assert refused(truncate)
    assert Entry.objects.filter(pk=entry.pk).exists()
