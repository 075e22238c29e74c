"""A paper that กองการคลังและพัสดุ writes, and what a browser sends from its form."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.urls import reverse

from saraban.paper import Paper, Signatory, body_of
from wian.directory.models import Post
from wian.directory.story import FULL
from wian.kit import clock
from wian.letters.commands.begin_draft import begin_draft
from wian.letters.commands.pass_draft import pass_draft
from wian.letters.commands.put_forward import put_forward
from wian.letters.forms.compose import ComposeForm
from wian.letters.models import Draft, Wording
from wian.letters.queries.drafts import signers_of
from wian.letters.queries.papers import beginning

BODY = "ด้วยกองการคลังและพัสดุจะจัดประชุมชี้แจงการเบิกจ่าย\nจึงเรียนมาเพื่อโปรดทราบ"


def begun(story: Any, kind: str = "memo", *, circular: bool = False, **fields: Any) -> Draft:
    """Begun by the unit's preparer, to be signed by its head."""
    head = story.cast.parts["finance_head"]
    given: dict[str, Any] = {
        "subject": "ขอเชิญประชุม",
        "addressee": "ผู้อำนวยการกองและหัวหน้าหน่วยงานในสังกัด",
        "body": body_of(BODY),
        "signatory": Signatory(head.name, head.title),
    }
    paper: Paper = replace(beginning(kind, story.cast.units[FULL]), **given | fields)
    return begin_draft(
        story.cast.units[FULL],
        paper,
        signer=Post.objects.get(pk=head.post),
        circular=circular,
        by=story.cast.parts["preparer"],
        at=clock.now(),
    )


def checking(story: Any, **fields: Any) -> Draft:
    """Put forward by the preparer."""
    draft = begun(story, **fields)
    put_forward(draft, by=story.cast.parts["preparer"], at=clock.now())
    return draft


def passed(story: Any, **fields: Any) -> Draft:
    """Checked by the unit's clerk, before its head to be signed."""
    draft = checking(story, **fields)
    pass_draft(draft, by=story.cast.parts["clerk"], at=clock.now())
    return draft


def url(name: str, draft: Draft) -> str:
    return reverse(f"letters:{name}", args=[draft.pk])


def posted(draft: Draft, **typed: Any) -> dict[str, Any]:
    """What the form of the draft sends, with this typed over it. None: the box is not ticked, or the field not there."""
    form = ComposeForm(
        draft=draft, signers=signers_of(draft.unit, on=clock.today()), wordings=Wording.objects.none()
    )
    stands = {name: form[name].value() for name in form.fields}
    sent = {**stands, "circular": "on" if stands.get("circular") else None, "key": uuid4(), **typed}
    return {name: value for name, value in sent.items() if value is not None}
