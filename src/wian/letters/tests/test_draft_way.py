"""The way of a draft: put forward, checked and passed, sent back, given up; who may do what, and who is told."""

import pytest
from django.urls import reverse

from wian.accounts.tests.support import enter, enter_as, form_on
from wian.directory.tests.support import written
from wian.kit import clock
from wian.ledger.models import Entry
from wian.letters.commands.begin_draft import begin_draft
from wian.letters.commands.cancel_draft import cancel_draft
from wian.letters.commands.pass_draft import pass_draft
from wian.letters.commands.put_forward import put_forward
from wian.letters.commands.return_draft import return_draft
from wian.letters.commands.save_draft import save_draft
from wian.letters.commands.sign_on_paper import sign_on_paper
from wian.letters.models import Draft
from wian.letters.queries.drafts import drafts_to_check, waiting_for
from wian.letters.queries.issued import digest_of
from wian.letters.queries.papers import beginning
from wian.letters.refusals import DraftMoved, MayNotCheck, MayNotReturn, MayNotWrite
from wian.letters.tests.drafting import begun, checking, passed, url
from wian.outbox.commands.tell import tell
from wian.outbox.models import Notice

REMARK = "โปรดแก้วันที่"


def told(wording: str) -> set[int]:
    """The people who hear of the latest entry by that wording."""
    tell(Entry.objects.order_by("-seq")[0])
    return set(Notice.objects.filter(wording=wording).values_list("person", flat=True))


def post(client, name: str, draft, **typed):
    page = client.get(url(name, draft))
    return client.post(url(name, draft), {**form_on(page, url(name, draft)), **typed})


class TestPutForward:
    def test_it_waits_for_a_colleague_who_is_told(self, story):
        parts = story.cast.parts
        draft = begun(story)
        with written() as entries:
            done = post(enter("preparer"), "put_forward", draft)
        assert done.url == url("draft", draft)
        assert entries == [("letters.put_forward", {"draft": draft.pk, "unit": draft.unit_id})]
        draft.refresh_from_db()
        assert draft.state == "checking"
        others = {parts[part].person for part in ("finance_head", "clerk", "deputy")}
        assert told("letters.to_check") == others

    def test_what_it_lacks_is_said_and_holds_nobody_up(self, story):
        draft, client = begun(story, addressee="", body=()), enter("preparer")
        page = client.get(url("put_forward", draft))
        assert len(page.context["doubts"]) == 1
        assert post(client, "put_forward", draft).status_code == 302

    def test_another_text_than_was_seen_is_refused(self, story):
        draft, client = begun(story), enter("preparer")
        fields = form_on(client.get(url("put_forward", draft)), url("put_forward", draft))
        save_draft(
            draft,
            beginning("memo", draft.unit),
            signer=None,
            circular=False,
            revision=1,
            by=story.cast.parts["clerk"],
            at=clock.now(),
        )
        late = client.post(url("put_forward", draft), fields)
        assert (late.status_code, "draft-moved" in late.content.decode()) == (409, True)
        draft.refresh_from_db()
        assert draft.state == "drafting"

    def test_twice_is_refused(self, story):
        draft = checking(story)
        with pytest.raises(DraftMoved):
            put_forward(draft, by=story.cast.parts["preparer"], at=clock.now())

    def test_is_not_for_others(self, story):
        with pytest.raises(MayNotWrite):
            put_forward(begun(story), by=story.cast.parts["outsider"], at=clock.now())


class TestPassed:
    def test_it_lies_before_who_signs_who_is_told(self, story):
        parts = story.cast.parts
        draft = checking(story)
        with written() as entries:
            done = post(enter("clerk"), "check", draft, remark="ถูกต้องแล้ว")
        assert done.status_code == 302
        assert [name for name, _facts in entries] == ["letters.passed"]
        draft.refresh_from_db()
        check = draft.checks.get()
        assert (draft.state, check.passed, check.remark) == ("passed", True, "ถูกต้องแล้ว")
        assert (check.name, check.office) == (parts["clerk"].name, parts["clerk"].office)
        assert [*waiting_for(parts["finance_head"])] == [*waiting_for(parts["acting"])] == [draft]
        assert not waiting_for(parts["clerk"])
        assert told("letters.to_sign") == {parts["finance_head"].person, parts["deputy"].person}
        assert [entry.payload.count("ถูกต้อง") for entry in Entry.objects.order_by("-seq")[:1]] == [0]

    def test_who_saved_it_last_does_not_check_it(self, story):
        draft = checking(story)
        with pytest.raises(MayNotCheck):
            pass_draft(draft, by=story.cast.parts["preparer"], at=clock.now())
        page = enter("preparer").get(url("check", draft))
        assert (page.status_code, "may-not-check" in page.content.decode()) == (409, True)

    def test_who_put_it_forward_does_not_check_it(self, story):
        draft, clerk = begun(story), story.cast.parts["clerk"]
        put_forward(draft, by=clerk, at=clock.now())
        with pytest.raises(MayNotCheck):
            pass_draft(draft, by=clerk, at=clock.now())
        lists = {part: [*drafts_to_check(story.cast.parts[part])] for part in ("clerk", "preparer", "deputy")}
        assert lists == {"clerk": [], "preparer": [], "deputy": [draft]}

    def test_who_works_alone_checks_alone(self, story):
        sole = story.cast.parts["sole"]
        unit = story.cast.units[sole.unit_name]
        draft = begin_draft(unit, beginning("memo", unit), by=sole, at=clock.now())
        put_forward(draft, by=sole, at=clock.now())
        assert [*drafts_to_check(sole)] == [draft]
        pass_draft(draft, by=sole, at=clock.now())
        assert draft.state == "passed"

    def test_another_text_than_was_read_is_refused(self, story):
        draft = checking(story)
        with pytest.raises(DraftMoved):
            pass_draft(draft, revision=7, by=story.cast.parts["clerk"], at=clock.now())
        assert not draft.checks.exists()

    def test_before_it_is_put_forward_is_refused(self, story):
        draft = begun(story)
        with pytest.raises(DraftMoved):
            pass_draft(draft, by=story.cast.parts["clerk"], at=clock.now())
        assert enter("clerk").get(url("check", draft)).url == url("draft", draft)

    def test_is_not_for_others(self, story):
        with pytest.raises(MayNotCheck):
            pass_draft(checking(story), by=story.cast.parts["outsider"], at=clock.now())


class TestSentBack:
    def test_by_a_colleague_it_is_written_again_with_the_remark_on_the_page(self, story):
        draft = checking(story)
        assert post(enter("clerk"), "return", draft, remark=REMARK).status_code == 302
        draft.refresh_from_db()
        assert draft.state == "drafting"
        assert REMARK in enter("preparer").get(url("compose", draft)).content.decode()
        assert REMARK not in Entry.objects.order_by("-seq")[0].payload
        assert story.cast.parts["preparer"].person in told("letters.sent_back")
        assert Notice.objects.filter(wording="letters.sent_back")[0].said["remark"] == REMARK

    def test_by_the_signer_once_it_was_passed(self, story):
        draft = passed(story, kind="memo")
        acting = enter_as(story.cast.parts["acting"])
        executive = story.cast.parts["executive"]
        with pytest.raises(MayNotReturn):
            return_draft(draft, remark=REMARK, by=executive, at=clock.now())
        assert enter("executive").get(url("return", draft)).status_code == 404
        assert acting.get(url("return", draft)).status_code == 200
        return_draft(draft, remark=REMARK, by=story.cast.parts["finance_head"], at=clock.now())
        assert draft.state == "drafting"

    def test_by_a_signer_above_the_unit(self, story):
        executive = story.cast.parts["executive"]
        draft = passed(story)
        type(draft).objects.filter(pk=draft.pk).update(signer=executive.post)
        client = enter("executive")
        assert client.get(url("draft", draft)).status_code == 200
        assert client.get(post(client, "return", draft, remark=REMARK).url).status_code == 200
        draft.refresh_from_db()
        assert draft.state == "drafting"
        assert client.get(url("draft", draft)).status_code == 404

    def test_without_a_remark_it_stays(self, story):
        draft = checking(story)
        page = post(enter("clerk"), "return", draft)
        assert (page.status_code, set(page.context["form"].errors)) == (200, {"remark"})
        draft.refresh_from_db()
        assert draft.state == "checking"

    def test_what_was_signed_on_paper_is_struck_out(self, story):
        draft = passed(story)
        head, clerk = story.cast.parts["finance_head"], story.cast.parts["clerk"]
        facts = {"on": clock.today(), "seen": digest_of(draft), "by": clerk, "at": clock.now()}
        sign_on_paper(draft, name=head.name, position=head.title, **facts)
        code = draft.code
        with pytest.raises(MayNotReturn):
            return_draft(draft, remark=REMARK, by=story.cast.parts["executive"], at=clock.now())
        assert post(enter("clerk"), "return", draft, remark="บันทึกผิดฉบับ").status_code == 302
        again = Draft.objects.get(pk=draft.pk)
        assert (again.state, hasattr(again, "signature")) == ("drafting", False)
        assert again.code != code, "the paper that was signed is none of ours any more"

    def test_what_is_being_written_cannot_be(self, story):
        with pytest.raises(DraftMoved):
            return_draft(begun(story), remark=REMARK, by=story.cast.parts["clerk"], at=clock.now())


class TestGivenUp:
    def test_it_stays_with_the_reason(self, story):
        draft, client = checking(story), enter("clerk")
        assert post(client, "cancel_draft", draft, reason="เลื่อนการประชุม").status_code == 302
        draft.refresh_from_db()
        assert draft.state == "cancelled"
        assert "เลื่อนการประชุม" in client.get(url("draft", draft)).content.decode()
        assert str(draft) not in client.get(reverse("letters:drafts")).content.decode()
        assert str(draft) in client.get(reverse("letters:drafts") + "?all=1").content.decode()

    def test_twice_is_refused(self, story):
        draft, by = begun(story), story.cast.parts["clerk"]
        cancel_draft(draft, reason="ซ้ำ", by=by, at=clock.now())
        with pytest.raises(DraftMoved):
            cancel_draft(draft, reason="ซ้ำ", by=by, at=clock.now())
        assert draft.checks.count() == 1

    def test_is_not_for_others(self, story):
        with pytest.raises(MayNotWrite):
            cancel_draft(begun(story), reason="ซ้ำ", by=story.cast.parts["outsider"], at=clock.now())


@pytest.mark.parametrize(
    "name", ["draft", "put_forward", "check", "return", "cancel_draft", "present", "print"]
)
def test_outsiders_get_404(story, name):
    draft = begun(story)
    for part in ("outsider", "owner", "executive", "auditor"):
        assert enter(part).get(url(name, draft)).status_code == 404, part


def test_what_has_moved_on_is_not_told_any_more(story):
    draft = checking(story)
    entry = Entry.objects.order_by("-seq")[0]
    pass_draft(draft, by=story.cast.parts["clerk"], at=clock.now())
    tell(entry)
    assert not Notice.objects.filter(wording="letters.to_check").exists()


class TestTheList:
    def test_shows_the_units_own_and_to_the_signer_what_waits(self, story):
        mine, waiting = begun(story, subject="เรื่องของกอง"), passed(story, subject="เรื่องรอลงนาม")
        clerk = enter("clerk").get(reverse("letters:drafts"))
        assert [*clerk.context["page"]] == [waiting, mine]
        assert not clerk.context["waiting"]
        assert [*enter("finance_head").get(reverse("letters:drafts")).context["waiting"]] == [waiting]
        outsider = enter("outsider").get(reverse("letters:drafts")).content.decode()
        assert "เรื่องของกอง" not in outsider
        assert enter("auditor").get(reverse("letters:drafts")).status_code == 404

    def test_asks_no_more_with_more_rows(self, story, asks_no_more_with_more_rows):
        add = lambda count: [passed(story) for _ in range(count)]  # noqa: E731
        asks_no_more_with_more_rows(enter("finance_head"), reverse("letters:drafts"), add)
