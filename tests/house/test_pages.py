"""The measure itself: a page that asks once a row is caught, one that asks once is not."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from wian.kit.models import Once

pytestmark = pytest.mark.django_db


def add(count: int) -> None:
    Once.objects.bulk_create(Once(actor="row", key=uuid4(), url="/") for _ in range(count))


def page(reads):
    """A client whose every page does `reads`."""

    def get(url):
        reads()
        return SimpleNamespace(status_code=200)

    return SimpleNamespace(get=get)


def test_a_query_a_row_is_caught(asks_no_more_with_more_rows):
    def once_a_row() -> None:
        for row in Once.objects.filter(actor="row"):
            Once.objects.get(pk=row.pk)

    with pytest.raises(AssertionError, match="4 queries with 3 rows, 31 with 30"):
        asks_no_more_with_more_rows(page(once_a_row), "/", add)


def test_one_query_is_well(asks_no_more_with_more_rows):
    asks_no_more_with_more_rows(page(lambda: list(Once.objects.filter(actor="row"))), "/", add)
