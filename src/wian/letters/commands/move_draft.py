"""The moves of a draft. Each is one conditional UPDATE, and part of the caller's act, which records it."""

from typing import Any

from wian.letters.models import Draft
from wian.letters.refusals import DraftMoved
from wian.letters.states import FROM, DraftState


def move_draft(draft: Draft, to: DraftState, *, revision: int | None = None, **facts: Any) -> None:
    """Move `draft` to `to`, from where that may be reached; with `revision` only as it was seen. Raises DraftMoved."""
    ready = Draft.objects.filter(pk=draft.pk, state__in=FROM[to])
    if revision is not None:
        ready = ready.filter(revision=revision)
    moved = ready.update(state=to, **facts)
    draft.refresh_from_db()
    if not moved:
        raise DraftMoved(subject=str(draft), state=draft.get_state_display())
