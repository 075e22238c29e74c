"""A second circular, of the other owner, which has only been addressed."""

from wian.circulars.commands.address import address
from wian.circulars.models import Circular
from wian.directory.models import Post
from wian.initiatives.commands.start import start
from wian.kit import clock
from wian.letters.models import Letter
from wian.letters.tests.support import new_letter

UNITS = ("กองสื่อสารองค์กร", "กองกฎหมายและระเบียบ")


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
