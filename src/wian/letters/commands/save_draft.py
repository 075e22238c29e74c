from datetime import datetime

from django.db.models import F

from saraban.paper import Paper, to_json
from wian.directory.models import Post
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.letters.models import Draft
from wian.letters.refusals import DraftChanged, DraftNotOpen, MayNotWrite
from wian.letters.rules import may_write
from wian.letters.states import DraftState


@act
def save_draft(
    draft: Draft,
    paper: Paper,
    *,
    signer: Post | None,
    circular: bool,
    revision: int,
    by: Actor,
    at: datetime,
) -> None:
    """Keep what was typed, over the `revision` that was on the screen. Raises MayNotWrite, DraftNotOpen, DraftChanged."""
    if not may_write(by, draft.unit):
        raise MayNotWrite(user=by.title, unit=draft.unit)
    content = to_json(paper)
    if (content, signer, circular, revision) == (draft.content, draft.signer, draft.circular, draft.revision):
        return
    open_ = Draft.objects.filter(pk=draft.pk, state=DraftState.DRAFTING)
    if not open_.filter(revision=revision).update(
        content=content,
        signer=signer,
        circular=circular,
        revision=F("revision") + 1,
        saved_at=at,
        saved_by=by.person,
    ):
        raise DraftChanged if open_.exists() else DraftNotOpen(subject=str(draft))
    draft.refresh_from_db()
