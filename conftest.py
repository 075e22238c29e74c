"""Every test: a home of its own, the database chosen by `--database`, the story told once.

`db`                a test inside a transaction that is rolled back; the story is in the database
`story`             the cast of the story, and the clock standing at the moment it was told
`copied_database`   a database of the test's own with real commits, for threads and several connections
"""

import copy
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django
import pytest
from tests.copied import CopiedDatabase

TOLD = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)  # a Friday, ten in the morning in Bangkok


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="engine of the test databases"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose home and database. Workers of xdist inherit both from the process that started them."""
    config.addinivalue_line(
        "markers", "only_on(engine): the law holds on one engine only; left out on the other"
    )
    config.addinivalue_line("markers", "static: reads the source alone; run by `make check`")
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        run = tempfile.mkdtemp(prefix="wian-test-")
        config.add_cleanup(lambda: shutil.rmtree(run, ignore_errors=True))
        os.environ["WIAN_TEST_RUN"] = run
        os.environ.pop("WIAN_DATABASE_URL", None)  # never the database of a real site
        if config.getoption("database") == "postgresql" and not config.option.collectonly:
            from tests.postgres import Postgres

            server = Postgres()
            config.add_cleanup(server.stop)
            os.environ["WIAN_DATABASE_URL"] = server.url()
    os.environ["WIAN_HOME"] = str(Path(os.environ["WIAN_TEST_RUN"]) / (worker or "one"))
    os.environ["WIAN_DEVELOPMENT"] = "1"
    if "DJANGO_SETTINGS_MODULE" in os.environ:
        raise pytest.UsageError("the tests choose their settings: unset DJANGO_SETTINGS_MODULE")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")
        django.setup()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, and count as left out, what is a law of the other engine."""
    engine = config.getoption("database")
    marks = {item: item.get_closest_marker("only_on") for item in items}
    left_out = [item for item, mark in marks.items() if mark and engine not in mark.args]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


class _Told:
    """What became of telling the story in this worker: its cast, or why there is none."""

    cast: Any = None
    trouble: Exception | None = None


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[_Told]:
    """This worker's database: migrated, and the story told in it once. Tests roll back to here."""
    from django.db import transaction
    from django.test.utils import setup_databases, teardown_databases

    told = _Told()
    with django_db_blocker.unblock():
        made = setup_databases(
            verbosity=0, interactive=False, aliases={"default": False}, serialized_aliases=[]
        )
        try:
            from wian.desks.story import tell

            with transaction.atomic():
                told.cast = tell(at=TOLD)
        except Exception as trouble:  # shown by every test that asks for the story
            told.trouble = trouble
    yield told
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the house's clock: `clock(moment)` makes it stand there until the test ends."""

    def stand_at(moment: datetime) -> None:
        monkeypatch.setattr("wian.kit.clock.timezone", SimpleNamespace(now=lambda: moment))

    return stand_at


@pytest.fixture
def story(db: None, django_db_setup: _Told, clock: Callable[[datetime], None]) -> Any:
    """The cast of the story, fresh for this test, at the moment it was told (`story` stands in a transaction)."""
    if django_db_setup.trouble:
        raise django_db_setup.trouble
    clock(TOLD)
    return copy.deepcopy(django_db_setup.cast)


@pytest.fixture
def copied_database(django_db_setup: _Told, django_db_blocker: Any) -> Iterator[CopiedDatabase]:
    """A copy of this worker's database that every thread of the test connects to; dropped afterwards."""
    with django_db_blocker.unblock(), CopiedDatabase() as copied:
        yield copied


@pytest.fixture
def asks_no_more_with_more_rows() -> Callable[..., None]:
    """Check that a page asks the database as often with 30 rows as with 3.

    `add(n)` adds n rows of what the page lists:
    `asks_no_more_with_more_rows(client, "/circulars/", add)`
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def questions(client: Any, url: str) -> list[str]:
        client.get(url)  # what is cached by the first visit is no part of the page
        with CaptureQueriesContext(connection) as asked:
            response = client.get(url)
        assert response.status_code == 200, f"{url} answered {response.status_code}"
        return [query["sql"] for query in asked.captured_queries]

    def check(client: Any, url: str, add: Callable[[int], object]) -> None:
        add(3)
        few = questions(client, url)
        add(27)
        many = questions(client, url)
        more = "\n".join(sql[:300] for sql in many if many.count(sql) > 1 or sql not in few)
        assert len(many) <= len(few), f"{len(few)} queries with 3 rows, {len(many)} with 30:\n{more}"

    return check
