"""The whole story, told through the rooms: it seeds the demo and stands behind the tests, so what is clicked is tested."""

from dataclasses import dataclass
from datetime import datetime

from wian.accounts.commands.open_account import open_account
from wian.accounts.queries import offices_called
from wian.asks import story as asks
from wian.circulars import story as circulars
from wian.circulars.models import Circular
from wian.directory import story as directory
from wian.directory.models import Person
from wian.directory.story import Cast
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import COMMAND_LINE
from wian.kit.models import DemoClock
from wian.letters import story as letters
from wian.responses import story as responses

PASSWORD = "wian-demo"
# The four doors of the first page, then everybody else who can sign in: part of the cast -> user name.
DOORS = ("owner", "preparer", "head", "executive")
OTHERS = (
    "receiver", "confirmer", "clerk", "finance_head", "sole", "deputy", "secretary", "signatory", "auditor",
    "administrator", "other_owner", "outsider",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """The cast with its campaign, the one before, which is past its date, and a letter that was written here and sent for information."""

    cast: Cast
    circular: Circular
    earlier: Circular
    sent: Circular


@act
def tell(*, at: datetime) -> Story:
    """Tell the story so that now is `at`: the letter went out five working days ago and is due tomorrow; another is past its date."""
    DemoClock.objects.get_or_create(pk=1)
    cast = directory.gather(at=at)
    for part in (*DOORS, *OTHERS):
        person = Person.objects.get(pk=cast.parts[part].person or 0)
        open_account(person, username=part, password=PASSWORD, by=COMMAND_LINE, at=at)
    earlier = asks.run_earlier(cast.parts["owner"], at=at)
    responses.run_earlier(earlier, cast, at=at)
    asks.leave_to_check(cast.parts["owner"], at=at)
    circular = asks.run(cast.parts["owner"], at=at)
    responses.run(circular, cast, at=at)
    sent = circulars.run(letters.run(cast, at=at), cast, at=at)
    return Story(cast, circular, earlier, sent)


def accounts() -> list[tuple[str, str, str]]:
    """(user name, password, office) of everybody who can sign in to the demo, the four doors first."""
    on = clock.today()
    offices = ((part, offices_called(part, on=on)) for part in (*DOORS, *OTHERS))
    return [(part, PASSWORD, held[0].office) for part, held in offices if held]
