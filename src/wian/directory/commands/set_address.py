from datetime import datetime

from wian.directory.events import AddressSet
from wian.directory.models import Person
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record


@act
def set_address(person: Person, email: str, *, by: Actor, at: datetime) -> None:
    """Keep a person's e-mail address; empty: none. Nothing is recorded when it is the same."""
    if Person.objects.filter(pk=person.pk).exclude(email=email).update(email=email):
        about = Ref("directory.person", person.pk)
        record(AddressSet(person=person.pk, there=bool(email)), by=by, at=at, about=about)
