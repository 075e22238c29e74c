"""Launching: the letter becomes a campaign in one act."""

from datetime import UTC, date, datetime

import pytest

from wian.asks.commands.launch import OWNER_POST
from wian.asks.models import Ask, Obligation, ReadIn
from wian.asks.tests.letters import (
    AGENCY,
    ANNEX,
    CONTACT,
    DUE,
    NOMINATE,
    NUMBER,
    PROPOSE,
    SIGNATORY,
    SUBJECT,
    UNITS,
    memo,
)  # fmt: skip
from wian.asks.tests.support import keep, launch_
from wian.directory.commands.add_unit import add_unit
from wian.directory.models import Person, Role, Unit
from wian.directory.queries import post_with, unit_named
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.ledger.chain import first_break
from wian.ledger.models import Entry


class TestLaunched:
    def test_the_letter_is_on_file_as_it_was_read(self, owner):
        letter = launch_(memo(PROPOSE, NOMINATE), by=owner).circular.letter
        assert (letter.kind, letter.number, letter.date) == ("memo", NUMBER, date(2026, 11, 16))
        assert (letter.subject, letter.agency, letter.signatory) == (SUBJECT, AGENCY, SIGNATORY)
        assert (letter.text, letter.source.name) == (memo(PROPOSE, NOMINATE), "letter.txt")

    def test_the_circular_goes_to_every_unit_at_once(self, owner):
        circular = launch_(memo(NOMINATE), by=owner).circular
        assert (circular.state, circular.dispatched_at) == ("dispatched", clock.now())
        assert [recipient.unit.name for recipient in circular.recipients.all()] == list(UNITS)
        assert (circular.contact_name, circular.contact_phone) == (CONTACT, "๐๘ ๕๕๕๕ ๐๐๐๑")

    def test_each_unit_owes_what_the_letter_says(self, owner):
        circular = launch_(memo(PROPOSE, NOMINATE), by=owner).circular
        asks = list(Ask.objects.filter(circular=circular))
        assert [(ask.order, ask.kind, ask.sentence) for ask in asks] == [
            (1, "propose", f"๑. {PROPOSE}"),
            (2, "nominate", f"๒. {NOMINATE}"),
        ]
        owed = Obligation.objects.filter(ask__circular=circular).order_by("ask__order", "recipient__order")
        at_half_past_four, that_night = (
            datetime(2026, 12, 15, 9, 30, tzinfo=UTC),
            datetime(2026, 11, 30, 16, 59, 59, tzinfo=UTC),
        )
        assert [
            (row.ask.kind, row.recipient.unit.name, row.min, row.max, row.due_at, row.state, row.taken)
            for row in owed
        ] == [
            *(("propose", unit, 1, None, at_half_past_four, "pending", 0) for unit in UNITS),
            *(("nominate", unit, count, count, that_night, "pending", 0) for unit, count in ANNEX),
        ]

    def test_the_story_is_the_memo_of_the_issue(self, story):
        """2 pillars with 4 and 5 issues, 17 units, two asks on one day, 12 × 2 + 5 × 1 people."""
        initiative = story.circular.initiative
        assert [pillar.issues.count() for pillar in initiative.pillars.all()] == [4, 5]
        assert story.circular.recipients.count() == 17
        owed = Obligation.objects.filter(ask__circular=story.circular)
        assert (
            sorted(owed.filter(ask__kind="nominate").values_list("min", "max"))
            == [(1, 1)] * 5 + [(2, 2)] * 12
        )
        assert set(owed.filter(ask__kind="propose").values_list("min", "max")) == {(1, None)}
        assert {row.due_at for row in owed} == {clock.end_of(date(2026, 11, 21))}

    def test_a_subject_may_be_long(self, owner):
        subject = "การดูแลต้นไม้ใหญ่" * 50
        circular = launch_(memo(NOMINATE, subject=subject), by=owner).circular
        assert (circular.letter.subject, circular.initiative.title) == (subject, subject)

    def test_a_letter_without_deadline_is_launched_without(self, owner):
        circular = launch_(memo(NOMINATE.replace(DUE, "")), by=owner).circular
        assert set(Obligation.objects.filter(ask__circular=circular).values_list("due_at", flat=True)) == {
            None
        }

    def test_the_draft_has_become_the_circular(self, owner):
        draft = keep(memo(NOMINATE))
        circular = launch_(memo(NOMINATE), by=owner, draft=draft).circular
        assert ReadIn.objects.get(pk=draft.pk).circular == circular

    @pytest.mark.parametrize(("title", "called"), [("", SUBJECT), ("ปีแห่งต้นไม้", "ปีแห่งต้นไม้")])
    def test_the_initiative_is_called_after_the_letter_unless_told(self, owner, title, called):
        assert launch_(memo(NOMINATE), by=owner, title=title).circular.initiative.title == called

    def test_units_named_twice_owe_once(self, owner):
        twice = memo(NOMINATE, annex=(*ANNEX, ("กอง กิ่งไม้", 1)))
        campaign = launch_(twice, by=owner)
        assert campaign.created_units == UNITS
        owed = Obligation.objects.filter(ask__circular=campaign.circular, recipient__unit__name="กองกิ่งไม้")
        assert [(row.min, row.max) for row in owed] == [(2, 2)]


class TestOwner:
    def test_a_campaign_belongs_to_the_post_of_who_launches(self, owner):
        campaign = launch_(memo(NOMINATE), by=owner)
        assert campaign.circular.initiative.owner_id == owner.post
        assert campaign.created_units == UNITS, "the agency is not needed"

    @pytest.mark.parametrize(
        "agency", ["กรมสวนสาธารณะ กองต้นไม้ใหญ่", "กองต้นไม้ใหญ่ กรมสวนสาธารณะ"], ids=["top first", "bottom first"]
    )
    def test_from_the_command_line_it_belongs_to_the_smallest_unit_of_the_agency(self, story, agency):
        """Memos name their agency from either end: กรม… กอง… or กอง… กรม…"""
        owner = launch_(memo(NOMINATE, agency=agency)).circular.initiative.owner
        assert (owner.title, owner.unit.name) == (OWNER_POST, "กองต้นไม้ใหญ่")
        assert owner.unit.parent == unit_named("กรมสวนสาธารณะ")
        assert post_with(Role.OWNER, owner.unit) == owner

    def test_missing_units_are_made_and_listed_the_agency_first(self, story):
        campaign = launch_(memo(NOMINATE))
        assert campaign.created_units == ("กระทรวงสวนสาธารณะ", "กองต้นไม้ใหญ่", *UNITS)
        assert set(
            Unit.objects.filter(name__in=campaign.created_units).values_list("name", flat=True)
        ) == set(campaign.created_units)

    def test_what_is_in_the_directory_is_used_however_it_is_written(self, story, owner):
        known = story.cast.units["กองการคลังและพัสดุ"]
        annex = (("กอง การคลังและพัสดุ", 2), ("กองกิ่งไม้", 1))
        campaign = launch_(memo(NOMINATE, annex=annex), by=owner)
        assert [recipient.unit for recipient in campaign.circular.recipients.all()] == [
            known,
            unit_named("กองกิ่งไม้"),
        ]
        assert campaign.created_units == ("กองกิ่งไม้",)

    def test_a_unit_of_the_same_name_in_another_ministry_is_another_unit(self, story):
        theirs = story.cast.units["กองการคลังและพัสดุ"]
        campaign = launch_(memo(NOMINATE, annex=(("กองการคลังและพัสดุ", 2),)))
        (recipient,) = campaign.circular.recipients.all()
        assert recipient.unit != theirs
        assert recipient.unit.parent == unit_named("กระทรวงสวนสาธารณะ")
        assert campaign.created_units[2:] == ("กองการคลังและพัสดุ",)

    def test_an_owner_never_takes_the_unit_of_another_ministry(self, story, owner):
        other = add_unit("กระทรวงท้องฟ้า", by=COMMAND_LINE, at=clock.now())
        theirs = add_unit(UNITS[0], parent=other, by=COMMAND_LINE, at=clock.now())
        campaign = launch_(memo(NOMINATE), by=owner)
        assert campaign.created_units == UNITS
        asked = [recipient.unit for recipient in campaign.circular.recipients.all()]
        assert theirs not in asked
        assert {unit.parent for unit in asked} == {unit_named("กระทรวงบริการประชาชน")}

    def test_an_agency_with_an_owner_keeps_that_owner(self, story, owner):
        agency = "กระทรวงบริการประชาชน สถาบันนวัตกรรมบริการ"
        campaign = launch_(memo(NOMINATE, agency=agency))
        assert campaign.circular.initiative.owner_id == owner.post
        assert campaign.created_units == UNITS


class TestLedger:
    def test_one_act_records_each_of_its_commands(self, owner):
        draft = keep(memo(PROPOSE, NOMINATE))
        with written() as entries:
            circular = launch_(memo(PROPOSE, NOMINATE), by=owner, draft=draft).circular
        units = [Unit.objects.get(name=name).pk for name in UNITS]
        letter, initiative = circular.letter, circular.initiative
        top = Unit.objects.get(name="กระทรวงบริการประชาชน")
        assert entries == [
            (
                "letters.filed",
                {"letter": letter.pk, "kind": "memo", "number": NUMBER, "sha256": letter.source.sha256},
            ),
            (
                "initiatives.started",
                {"initiative": initiative.pk, "owner": owner.post, "pillars": 0, "issues": 0},
            ),
            *(("directory.unit_added", {"unit": unit, "parent": top.pk}) for unit in units),
            ("circulars.addressed", {"circular": circular.pk, "letter": letter.pk, "units": units}),
            ("circulars.dispatched", {"circular": circular.pk}),
            (
                "asks.launched",
                {"circular": circular.pk, "asks": ["propose", "nominate"], "obligations": 6, "seats": 5},
            ),
        ]

    def test_it_says_in_which_office_it_was_done(self, owner):
        before = Entry.objects.count()
        launch_(memo(NOMINATE), by=owner)
        done = Entry.objects.filter(seq__gt=before)
        assert set(done.values_list("actor", "office", "at")) == {(owner.key, owner.office, clock.now())}
        assert first_break() is None

    def test_no_payload_carries_a_name_or_a_phone(self, story):
        launch_(memo(NOMINATE))
        private = {SIGNATORY, CONTACT, "ใบบุญ", "กิ่งแก้ว", "๐๘ ๕๕๕๕"}
        private |= {
            word for person in Person.objects.all() for word in (person.given_name, person.phone) if word
        }
        found = {
            (entry.event, word) for entry in Entry.objects.all() for word in private if word in entry.payload
        }
        assert found == set()
