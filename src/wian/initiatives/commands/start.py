from collections.abc import Iterable, Sequence
from datetime import datetime

from wian.directory.models import Post
from wian.initiatives.events import Started
from wian.initiatives.models import Initiative, Issue, Pillar
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record

Framework = Sequence[tuple[str, Sequence[str]]]


@act
def start(title: str, *, owner: Post, framework: Framework = (), by: Actor, at: datetime) -> Initiative:
    """Begin an initiative. `framework` is its pillars in order, each with the titles of its issues."""
    initiative = Initiative.objects.create(title=title, owner=owner, started_at=at)
    for order, (pillar_title, issues) in enumerate(framework, start=1):
        pillar = Pillar.objects.create(initiative=initiative, order=order, title=pillar_title)
        Issue.objects.bulk_create(_issues(pillar, issues))
    record(
        Started(
            initiative=initiative.pk,
            owner=owner.pk,
            pillars=len(framework),
            issues=sum(len(issues) for _, issues in framework),
        ),
        by=by,
        at=at,
        about=Ref("initiatives.initiative", initiative.pk),
    )
    return initiative


def _issues(pillar: Pillar, titles: Iterable[str]) -> list[Issue]:
    return [Issue(pillar=pillar, order=order, title=title) for order, title in enumerate(titles, start=1)]
