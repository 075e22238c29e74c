from datetime import datetime

from wian.directory.commands.set_address import set_address
from wian.directory.models import Person
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.outbox.events import Preferred
from wian.outbox.models import Preference


@act
def prefer(person: Person, *, address: str, mail: str, language: str, by: Actor, at: datetime) -> None:
    """Keep where a person wants e-mails (empty: nowhere), how (a value of Preference.Mail) and in which language."""
    set_address(person, address, by=by, at=at)
    Preference.objects.update_or_create(person=person, defaults={"mail": mail, "language": language})
    event = Preferred(person=person.pk, mail=mail, language=language)
    record(event, by=by, at=at, about=Ref("directory.person", person.pk))
