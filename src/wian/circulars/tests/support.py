"""A second circular, of the other owner, which has only been addressed; letters that were issued here, and one that was sent."""

from datetime import date

from wian.circulars.commands.address import address
from wian.circulars.commands.send import send
from wian.circulars.models import Circular, Recipient
from wian.directory.models import Post, Unit
from wian.directory.story import INSTITUTE
from wian.initiatives.commands.start import start
from wian.kit import clock
from wian.letters.models import Issue, Letter
from wian.letters.tests.support import new_letter

UNITS = ("กองสื่อสารองค์กร", "กองกฎหมายและระเบียบ")
NUMBER = "บช ๐๓๐๕/ว ๑๒"


def addressed(story, letter: Letter | None = None) -> Circular:
    owner, at = story.cast.parts["other_owner"], clock.now()
    return address(
        letter or new_letter(),
        initiative=start("ต้นไม้ใหญ่", owner=Post.objects.get(pk=owner.post), by=owner, at=at),
        units=[story.cast.units[name] for name in UNITS],
        contact_name="นายร่ม รื่นรมย์",
        contact_phone="๐๘ ๕๕๕๕ ๐๐๐๑",
        by=owner,
        at=at,
    )


def issued(number: str = NUMBER, *, unit: str = INSTITUTE, **facts) -> Issue:
    """A letter that the unit issued; its bytes are not looked at."""
    letter = new_letter(number, date(2026, 11, 19), agency=unit, **facts)
    return Issue.objects.create(letter=letter, unit=Unit.objects.get(name=unit), issued_at=clock.now())


def sent(story, issue: Issue | None = None) -> Circular:
    """A letter sent for information by the owner."""
    units = [story.cast.units[name] for name in UNITS]
    return send(issue or issued(), units, by=story.cast.parts["owner"], at=clock.now())


def recipient_of(circular: Circular, unit: str = UNITS[0]) -> Recipient:
    rows = Recipient.objects.select_related("unit", "circular__letter", "circular__initiative")
    return rows.get(circular=circular, unit__name=unit)
