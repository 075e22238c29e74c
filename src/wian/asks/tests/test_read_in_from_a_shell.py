"""The installed command in a home that was empty before: few tests, they cost a second each."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from wian.asks.tests.command import KEYS, Done
from wian.asks.tests.letters import NEWS, NOMINATE


@pytest.fixture
def home(tmp_path) -> Path:
    return tmp_path / "home"


def run(home: Path, *words: object) -> Done:
    ours = {"WIAN_HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C"}
    program = [str(Path(sys.executable).with_name("wian")), *map(str, words)]
    done = subprocess.run(program, env=ours, capture_output=True, cwd=home.parent, check=False, timeout=60)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def count(home: Path, table: str) -> int:
    with closing(sqlite3.connect(home / "wian.sqlite3")) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_from_an_empty_home_to_a_campaign(home, letter):
    file = letter(NOMINATE)
    tables = ("asks_readin", "files_file", "circulars_circular", "ledger_entry", "asks_obligation")

    def counts() -> list[int]:
        return [count(home, table) for table in tables]

    shown = run(home, "read-in", file, "--dry-run", "--json")
    assert (shown.code, shown.said["units"], counts()) == (0, 3, [0, 0, 0, 0, 0])
    assert not (home / "files").exists()
    kept = run(home, "read-in", file)
    assert (kept.code, kept.err, counts()) == (0, "", [1, 1, 0, 0, 0])
    launched = run(home, "read-in", file, "--launch", "--json")
    assert (launched.code, list(launched.said)) == (0, KEYS)
    after = counts()
    assert after == [1, 1, 1, 11, 3]
    assert run(home, "read-in", file, "--launch", "--json").refusal == (1, "launched-before")
    assert counts() == after
    assert run(home, "ledger", "verify").code == 0


def test_bad_input(home, letter):
    news = letter(data=NEWS.encode(), name="news.txt")
    wrong = (("read-in", news), ("read-in", home / "missing.txt"), ("read-in",), ("read-out", news))
    done = [run(home, *words) for words in wrong]
    assert [(one.code, one.out) for one in done] == [(1, ""), (2, ""), (64, ""), (64, "")]
    assert "usage: wian read-in" in done[2].err
    assert "read-in" in done[3].err, "what there is instead"
