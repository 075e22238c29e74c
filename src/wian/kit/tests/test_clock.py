from datetime import UTC, date, datetime, timedelta

import pytest

from wian.kit import clock as house_clock
from wian.kit.models import DemoClock

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 11, 20, 16, 59, 59, tzinfo=UTC)  # one second before midnight in Bangkok
NEXT = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_demo():
    DemoClock.objects.all().delete()


def test_now_is_in_utc(clock):
    clock(LATE)
    assert house_clock.now() == LATE
    assert house_clock.now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(("moment", "day"), [(LATE, date(2026, 11, 20)), (NEXT, date(2026, 11, 21))])
def test_today_is_the_date_in_bangkok(clock, moment, day):
    clock(moment)
    assert house_clock.today() == day


def test_a_demo_may_be_moved_on(clock):
    DemoClock.objects.create(days=3)
    clock(LATE)
    assert house_clock.today() == date(2026, 11, 23)


def test_within_a_request_the_offset_is_read_once(clock, django_assert_num_queries):
    DemoClock.objects.create(days=3)
    clock(LATE)
    with django_assert_num_queries(1), house_clock.read_once():
        assert [house_clock.today() for _ in range(3)] == [date(2026, 11, 23)] * 3
    with house_clock.read_once():
        house_clock.today()
        DemoClock.objects.update(days=4)
        assert house_clock.today() == date(2026, 11, 23)
    assert house_clock.today() == date(2026, 11, 24)


def test_what_was_learned_with_something_else_is_not_read(clock, django_assert_num_queries):
    clock(LATE)
    with django_assert_num_queries(0), house_clock.read_once():
        house_clock.learn(2)
        assert house_clock.is_demo()
        assert house_clock.today() == date(2026, 11, 22)
        house_clock.learn(None)
        assert not house_clock.is_demo()


def test_a_deadline_ends_with_its_day_in_bangkok():
    end = house_clock.end_of(date(2026, 11, 20))
    assert end == LATE
    assert house_clock.day_of(end) == date(2026, 11, 20)


def test_without_a_demo_the_clock_is_the_clock_of_the_world():
    before = datetime.now(UTC)
    assert before <= house_clock.now() <= datetime.now(UTC)
