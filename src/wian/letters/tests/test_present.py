"""One click puts a cover memo (บันทึกเสนอ) in front of a draft."""

import pytest

from saraban.paper import Signatory, paper_of, typed_of
from wian.accounts.tests.support import enter, form_on
from wian.directory.models import Post
from wian.kit import clock
from wian.letters.commands.cancel_draft import cancel_draft
from wian.letters.commands.present import present
from wian.letters.models import Draft
from wian.letters.refusals import DraftMoved, MayNotWrite
from wian.letters.tests.drafting import begun, passed, url


@pytest.fixture
def draft(story):
    """To be signed by the permanent secretary."""
    chief = story.cast.parts["executive"]
    draft = begun(story, "external", urgency="ด่วน", signatory=Signatory(chief.name, chief.title))
    Draft.objects.filter(pk=draft.pk).update(signer=chief.post)
    draft.refresh_from_db()
    return draft


def test_it_is_addressed_to_who_signs_and_signed_by_the_head(story, draft):
    memo = present(draft, by=story.cast.parts["preparer"], at=clock.now())
    paper = paper_of(memo.content)
    head = story.cast.parts["finance_head"]
    assert (memo.presents, memo.unit, memo.signer_id) == (draft, draft.unit, head.post)
    assert (paper.kind, paper.urgency, paper.addressee) == ("cover_memo", "ด่วน", "ปลัดกระทรวงบริการประชาชน")
    assert paper.signatory == Signatory(head.name, head.title)
    assert paper.subject == "ขอให้ลงนามขอเชิญประชุม"
    typed = typed_of(paper.body)
    for heading in ("# เรื่องเดิม", "# ข้อเท็จจริง", "# ข้อพิจารณา", "# ข้อเสนอ"):
        assert heading in typed
    assert "ขอเชิญประชุม" in typed


def test_where_the_head_signs_whoever_begins_it_signs_the_memo(story):
    preparer = story.cast.parts["preparer"]
    memo = present(begun(story), by=preparer, at=clock.now())
    assert memo.signer == Post.objects.get(pk=preparer.post)
    assert paper_of(memo.content).signatory == Signatory(preparer.name, preparer.title)


def test_there_is_one_at_a_time(story, draft):
    by = story.cast.parts["preparer"]
    memo = present(draft, by=by, at=clock.now())
    assert present(draft, by=story.cast.parts["clerk"], at=clock.now()) == memo
    cancel_draft(memo, reason="ซ้ำ", by=by, at=clock.now())
    assert present(draft, by=by, at=clock.now()) != memo


def test_one_click_leads_on_to_writing_it(draft):
    client = enter("clerk")
    page = client.get(url("draft", draft))
    done = client.post(url("present", draft), form_on(page, url("present", draft)))
    memo = Draft.objects.get(presents=draft)
    assert done.url == url("compose", memo)
    assert url("draft", memo) in client.get(url("draft", draft)).content.decode()


def test_what_was_given_up_is_not_presented(story, draft):
    by = story.cast.parts["preparer"]
    cancel_draft(draft, reason="เลื่อน", by=by, at=clock.now())
    with pytest.raises(DraftMoved):
        present(draft, by=by, at=clock.now())


def test_others_do_not_present_it(story, draft):
    with pytest.raises(MayNotWrite):
        present(draft, by=story.cast.parts["outsider"], at=clock.now())
    assert enter("outsider").post(url("present", draft), {}).status_code == 404


def test_who_signs_the_draft_reads_its_memo_once_that_was_signed_or_passed(story):
    draft = passed(story)
    chief = story.cast.parts["executive"]
    Draft.objects.filter(pk=draft.pk).update(signer=chief.post)
    memo = present(draft, by=story.cast.parts["preparer"], at=clock.now())
    client = enter("executive")
    assert client.get(url("draft", memo)).status_code == 404
    Draft.objects.filter(pk=memo.pk).update(state="passed")
    assert client.get(url("draft", memo)).status_code == 200
