"""python -m bench [part …]      measure everything, or the parts named: flows storm matrix exports start reading typesetting
python -m bench statements    every statement of a nomination and a proposal
python -m bench country [units [accounts]]   fill the empty site of WIAN_HOME (WIAN_DATABASE_URL) with the big country
"""

import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from bench.load import Took
from bench.results import LATEST, Result, table, write
from bench.run import Run, say

FOOT = """
floor: a Django view without middleware that inserts one row in one transaction; the same gunicorn (2 processes of 8 threads) and
the same PostgreSQL for floor and Wian, fsync off for both. Medians of three rounds. Clients share the machine's processors with both.
floor of reading: one word segmentation of the same text (pythainlp, newmm); of typesetting: Typst alone, once, on the same data.
Sessions were made in the database: the form takes 30 sign-ins a minute from one address.
"""


def measure(names: list[str]) -> int:
    from bench.measures import ALONE, PARTS

    if unknown := set(names) - {*PARTS, *ALONE}:
        sys.exit(f"bench: there is no part {', '.join(unknown)}; there is: {', '.join((*PARTS, *ALONE))}")
    began, results = time.monotonic(), []
    for name, found in measured(names or [*PARTS, *ALONE]):
        results += found
        say(f"{table(found)}\n{name}: done after {time.monotonic() - began:.0f} s\n")
    write(results, whole=not names, at=datetime.now(UTC))
    print(table(results), FOOT, f"{LATEST.name}: {time.monotonic() - began:.0f} s", sep="\n")
    return 0


def measured(names: list[str]) -> Iterator[tuple[str, list[Result]]]:
    """The results of each part; a database and a site only for those that need them."""
    from bench.measures import ALONE, PARTS

    for name in names:
        if name in ALONE:
            yield name, list(ALONE[name]())
    if parts := [name for name in names if name in PARTS]:
        with Run() as run:
            for name in parts:
                yield name, list(PARTS[name](run))
            if len(run.floors) > 1:
                yield "floor", [drift(run.floors)]


def drift(floors: list[Took]) -> Result:
    p50 = [took.p50 * 1000 for took in floors]
    return Result("floor insert p50, slowest of the run over the quickest", max(p50), "ms", min(p50))


def country(units: str = "8800", accounts: str = "20") -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wian.house.settings")
    import django

    django.setup()
    from bench.country import build
    from bench.country.land import PASSWORD
    from wian.directory.models import Unit
    from wian.house.cli import prepare

    prepare()
    if Unit.objects.exists():
        sys.exit("bench: this site is not empty; name another WIAN_HOME")
    began = time.monotonic()
    made = build(units=int(units), accounts=int(accounts))
    print(f"{units} units in {time.monotonic() - began:.0f} s; sign in as one of these, with {PASSWORD}:")
    print(
        "big-owner, big-executive, big-auditor, "
        + ", ".join(account.username for account in made.preparers.values())
    )


def main(words: list[str]) -> None:
    match words:
        case ["statements"]:
            from bench.statements import printed

            for line in printed():
                print(line)
        case ["country", *numbers]:
            country(*numbers)
        case ["-h" | "--help"]:
            print(__doc__)
        case _:
            sys.exit(measure(words))


if __name__ == "__main__":
    main(sys.argv[1:])
