from wian.kit.act import act
from wian.kit.actor import Actor
from wian.letters.models import Wording
from wian.letters.refusals import MayNotWrite
from wian.letters.rules import may_write


@act
def drop_wording(wording: Wording, *, by: Actor) -> None:
    """Take a wording out of the unit's list. It is the unit's own convenience: the ledger keeps nothing of it. Raises MayNotWrite."""
    if not may_write(by, wording.unit):
        raise MayNotWrite(user=by.title, unit=wording.unit)
    Wording.objects.filter(pk=wording.pk).delete()
