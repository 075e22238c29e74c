"""Workers are killed at any moment, over and over: nothing is lost, and nothing is done twice that cannot be undone."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from tests.copied import CopiedDatabase
from tests.house.jobs import leave_slowly, noted
from tests.smtp import mail_server
from tests.worker import Workers
from wian.directory.models import Person
from wian.kit.work import put, put_all, run_until_idle
from wian.outbox.commands.tell import post
from wian.outbox.models import Message, Notice

JOBS, MAILS, WORKERS, LEASE, PATIENCE = 440, 60, 3, 1.5, 240


def test_killing_workers_loses_nothing_and_repeats_no_row(copied_database: CopiedDatabase, settings):
    notices = _notices_without_kills()
    settings.MAIL = True
    person = Person.objects.create(given_name="ผู้รับ", email="a@example.go.th")
    put_all(leave_slowly, [(f"job {n}", 0.01) for n in range(JOBS)])
    messages = post([person.pk] * MAILS)
    Message.objects.update(subject="ทดสอบ", body="ทดสอบ")
    kills = 0
    chance = random.Random(4)
    with mail_server() as server, Workers(copied_database.name, lease=LEASE, WIAN_SMTP=server.url) as workers:
        for _ in range(WORKERS):
            workers.start()
        until, before = time.monotonic() + PATIENCE, 0
        while (left := _left()) and time.monotonic() < until:
            time.sleep(chance.uniform(0.05, 0.8))
            if left != before:  # a busy machine is given time to do something between two kills
                workers.kill(chance.choice(workers.alive))
                workers.start()
                kills += 1
            before = left
        received = Counter(mail["id"] for mail in server.received)
    assert not _left()
    assert kills >= 10
    rows = Counter(noted())
    assert rows == Counter({f"job {n}{end}": 1 for n in range(JOBS) for end in ("", " again")})
    sent = Message.objects.exclude(state="held")
    assert Counter(sent.values_list("state", flat=True)) == {"delivered": len(received)}
    assert {message.message_id for message in messages} < set(received)
    assert received.total() - len(received) <= kills
    assert _notices() == notices


def _notices_without_kills() -> Counter[tuple[object, ...]]:
    """What the story's entries tell, to whom, in a delivery that nobody disturbs and that is undone."""
    with transaction.atomic():
        run_until_idle()
        told = _notices()
        transaction.set_rollback(True)
    assert told
    return told


def _notices() -> Counter[tuple[object, ...]]:
    return Counter(Notice.objects.values_list("entry", "person", "wording", "url"))


def _left() -> int:
    rows = DBTaskResult.objects.exclude(status="SUCCESSFUL")
    failed = [row for row in rows if row.status == "FAILED"]
    assert not failed, [(row.task_path, row.args_kwargs, row.worker_ids, row.traceback) for row in failed]
    connection.close()
    return len(rows)


@pytest.mark.only_on("postgresql")  # on SQLite nobody else can write while a job runs
def test_a_worker_that_slept_through_its_lease_leaves_nothing(copied_database: CopiedDatabase):
    put(leave_slowly, "job", 0.5)
    with Workers(copied_database.name, lease=1) as workers:
        sleeper = workers.start()
        _until(lambda: _states() == {"RUNNING"})
        os.kill(sleeper, signal.SIGSTOP)
        workers.start()
        _until(lambda: _states() == {"SUCCESSFUL"})
        os.kill(sleeper, signal.SIGCONT)
    assert noted() == ["job", "job again"]
    assert len(DBTaskResult.objects.get(task_path=leave_slowly.module_path).worker_ids) == 2


def test_a_worker_that_is_asked_to_end_finishes_its_job(copied_database: CopiedDatabase):
    put(leave_slowly, "job", 1)
    with Workers(copied_database.name) as workers:
        workers.start()
        _until(lambda: _states() == {"RUNNING"})
    assert noted() == ["job", "job again"]
    assert _states() == {"SUCCESSFUL"}


def _states() -> set[str]:
    rows = DBTaskResult.objects.filter(task_path=leave_slowly.module_path)
    return set(rows.values_list("status", flat=True))


def _until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
