from wian.directory.models import Unit
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.letters.models import Wording
from wian.letters.refusals import MayNotWrite
from wian.letters.rules import may_write


@act
def keep_wording(unit: Unit, *, name: str, text: str, by: Actor) -> Wording:
    """Keep a wording that the unit uses again; under a name that is there it replaces the old one. The ledger keeps nothing of it.

    Raises MayNotWrite.
    """
    if not may_write(by, unit):
        raise MayNotWrite(user=by.title, unit=unit)
    return Wording.objects.update_or_create(unit=unit, name=name, defaults={"text": text})[0]
