"""The fixture of concurrent tests itself: threads see each other's commits, and nobody else does."""

from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from wian.kit.models import Once


def test_threads_see_what_others_committed(copied_database):
    key = uuid4()
    copied_database.together([lambda: Once.objects.create(actor="writer", key=key, url="/")])
    seen = copied_database.together([lambda: Once.objects.filter(key=key).count()] * 4)
    assert seen == [1, 1, 1, 1]


def test_each_thread_has_a_connection_of_its_own(copied_database):
    all_connected = Barrier(3)

    def me() -> int:
        connection.ensure_connection()
        all_connected.wait(10)
        return id(connection.connection)

    assert len(set(copied_database.together([me] * 3))) == 3


@pytest.mark.parametrize("_", [1, 2])
def test_a_copy_starts_from_the_template_and_ends_with_its_test(copied_database, _):
    assert not Once.objects.filter(actor="left behind").exists()
    Once.objects.create(actor="left behind", key=uuid4(), url="/")


@pytest.mark.django_db
def test_the_template_is_untouched():
    assert not Once.objects.filter(actor__in=["left behind", "writer"]).exists()


def test_what_a_thread_raised_is_answered(copied_database):
    (error,) = copied_database.together([lambda: 1 / 0])
    assert isinstance(error, ZeroDivisionError)
