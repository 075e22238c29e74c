"""What an owner corrects of a reading is on record: which facts in the ledger, what stood and what stands beside it."""

import pytest
from django.urls import reverse

from saraban.words import mend
from wian.accounts.tests.support import enter
from wian.asks import models
from wian.asks.commands.read_in import correct
from wian.asks.corrections import TICK, as_read, corrected
from wian.asks.corrections.changes import Change, changes, digest_of
from wian.asks.models import Correction
from wian.asks.proposal import propose
from wian.asks.queries.drafts import reading_of
from wian.asks.refusals import LaunchedBefore, ProposalChanged
from wian.asks.tests.letters import CONTACT, NUMBER, SUBJECT
from wian.asks.tests.page import page_of
from wian.asks.tests.support import grown, launch_, rows
from wian.asks.unit_choices import field_of
from wian.directory.models import Unit
from wian.directory.tests.support import written
from wian.kit import clock
from wian.ledger.models import Entry

OTHER = "นายเงา ร่มรื่น"


@pytest.fixture
def save(draft, owner):
    """Saves the page with these fields typed over."""

    def save(seen: str | None = None, title: str = "", **typed: str) -> None:
        reading = reading_of(draft)
        draft.refresh_from_db()
        stands = {**as_read(propose(reading)), **draft.corrections}
        names = {
            name.replace("_", "-", 1) if name.startswith("ask") else name: text
            for name, text in typed.items()
        }
        known = corrected(reading, draft.corrections).digest(draft.title)
        correct(
            draft,
            {**stands, **names},
            reading=reading,
            title=title,
            seen=known if seen is None else seen,
            by=owner,
            at=clock.now(),
        )

    return save


def kept() -> list[Change]:
    return [Change(row.fact, row.before, row.after) for row in Correction.objects.order_by("pk")]


class TestRecorded:
    def test_each_fact_with_what_was_read_and_what_was_made_of_it(self, draft, owner, save):
        with written() as entries:
            save(
                number="สธณ ๑",
                ask0_day="1/12/2569",
                ask1_kind="report",
                units="กองกิ่งไม้ 4\nกองดอกไม้",
                title="ต้นไม้",
            )
        changed = [
            Change("number", NUMBER, "สธณ ๑"),
            Change("ask0-day", "2026-12-15", "2026-12-01"),
            Change("ask1-kind", "nominate", "report"),
            Change("unit", "กองกิ่งไม้ 2", "กองกิ่งไม้ 4"),
            Change("unit", "กองรากไม้ 2", ""),
            Change("unit", "กลุ่มใบไม้ 1", ""),
            Change("unit", "", "กองดอกไม้"),
            Change("title", "", "ต้นไม้"),
        ]
        assert kept() == changed
        facts = ["number", "ask0-day", "ask1-kind", "unit", "title"]
        assert entries == [
            ("asks.facts_corrected", {"read_in": draft.pk, "facts": facts, "sha256": digest_of(changed)})
        ]
        assert set(Correction.objects.values_list("by", flat=True)) == {owner.office}

    def test_the_next_correction_begins_where_the_last_one_ended(self, save):
        save(contact=OTHER)
        save(contact="")
        assert kept() == [Change("contact", CONTACT, OTHER), Change("contact", OTHER, "")]

    def test_no_name_and_no_words_are_in_the_ledger(self, save):
        save(contact=OTHER, subject="ดอกไม้", units=OTHER)
        payload = Entry.objects.latest("seq").payload
        assert not [words for words in (CONTACT, OTHER, SUBJECT, "ดอกไม้") if words in payload]

    def test_what_cannot_be_understood_is_recorded_as_it_was_typed(self, save):
        save(ask0_day="สิ้นเดือน", units="๒ คน")
        assert Change("ask0-day", "2026-12-15", "สิ้นเดือน") in kept()
        assert Change("unit", "", "๒ คน") in kept()

    def test_an_ask_added_and_one_left_out(self, save):
        row = {"ask2_keep": "True", "ask2_kind": "attend", "ask2_what": "ร่วมปลูก"}
        save(ask0_keep="", rows="3", **row)
        assert kept() == [
            Change("ask0-keep", "yes", ""),
            Change("ask2-keep", "", "yes"),
            Change("ask2-kind", "", "attend"),
            Change("ask2-what", "", "ร่วมปลูก"),
        ]

    def test_a_question_that_was_ticked_off(self, draft, save):
        question = propose(reading_of(draft)).questions[0]
        save(**{TICK + question.key: "on"})
        assert kept() == [Change("checked", "", question.what)]

    def test_what_was_chosen_for_a_name_that_is_not_sure(self, draft, save):
        unit, name = Unit.objects.get(name="กองกฎหมายและระเบียบ"), "กองกฎหมายเเละระเบียบงาน"
        save(units=f"{name}\nกองกิ่งไม้ 2\nกองรากไม้ 2\nกลุ่มใบไม้ 1", **{field_of(name): str(unit.pk)})
        assert kept()[1:] == [Change("choice", "", f"{mend(name)} = {unit.pk}")]
        page = page_of(enter("auditor"), reverse("asks:corrections", args=[draft.pk]))
        assert f"{mend(name)} = {unit.name}" in page


class TestNotRecorded:
    def test_what_was_saved_as_it_was_read(self, save):
        before = rows()
        save()
        assert grown(before) == {}

    @pytest.mark.parametrize("language", ["th", "en"])
    def test_the_same_in_another_language_is_no_correction(self, draft, language):
        from django.utils import translation

        reading = reading_of(draft)
        with translation.override(language):
            shown = as_read(propose(reading))
        assert changes(reading, {}, shown) == []

    def test_a_proposal_that_was_changed_meanwhile(self, save):
        before = rows()
        with pytest.raises(ProposalChanged):
            save(seen="0" * 64, contact=OTHER)
        assert grown(before) == {}

    def test_a_letter_that_was_launched_meanwhile(self, draft, owner, save):
        reading = reading_of(draft)
        launch_(reading.text, by=owner, draft=draft)
        before = rows()
        with pytest.raises(LaunchedBefore):
            save(contact=OTHER)
        assert grown(before) == {}


class TestPage:
    def test_the_owner_and_the_auditor_read_what_was_corrected(self, draft, save):
        save(date="17/11/2569", ask0_kind="report", contact=OTHER)
        url = reverse("asks:corrections", args=[draft.pk])
        for who in ("owner", "auditor"):
            page = page_of(enter(who), url)
            for words in ("๑๗ พฤศจิกายน ๒๕๖๙", "เรื่องที่ ๑", CONTACT, OTHER, "เจ้าของเรื่อง"):
                assert words in page
        assert url in page_of(enter("auditor"), reverse("ledger:entries"))

    def test_an_ask_of_a_kind_is_not_taken_for_a_letter_of_that_kind(self, draft, save):
        save(ask0_kind="report", ask0_time="15.00", kind="report")
        page = page_of(enter("auditor"), reverse("asks:corrections", args=[draft.pk]))
        assert "รายงานการประชุม" in page
        assert str(models.Ask.Kind.REPORT.label) in page.replace("รายงานการประชุม", "")
        assert "๑๕.๐๐" in page

    def test_the_place_of_an_ask_is_shown_in_the_letters_words(self, draft, save):
        sentence = reading_of(draft).text.splitlines()[0]
        save(
            rows="3", ask2_keep="True", ask2_kind="attend", ask2_what="ร่วมปลูก", ask2_span=f"0-{len(sentence)}"
        )
        assert Change("ask2-span", "", sentence) in kept()
        save(
            rows="3",
            ask2_keep="True",
            ask2_kind="attend",
            ask2_what="ร่วมปลูก",
            ask2_span=f"0-{len(sentence)}",
            ask2_sentence="",
        )
        assert [change.fact for change in kept()].count("ask2-span") == 1

    def test_a_launched_letter_keeps_its_corrections(self, draft, owner, save):
        save(contact=OTHER)
        draft.refresh_from_db()
        launch_(reading_of(draft).text, by=owner, draft=draft)
        assert OTHER in page_of(enter("auditor"), reverse("asks:corrections", args=[draft.pk]))

    def test_for_everybody_else_it_is_not_there(self, draft, save):
        save(contact=OTHER)
        url = reverse("asks:corrections", args=[draft.pk])
        for who in ("other_owner", "preparer", "executive", "administrator"):
            assert enter(who).get(url).status_code == 404

    def test_it_asks_no_more_with_more_corrections(self, draft, owner, save, asks_no_more_with_more_rows):
        def add(count: int) -> None:
            for number in range(count):
                save(contact=f"{OTHER} {Correction.objects.count()} {number}")

        asks_no_more_with_more_rows(enter("owner"), reverse("asks:corrections", args=[draft.pk]), add)
