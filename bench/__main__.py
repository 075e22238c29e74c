"""python -m bench [part …]      measure everything, or the parts named: flows storm matrix exports start
python -m bench statements    every statement of a nomination and a proposal
python -m bench country [units [accounts]]   fill the empty site of WIAN_HOME (WIAN_DATABASE_URL) with the big country
"""

import os
import sys
import time
from datetime import UTC, datetime

FOOT = """
floor: a Django view without middleware that inserts one row in one transaction; the same gunicorn (2 processes of 8 threads) and
the same PostgreSQL for floor and Wian, fsync off for both. Medians of three rounds. Clients share the machine's processors with both.
Sessions were made in the database: the form takes 30 sign-ins a minute from one address.
"""


def measure(names: list[str]) -> int:
    from bench.measures import PARTS
    from bench.results import LATEST, Result, table, write
    from bench.run import Run, say

    if unknown := set(names) - set(PARTS):
        sys.exit(f"bench: there is no part {', '.join(unknown)}; there is: {', '.join(PARTS)}")
    began, results = time.monotonic(), []
    with Run() as run:
        for name in names or PARTS:
            found = list(PARTS[name](run))
            results += found
            say(f"{table(found)}\n{name}: done after {time.monotonic() - began:.0f} s\n")
        if len(run.floors) > 1:
            p50 = [took.p50 * 1000 for took in run.floors]
            results.append(
                Result("floor insert p50, slowest of the run over the quickest", max(p50), "ms", min(p50))
            )
    write(results, whole=not names, at=datetime.now(UTC))
    print(table(results), FOOT, f"{LATEST.name}: {time.monotonic() - began:.0f} s", sep="\n")
    return 0


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
