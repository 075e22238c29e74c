"""What is recorded, in which order, and how a change to it is found."""

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.chain import canonical, first_break
from wian.ledger.commands.record import record
from wian.ledger.events import EVENTS, Event
from wian.ledger.models import Entry, Head

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
CLERK = Actor(key="holding:7", title="เจ้าพนักงานธุรการ", name="not for the ledger")


@dataclass(frozen=True, slots=True)
class Counted(Event):
    """A number was counted."""

    says = "counted"
    number: int


class RefusedError(Exception):
    pass


@act
def count(number: int) -> None:
    record(
        Counted(number=number),
        by=CLERK,
        at=AT,
        about=Ref("test.thing", number),
        because=[Ref("test.cause", 1)],
    )


def numbers() -> list[int]:
    entries = Entry.objects.filter(event=Counted.name).order_by("seq")
    return [json.loads(entry.payload)["number"] for entry in entries]


def tamper(statement: str, *values: str | int) -> None:
    """Do what only someone with the database in hand can do."""
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            table = " ON ledger_entry" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER ledger_no_{verb}{table}")
        cursor.execute(statement, values)


def verify() -> tuple[int, str]:
    """What `wian ledger verify` exits with and says."""
    out, err = StringIO(), StringIO()
    try:
        call_command("ledger", "verify", stdout=out, stderr=err)
    except SystemExit as stopped:
        return int(stopped.code or 0), err.getvalue()
    return 0, out.getvalue()


def test_outside_of_an_act_nothing_is_recorded():
    with pytest.raises(RuntimeError, match="inside an act"):
        record(Counted(number=1), by=CLERK, at=AT, about=Ref("test.thing", 1))


@pytest.mark.django_db
def test_an_act_is_recorded_with_office_time_subject_and_cause():
    before = Head.objects.get()
    count(3)
    entry = Entry.objects.latest("seq")
    assert (entry.seq, entry.prev) == (before.seq + 1, before.hash)
    assert (entry.event, entry.at, entry.actor, entry.office) == (
        "tests.counted",
        AT,
        "holding:7",
        CLERK.title,
    )
    assert (entry.about_ref, entry.because) == (Ref("test.thing", 3), ["test.cause:1"])
    assert json.loads(entry.payload) == {"schema": 1, "number": 3}
    assert (Head.objects.get().seq, Head.objects.get().hash) == (entry.seq, entry.hash)
    assert first_break() is None


@pytest.mark.django_db
def test_every_command_of_an_act_records_and_entries_come_last():
    @act
    def outer() -> int:
        count(1)
        count(2)
        return Entry.objects.filter(event=Counted.name).count()

    assert outer() == 0, "entries are the last statements of the act"
    assert numbers() == [1, 2]


@pytest.mark.django_db
def test_a_refused_command_inside_an_act_leaves_nothing():
    @act
    def refused() -> None:
        count(2)
        raise RefusedError

    @act
    def outer() -> None:
        count(1)
        with pytest.raises(RefusedError):
            refused()
        count(3)

    outer()
    assert numbers() == [1, 3]
    assert first_break() is None


@pytest.mark.django_db
def test_a_refused_act_leaves_nothing():
    before = Head.objects.get().seq

    @act
    def refused() -> None:
        count(1)
        raise RefusedError

    with pytest.raises(RefusedError):
        refused()
    assert numbers() == []
    assert Head.objects.get().seq == before


def test_an_event_holds_plain_data_only():
    with pytest.raises(TypeError, match=r"tests\.counted\.number"):
        Counted(number=AT).payload()  # type: ignore[arg-type]
    assert EVENTS["tests.counted"] is Counted


def test_canonical_json_is_the_same_whatever_the_order():
    assert canonical({"b": 1, "a": "ก"}) == canonical({"a": "ก", "b": 1}) == '{"a":"ก","b":1}'


@pytest.mark.django_db
def test_an_unbroken_chain_is_verified():
    count(1)
    code, said = verify()
    assert (code, said.strip()) == (0, f"ledger: {Head.objects.get().seq} entries, unbroken")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-20 03:00:01+00:00"),
        ("because", "[]"),
        ("payload", '{"number":9,"schema":1}'),
        *((column, "other") for column in ("office", "actor", "about", "event", "hash", "prev")),
    ],
)
def test_a_forged_entry_is_named(column, value):
    for number in (1, 2, 3):
        count(number)
    forged = Entry.objects.filter(event=Counted.name).order_by("seq")[1].seq
    tamper(f"UPDATE ledger_entry SET {column} = %s WHERE seq = %s", value, forged)
    code, said = verify()
    assert code == 1
    assert f"entry {forged} " in said


@pytest.mark.django_db
def test_a_deleted_entry_in_the_middle_is_named():
    for number in (1, 2, 3):
        count(number)
    gone = Entry.objects.filter(event=Counted.name).order_by("seq")[1].seq
    tamper("DELETE FROM ledger_entry WHERE seq = %s", gone)
    code, said = verify()
    assert code == 1
    assert f"entry {gone} " in said


@pytest.mark.django_db
def test_a_deleted_last_entry_is_named():
    count(1)
    count(2)
    last = Head.objects.get().seq
    tamper("DELETE FROM ledger_entry WHERE seq = %s", last)
    code, said = verify()
    assert code == 1
    assert f"entry {last} " in said


@pytest.mark.django_db
def test_an_entry_slipped_in_at_the_end_is_named():
    count(1)
    head = Head.objects.get()
    extra = Entry(
        seq=head.seq + 1,
        at=AT,
        event="a.b",
        actor="x",
        office="",
        about="a.b:1",
        payload="{}",
        prev=head.hash,
    )
    extra.hash = "0" * 64
    extra.save(force_insert=True)
    code, said = verify()
    assert code == 1
    assert f"entry {extra.seq} " in said


@pytest.mark.django_db
def test_an_act_between_two_reads_of_the_check_is_no_break(monkeypatch):
    def get_and_act() -> Head:
        head = Head.objects.get()
        count(2)
        return head

    count(1)
    reads = SimpleNamespace(get=get_and_act, select_for_update=Head.objects.select_for_update)
    monkeypatch.setattr("wian.ledger.chain.Head", SimpleNamespace(objects=reads))
    assert first_break() is None
    assert 2 in numbers()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "office"),
    [("เจ้าพนักงานธุรการ", "เจ้าพนักงานธุรการ กองกฎหมาย"), ("ผู้อำนวยการกองกฎหมาย", "ผู้อำนวยการกองกฎหมาย")],
)
def test_the_office_is_kept_with_its_unit_once(title, office):
    by = replace(CLERK, title=title, unit_name="กองกฎหมาย")

    @act
    def counted() -> None:
        record(Counted(number=1), by=by, at=AT, about=Ref("test.thing", 1))

    counted()
    assert Entry.objects.latest("seq").office == office


def test_the_command_line_exits_with_1(tmp_path):
    """The whole way: a site of its own, changed behind its back."""
    environment = {
        "WIAN_HOME": str(tmp_path),
        "PATH": "",
        "PYTHONPATH": ":".join(path for path in sys.path if path),
    }

    def wian(code: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    command = "import sys; sys.argv = ['wian', 'ledger', 'verify']; from wian.house.cli import main; main()"
    first = wian(command)
    assert (first.returncode, first.stdout.strip()) == (0, "ledger: 0 entries, unbroken")
    wian(
        f"import sqlite3; c = sqlite3.connect({str(tmp_path / 'wian.sqlite3')!r}); c.execute('UPDATE ledger_head SET seq = 1'); c.commit()"
    )
    second = wian(command)
    assert second.returncode == 1
    assert "entry 1 is the first broken one" in second.stderr


def test_acts_at_the_same_time_leave_one_unbroken_chain(copied_database):
    before = Head.objects.get().seq

    def twenty(thread: int):
        return lambda: [count(thread * 100 + number) for number in range(20)]

    outcomes = copied_database.together([twenty(thread) for thread in range(8)])
    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert sorted(numbers()) == sorted(thread * 100 + number for thread in range(8) for number in range(20))
    assert Head.objects.get().seq == before + 160
    assert first_break() is None
