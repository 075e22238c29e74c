"""The letters of the demo and of the tests: two read in and launched as an owner would, one still to be checked."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from saraban.dates import thai_date
from saraban.numerals import to_thai
from wian.asks.commands.launch import launch
from wian.asks.commands.read_in import read, save_draft
from wian.circulars.models import Circular
from wian.kit import clock
from wian.kit.actor import Actor

# In working days before today. The letter is due tomorrow; the earlier one asks for replies, holds a meeting, is due.
SENT = 5
SENT_EARLIER, REPLY, MEETING, DUE = 15, 8, 5, 3


def working_day(day: date, count: int) -> date:
    """The working day (Monday to Friday) `count` after `day`; before it when negative."""
    step, left = timedelta(days=1 if count > 0 else -1), abs(count)
    while left:
        day += step
        left -= day.weekday() < 5
    return day


def letter(today: date) -> bytes:
    """The fictional memo: sent five working days ago, due tomorrow."""
    sent = working_day(today, -SENT)
    return _written(
        "story.txt",
        sent=sent,
        met=sent - timedelta(days=11),
        due=today + timedelta(days=1),
        year=to_thai(str(sent.year + 543)),
    )


def earlier_letter(today: date) -> bytes:
    """The fictional memo before it: sent fifteen working days ago, due three working days ago."""
    return _written(
        "story_earlier.txt",
        sent=working_day(today, -SENT_EARLIER),
        reply=working_day(today, -REPLY),
        meeting=working_day(today, -MEETING),
        due=working_day(today, -DUE),
    )


def letter_to_check(today: date) -> bytes:
    """The fictional memo of today: one unit by its abbreviation, two almost as the directory has them, one ask without a day."""
    course = working_day(today, 20)
    return _written(
        "story_draft.txt",
        sent=today,
        names=working_day(today, 7),
        places=working_day(today, 10),
        course=course,
        course_end=course + timedelta(days=2),
    )


def run(owner: Actor, *, at: datetime) -> Circular:
    """Read the letter in and launch it on the morning of the day it was sent."""
    today = clock.day_of(at)
    return _launch(letter(today), "circular.txt", working_day(today, -SENT), owner)


def run_earlier(owner: Actor, *, at: datetime) -> Circular:
    """The same with the letter before it."""
    today = clock.day_of(at)
    return _launch(earlier_letter(today), "earlier.txt", working_day(today, -SENT_EARLIER), owner)


def leave_to_check(owner: Actor, *, at: datetime) -> None:
    """Read today's letter in, and leave it beside its facts."""
    name = "จุดบริการ.txt"
    save_draft(letter_to_check(clock.day_of(at)), name=name, at=at, post=owner.post)


def _written(name: str, **words: date | str) -> bytes:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    spelled = {word: thai_date(value) if isinstance(value, date) else value for word, value in words.items()}
    return text.format(**spelled).encode()


def _launch(data: bytes, name: str, sent: date, owner: Actor) -> Circular:
    morning = datetime.combine(sent, time(9, 30), tzinfo=clock.BANGKOK)
    proposal = read(data, name=name)
    draft = save_draft(data, name=name, at=morning, post=owner.post)
    return launch(draft, proposal, by=owner, at=morning).circular
