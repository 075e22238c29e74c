"""A post and what it may do in Wian."""

from wian.directory.commands.add_post import add_post
from wian.directory.models import Role
from wian.directory.queries import post_with
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE


def test_a_post_carries_its_roles(story):
    unit = story.cast.units["กองสื่อสารองค์กร"]
    with written() as entries:
        post = add_post(unit, "ช่างภาพ", roles=[Role.OWNER, Role.CLERK], by=COMMAND_LINE, at=clock.now())
    assert sorted(role.role for role in post.roles.all()) == ["clerk", "owner"]
    assert entries == [
        (
            "directory.post_added",
            {"post": post.pk, "unit": unit.pk, "title": "ช่างภาพ", "roles": ["clerk", "owner"]},
        )
    ]


def test_the_first_post_with_a_role_stands_for_the_unit(story):
    unit = story.cast.units["กองสื่อสารองค์กร"]
    assert post_with(Role.OWNER, unit) is None
    first, _ = (
        add_post(unit, title, roles=[Role.OWNER], by=COMMAND_LINE, at=clock.now()) for title in ("ก่อน", "หลัง")
    )
    assert post_with(Role.OWNER, unit) == first
