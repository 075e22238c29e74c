from dataclasses import replace
from datetime import datetime

from saraban.paper import Signatory, body_of, paper_of, signature_of
from wian.directory.models import Post, Role
from wian.directory.queries import post_with
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.letters.commands.begin_draft import begin_draft
from wian.letters.models import Draft
from wian.letters.queries.drafts import signers_of
from wian.letters.queries.papers import COVER, beginning
from wian.letters.refusals import DraftMoved
from wian.letters.states import DraftState

OPEN = (DraftState.DRAFTING, DraftState.CHECKING, DraftState.PASSED)


@act
def present(draft: Draft, *, by: Actor, at: datetime) -> Draft:
    """Begin the cover memo (บันทึกเสนอ) that puts `draft` before who signs it; where one is there already, that one.

    It is signed by the head of the unit; where the head signs the draft, by whoever begins it. Raises MayNotWrite, DraftMoved.
    """
    if draft.state not in OPEN:
        raise DraftMoved(subject=str(draft), state=draft.get_state_display())
    if there := draft.cover_memos.exclude(state=DraftState.CANCELLED).order_by("-pk").first():
        return there
    shown = paper_of(draft.content)
    subject = shown.subject or str(draft)
    said = (
        "\n".join(shown.references),
        f"{draft.unit.name}ได้จัดทำเอกสารเรื่อง {subject} เสร็จแล้ว",
        "",
        "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบ โปรดลงนามในเอกสารที่เสนอมาพร้อมนี้",
    )
    position = " ".join(signature_of(replace(shown.signatory, name="")))
    signer, block = _presenter(draft, by, at)
    memo = replace(
        beginning("cover_memo", draft.unit),
        urgency=shown.urgency,
        subject=f"ขอให้ลงนาม{subject}",
        addressee=shown.signatory.acting_for or position,
        body=body_of("\n".join(f"# {heading}\n{text}" for heading, text in zip(COVER, said, strict=True))),
        signatory=block,
    )
    return begin_draft(draft.unit, memo, signer=signer, presents=draft, by=by, at=at)


def _presenter(draft: Draft, by: Actor, at: datetime) -> tuple[Post | None, Signatory]:
    head = post_with(Role.HEAD, draft.unit)
    for one in signers_of(draft.unit, on=clock.day_of(at)) if head and head.pk != draft.signer_id else ():
        if one.holding.post_id == (head and head.pk):
            return head, one.signatory
    return Post.objects.filter(pk=by.post or 0).first(), Signatory(by.name, by.title)
