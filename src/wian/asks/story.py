"""The letter of the demo and of the tests, read in and launched as an owner would."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from saraban.dates import thai_date
from saraban.numerals import to_thai
from wian.asks.commands.launch import launch
from wian.asks.commands.read_in import read, save_draft
from wian.circulars.models import Circular
from wian.kit import clock
from wian.kit.actor import Actor

WORKING_DAYS = 5


def sent_on(today: date) -> date:
    """Five working days (Monday to Friday) before today."""
    day, left = today, WORKING_DAYS
    while left:
        day -= timedelta(days=1)
        left -= day.weekday() < 5
    return day


def letter(today: date) -> bytes:
    """The fictional memo: sent five working days ago, due tomorrow."""
    sent = sent_on(today)
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return text.format(
        sent=thai_date(sent),
        met=thai_date(sent - timedelta(days=11)),
        year=to_thai(str(sent.year + 543)),
        due=thai_date(today + timedelta(days=1)),
    ).encode()


def run(owner: Actor, *, at: datetime) -> Circular:
    """Read the letter in and launch it on the morning of the day it was sent."""
    today = clock.day_of(at)
    morning = datetime.combine(sent_on(today), time(9, 30), tzinfo=clock.BANGKOK)
    data = letter(today)
    proposal = read(data, name="circular.txt")
    draft = save_draft(data, name="circular.txt", at=morning)
    return launch(draft, proposal, by=owner, at=morning).circular
