from datetime import datetime

from saraban.paper import Paper, to_json
from wian.directory.models import Post, Unit
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.letters.models import Draft
from wian.letters.refusals import MayNotWrite
from wian.letters.rules import may_write


@act
def begin_draft(
    unit: Unit,
    paper: Paper,
    *,
    signer: Post | None = None,
    circular: bool = False,
    presents: Draft | None = None,
    by: Actor,
    at: datetime,
) -> Draft:
    """Begin a paper of the unit. To write is no act that the ledger keeps; what becomes of it is. Raises MayNotWrite."""
    if not may_write(by, unit):
        raise MayNotWrite(user=by.title, unit=unit)
    return Draft.objects.create(
        unit=unit,
        content=to_json(paper),
        signer=signer,
        circular=circular,
        presents=presents,
        written_by=f"{by.name} {by.office}".strip(),
        begun_at=at,
        saved_at=at,
        saved_by_id=by.person,
    )
