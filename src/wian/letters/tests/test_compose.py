"""The form in which a paper is written: what is typed, what is kept, what is shown."""

from dataclasses import replace

import pytest

from saraban.paper import KINDS, Signatory, example, paper_of
from saraban.typesetting import source_of_pdf
from wian.accounts.tests.support import enter
from wian.directory.story import FULL
from wian.kit import clock
from wian.letters.commands.keep_wording import keep_wording
from wian.letters.commands.save_draft import save_draft
from wian.letters.forms.typed import UNTITLED, field_at, paper_typed, typed_of_paper
from wian.letters.tests.drafting import begun, checking, passed, posted, url

PICTURE = '<img class="sheet" src="data:image/png;base64,'


def holding_of(page, name: str) -> str:
    """The choice of who signs that begins with `name`."""
    choices = page.context["form"].fields["signer"].choices
    return next(key for key, label in choices if label.startswith(name))


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_form_shows_is_the_paper_that_it_makes(kind):
    paper = example(kind)
    again, _annexes = paper_typed(kind, typed_of_paper(paper))
    assert again == replace(paper, number="", date=None)


class TestSaving:
    def test_keeps_what_was_typed(self, story):
        draft, client = begun(story), enter("preparer")
        table = "ลำดับ\tหน่วยงาน\tจำนวน\n1\tกองกลาง\t2"
        sent = posted(
            draft,
            subject="  ขอเชิญ   ประชุม ",
            circular="on",
            urgency="ด่วน",
            copies="ก\n\nข ",
            annex_1_text=table,
        )
        assert client.post(url("compose", draft), sent).url == url("compose", draft)
        draft.refresh_from_db()
        paper = paper_of(draft.content)
        assert (paper.subject, paper.urgency, paper.copies) == ("ขอเชิญ ประชุม", "ด่วน", ("ก", "ข"))
        assert (draft.circular, draft.revision) == (True, 2)
        [annex] = paper.annexes
        assert (annex.title, annex.body[0].table.rows) == (UNTITLED, (("1", "กองกลาง", "2"),))
        assert 'name="annex_2_text"' in client.get(url("compose", draft)).content.decode()

    def test_leads_to_the_pages_or_on_to_have_it_checked(self, story):
        draft, client = begun(story), enter("preparer")
        looked = client.post(url("compose", draft), posted(draft, look="1"))
        assert looked.url == f"{url('compose', draft)}?look=1#pages"
        assert PICTURE in client.get(looked.url.split("#")[0]).content.decode()
        forward = client.post(url("compose", draft), posted(draft, forward="1"))
        assert forward.url == url("put_forward", draft)

    def test_of_what_stands_already_counts_for_nothing(self, story):
        draft = begun(story)
        enter("clerk").post(url("compose", draft), posted(draft))
        draft.refresh_from_db()
        assert (draft.revision, draft.saved_by_id) == (1, story.cast.parts["preparer"].person)

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            ("subject", "ประชุม 😀"),
            ("body", "ย่อหน้าแรก\nย่อหน้า\x07ที่สอง"),
            ("signer_name", "นาย ก 中"),
            ("copies", "ก\nข→"),
            ("annex_1_text", "ก\tข\n๑\t☃"),
        ],
    )
    def test_names_a_letter_that_cannot_be_printed_beside_its_field(self, story, field, text):
        draft = begun(story)
        page = enter("preparer").post(url("compose", draft), posted(draft, **{field: text}))
        assert page.context["form"].errors.keys() == {field}
        assert text.splitlines()[-1] in page.content.decode()
        draft.refresh_from_db()
        assert draft.revision == 1

    def test_is_for_who_writes_the_units_papers_alone(self, story):
        draft = begun(story)
        for part in ("outsider", "owner", "executive", "auditor"):
            client = enter(part)
            for answer in (
                client.get(url("compose", draft)),
                client.post(url("compose", draft), posted(draft)),
                client.post(url("preview", draft), posted(draft)),
            ):
                assert answer.status_code == 404, part

    def test_ends_when_it_is_put_forward_and_keeps_what_was_typed(self, story):
        draft, client = checking(story), enter("preparer")
        assert client.get(url("compose", draft)).url == url("draft", draft)
        late = client.post(url("compose", draft), posted(draft, subject="สายไป"))
        page = late.content.decode()
        assert (late.status_code, "draft-not-open" in page, "สายไป" in page) == (409, True, True)


class TestTwoAtOnce:
    @pytest.fixture
    def draft(self, story):
        """The clerk saved another subject after the preparer had opened the page, and typed another text."""
        draft = begun(story)
        self.sent = posted(draft, subject="ของผู้จัดทำ")
        paper = paper_of({**draft.content, "subject": "ของสารบรรณ"})
        save_draft(
            draft,
            paper,
            signer=draft.signer,
            circular=False,
            revision=1,
            by=story.cast.parts["clerk"],
            at=clock.now(),
        )
        return draft

    def test_both_are_shown_and_nothing_is_overwritten(self, draft):
        page = enter("preparer").post(url("compose", draft), self.sent)
        shown = page.content.decode()
        assert (page.status_code, "draft-changed" in shown) == (409, True)
        assert "ของผู้จัดทำ" in shown
        assert "ของสารบรรณ" in shown
        assert page.context["form"].others == {"subject": "ของสารบรรณ"}
        draft.refresh_from_db()
        assert draft.content["subject"] == "ของสารบรรณ"

    @pytest.mark.parametrize(("choice", "kept"), [({}, "ของผู้จัดทำ"), ({"theirs-subject": "on"}, "ของสารบรรณ")])
    def test_and_one_of_them_decides(self, draft, choice, kept):
        client = enter("preparer")
        page = client.post(url("compose", draft), self.sent)
        revision = page.context["form"]["revision"].value()
        done = client.post(url("compose", draft), {**self.sent, "revision": revision, **choice})
        assert done.status_code == 302
        draft.refresh_from_db()
        assert draft.content["subject"] == kept


class TestWhoSigns:
    def test_is_in_the_unit_or_above_it(self, story):
        page = enter("preparer").get(url("compose", begun(story)))
        labels = [label for _key, label in page.context["form"].fields["signer"].choices]
        assert labels == [
            "–",
            "นางอรพรรณ จิตรประสงค์ · ผู้อำนวยการกองการคลังและพัสดุ",
            "นายสรวิศ ก้องเกียรติ · นักวิชาการเงินและบัญชีชำนาญการพิเศษ รักษาราชการแทน ผู้อำนวยการกองการคลังและพัสดุ",
            "นางวรางคณา ศรีสุขประเสริฐ · ปลัดกระทรวงบริการประชาชน",
            "นายบดินทร์ ยุทธศาสตร์ · รองปลัดกระทรวงบริการประชาชน",
        ]

    def test_fills_the_signature_acting_included(self, story):
        draft, client = begun(story), enter("preparer")
        chosen = holding_of(client.get(url("compose", draft)), "นายสรวิศ")
        client.post(url("compose", draft), posted(draft, signer=chosen))
        draft.refresh_from_db()
        assert paper_of(draft.content).signatory == Signatory(
            "นายสรวิศ ก้องเกียรติ",
            "นักวิชาการเงินและบัญชีชำนาญการพิเศษ",
            "acting_government",
            "ผู้อำนวยการกองการคลังและพัสดุ",
        )
        assert draft.signer.title == "ผู้อำนวยการกองการคลังและพัสดุ"
        again = client.get(url("compose", draft)).context["form"]
        assert again["signer"].value() == chosen

    def test_may_be_put_in_other_words(self, story):
        draft, client = begun(story), enter("preparer")
        chosen = holding_of(client.get(url("compose", draft)), "นายบดินทร์")
        typed = {"signer_position": "รองปลัดกระทรวง", "acting": "on_behalf", "acting_for": "ปลัดกระทรวง"}
        client.post(
            url("compose", draft), posted(draft, signer=chosen, signer_name="นายบดินทร์ ยุทธศาสตร์", **typed)
        )
        draft.refresh_from_db()
        assert paper_of(draft.content).signatory == Signatory(
            "นายบดินทร์ ยุทธศาสตร์", "รองปลัดกระทรวง", "on_behalf", "ปลัดกระทรวง"
        )


class TestAWording:
    def test_is_put_behind_the_text_and_nothing_is_saved(self, story):
        draft, client = begun(story), enter("preparer")
        kept = keep_wording(
            story.cast.units[FULL], name="ลงท้าย", text="จึงเรียนมาเพื่อโปรดพิจารณา", by=story.cast.parts["clerk"]
        )
        sent = posted(draft, body="ด้วยจะมีการประชุม", wording=kept.pk, insert="1")
        page = client.post(url("compose", draft), sent)
        assert page.context["form"]["body"].value() == "ด้วยจะมีการประชุม\nจึงเรียนมาเพื่อโปรดพิจารณา"
        draft.refresh_from_db()
        assert draft.revision == 1

    def test_of_another_unit_is_not_there(self, story):
        draft = begun(story)
        other = story.cast.parts["outsider"]
        kept = keep_wording(story.cast.units[other.unit_name], name="ของคนอื่น", text="ลับเฉพาะกอง", by=other)
        page = enter("preparer").post(url("compose", draft), posted(draft, wording=kept.pk, insert="1"))
        assert "ลับเฉพาะกอง" not in page.content.decode()


class TestThePages:
    def test_of_what_is_typed_are_shown_without_saving_it(self, story):
        draft = begun(story)
        page = enter("preparer").post(url("preview", draft), posted(draft, subject="ยังไม่บันทึก"))
        shown = page.content.decode()
        assert (page.status_code, PICTURE in shown, "ยังไม่บันทึก" in shown) == (200, True, True)
        draft.refresh_from_db()
        assert draft.revision == 1

    def test_say_what_hinders_them(self, story):
        draft = begun(story)
        shown = enter("preparer").post(url("preview", draft), posted(draft, subject="😀")).content.decode()
        assert (PICTURE in shown, "GRINNING FACE" in shown) == (False, True)

    def test_are_printed_without_number_to_be_signed_by_hand(self, story):
        draft = passed(story)
        answer = enter("clerk").get(url("print", draft))
        paper = source_of_pdf(answer.getvalue())
        assert (answer["Content-Type"], paper.number, paper.date) == ("application/pdf", "", None)
        assert paper.verify_url.endswith(f"/letters/verify/{draft.code}/")
        for part in ("outsider", "finance_head"):
            expected = 404 if part == "outsider" else 200
            assert enter(part).get(url("print", draft)).status_code == expected, part

    def test_are_printed_without_codes_until_they_are_passed(self, story):
        draft = checking(story)
        assert source_of_pdf(enter("clerk").get(url("print", draft)).getvalue()).verify_url == ""


@pytest.mark.parametrize(
    ("where", "field"),
    [
        ("subject", "subject"),
        ("contact[1]", "contact"),
        ("body[2].table.rows[0][1]", "body"),
        ("signatory.name", "signer_name"),
        ("signatory.acting_for", "acting_for"),
        ("annexes[0].title", "annex_2_title"),
        ("annexes[1].body[0].text", "annex_4_text"),
        ("meeting.title", "meeting_title"),
        ("meeting.present[3]", "present"),
        ("meeting.taker.name", "taker_name"),
        ("office_copy.typed", "typed"),
    ],
)
def test_a_place_in_the_paper_is_a_field_of_the_form(where, field):
    assert field_at(where, [2, 4]) == field
