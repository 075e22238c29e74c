"""The letters of the demo read the same on whatever day it is told."""

from datetime import date, timedelta

import pytest

import saraban
from wian.asks.proposal import Proposal, propose
from wian.asks.story import earlier_letter, letter, working_day
from wian.kit import clock

DAYS = [date(2026, 11, 20), date(2026, 11, 22), date(2027, 1, 4), date(2028, 2, 29)]


def proposed(data: bytes) -> Proposal:
    return propose(saraban.read(data.decode()))


def asks(proposal: Proposal) -> list[tuple[str, date | None]]:
    return [(ask.kind, clock.day_of(ask.due_at) if ask.due_at else None) for ask in proposal.asks]


@pytest.mark.parametrize("today", DAYS)
def test_the_letter_asks_17_units_for_projects_and_names_by_tomorrow(today):
    found, tomorrow = proposed(letter(today)), today + timedelta(days=1)
    assert asks(found) == [("propose", tomorrow), ("nominate", tomorrow)]
    assert (len(found.units), found.seats, found.reading.date) == (17, 29, working_day(today, -5))


@pytest.mark.parametrize("today", DAYS)
def test_the_earlier_one_asked_8_units_for_a_report_a_reply_and_their_note(today):
    found, reply = proposed(earlier_letter(today)), working_day(today, -8)
    due = working_day(today, -3)
    assert asks(found) == [("report", due), ("attend", reply), ("acknowledge", reply)]
    assert (len(found.units), found.reading.date) == (8, working_day(today, -15))
    assert (found.reading.number, found.reading.conflicts, found.questions) == ("บช ๐๓๐๕/ว ๐๑๑๘", (), ())


def test_working_days_pass_over_saturday_and_sunday():
    friday, sunday = date(2026, 11, 20), date(2026, 11, 22)
    assert (working_day(friday, 1), working_day(sunday, -1)) == (date(2026, 11, 23), friday)
    assert working_day(friday, 0) == friday
