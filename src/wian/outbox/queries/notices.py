from collections.abc import Collection

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from wian.directory.models import Person
from wian.kit.actor import Actor
from wian.outbox.models import Notice, Preference


def notices_to(actor: Actor) -> QuerySet[Notice]:
    """What the person was told, in whatever office, the newest first."""
    return Notice.objects.filter(person=actor.person).select_related("unit")


def notice_to(notice: int, actor: Actor) -> Notice:
    """Door to a notice for the person whom it tells. Raises Http404 for everyone else."""
    return get_object_or_404(notices_to(actor), pk=notice)


def office_for(notice: Notice, actor: Actor, offices: Collection[Actor]) -> Actor:
    """The office in which to open what the notice leads to: `actor`, unless another of the person's `offices` is its post, or in its unit."""
    if notice.post_id:
        return next((office for office in offices if office.post == notice.post_id), actor)
    if notice.unit_id in {None, actor.unit}:
        return actor
    return next((office for office in offices if office.unit == notice.unit_id), actor)


def preference_of(person: Person) -> Preference:
    """How the person wants to be told; as it is without a choice when they never chose."""
    return Preference.objects.filter(person=person).first() or Preference(person=person)
