from collections.abc import Iterable
from datetime import datetime

from wian.directory.events import PostAdded
from wian.directory.models import Post, PostRole, Unit
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def add_post(unit: Unit, title: str, *, roles: Iterable[str], by: Actor, at: datetime) -> Post:
    """Set up a post in `unit` with what it may do in Wian."""
    post = Post.objects.create(unit=unit, title=title)
    names = sorted(str(role) for role in roles)
    PostRole.objects.bulk_create(PostRole(post=post, role=role) for role in names)
    record(
        PostAdded(post=post.pk, unit=unit.pk, title=title, roles=names),
        by=by,
        at=at,
        about=Ref("directory.unit", unit.pk),
    )
    return post
