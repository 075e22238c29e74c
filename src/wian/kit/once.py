"""The same form posted twice acts once: the second post is led to where the first one went."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.models import Once


def once(command: Callable[[], str], *, by: Actor, key: UUID, url: str = "") -> str:
    """Run `command`, which answers the URL to go to, unless this form of this actor already ran.

    `url` is where that will be, if it is known before. A refusal (any exception) keeps nothing, so the corrected
    form may be posted under its key again.
    """
    try:
        return _first(command, by=by, key=key, url=url)
    except _Again:
        return Once.objects.get(actor=by.key, key=key).url


class _Again(Exception):
    pass


@act
def _first(command: Callable[[], str], *, by: Actor, key: UUID, url: str) -> str:
    try:
        with transaction.atomic():
            row = Once.objects.create(actor=by.key, key=key, url=url)
    except IntegrityError as taken:
        raise _Again from taken
    row.url = command()
    if row.url != url:
        row.save(update_fields=["url"])
    return row.url
